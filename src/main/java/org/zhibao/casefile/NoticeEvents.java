package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** Whom the platform told what about the report, by which way and whether it was read; and each urging. */
@Component
@Order(6)
class NoticeEvents implements CaseSource {

    private record Sent(long notice, String text) {
    }

    private final JdbcClient database;

    NoticeEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        Map<Long, String> ways = ways(filing.id());
        List<CaseEvent> events = new ArrayList<>(database.sql("select n.*, a.name from notice n left join account a "
                        + "on a.user_id = n.recipient where n.filing_id = :id order by n.id").param("id", filing.id())
                .query((rs, number) -> CaseEvent.of(instant(rs, "created_at"), CaseKind.NOTICE, rs.getString("kind"), "")
                        .with("recipient", rs.getString("name")).with("user", rs.getString("recipient"))
                        .with("note", rs.getString("note")).with("ways", ways.get(rs.getLong("id")))
                        .with("readAt", instant(rs, "read_at")).with("arguments", rs.getString("arguments"))).list());
        events.addAll(database.sql("select t.at, t.stage, t.outcome, u.by_name, u.by_user, u.sentence from urging_target t "
                        + "join urging u on u.id = t.urging_id where t.filing_id = :id order by t.at, u.id")
                .param("id", filing.id())
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.NOTICE, "URGING", rs.getString("by_name"))
                        .with("user", rs.getString("by_user")).with("stage", rs.getString("stage"))
                        .with("urged", rs.getString("outcome")).with("note", rs.getString("sentence"))).list());
        return events;
    }

    /** {@code MAIL SENT}, {@code SMS NO_ADDRESS} of each notice. */
    private Map<Long, String> ways(long filingId) {
        return database.sql("select d.notice_id, d.channel, d.state from notice_delivery d join notice n "
                        + "on n.id = d.notice_id where n.filing_id = :id order by d.id").param("id", filingId)
                .query((rs, n) -> new Sent(rs.getLong("notice_id"), rs.getString("channel") + " " + rs.getString("state")))
                .list().stream().collect(Collectors.groupingBy(Sent::notice,
                        Collectors.mapping(Sent::text, Collectors.joining(","))));
    }
}
