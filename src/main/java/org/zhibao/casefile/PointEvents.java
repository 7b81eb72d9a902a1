package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** Points asked by reviewers, how they were answered, and findings that reviewers confirmed. */
@Component
@Order(3)
class PointEvents implements CaseSource {

    private final JdbcClient database;

    PointEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        List<CaseEvent> events = new ArrayList<>(asked(filing.id()));
        events.addAll(answered(filing.id()));
        events.addAll(confirmed(filing.id()));
        return events;
    }

    private List<CaseEvent> asked(long filingId) {
        return database.sql("select * from review_point where filing_id = :id order by id").param("id", filingId)
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.POINT, "ASKED", rs.getString("user_name"))
                        .with("role", rs.getString("role")).with("cells", rs.getString("fields"))
                        .with("text", rs.getString("text")).with("before", rs.getString("before_value"))
                        .with("revision", rs.getInt("revision"))).list();
    }

    private List<CaseEvent> answered(long filingId) {
        return database.sql("select a.*, p.fields, p.text as question, p.before_value, u.name from review_point_answer a "
                        + "join review_point p on p.id = a.point_id left join account u on u.user_id = a.user_id "
                        + "where p.filing_id = :id order by a.id").param("id", filingId)
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.POINT, rs.getString("state"),
                                rs.getString("name") == null ? rs.getString("user_id") : rs.getString("name"))
                        .with("cells", rs.getString("fields")).with("question", rs.getString("question"))
                        .with("text", rs.getString("text")).with("before", rs.getString("before_value"))
                        .with("now", rs.getString("after_value")).with("revision", rs.getInt("revision"))).list();
    }

    private List<CaseEvent> confirmed(long filingId) {
        return database.sql("select * from finding_confirmation where filing_id = :id order by id").param("id", filingId)
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.POINT, "CONFIRMED", rs.getString("user_name"))
                        .with("role", rs.getString("role")).with("text", rs.getString("remark"))
                        .with("finding", rs.getString("fingerprint")).with("revision", rs.getInt("revision"))).list();
    }
}
