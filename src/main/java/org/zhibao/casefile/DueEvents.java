package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** What happened to the due dates of the case's tasks, and each time one passed. */
@Component
@Order(5)
class DueEvents implements CaseSource {

    private final JdbcClient database;

    DueEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        List<CaseEvent> events = new ArrayList<>(database.sql("select d.kind, d.id, d.reason, d.by_user, d.by_name, d.by_role, "
                        + "d.at, c.stage, c.old_due, c.new_due, c.outcome from due_change_case c join due_change d "
                        + "on d.id = c.change_id where c.filing_id = :id order by c.id").param("id", filing.id())
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.DUE, rs.getString("kind"),
                                rs.getString("by_name"))
                        .with("role", rs.getString("by_role")).with("user", rs.getString("by_user"))
                        .with("stage", rs.getString("stage")).with("oldDue", instant(rs, "old_due"))
                        .with("newDue", instant(rs, "new_due")).with("outcome", rs.getString("outcome"))
                        .with("reason", rs.getString("reason")).with("change", rs.getLong("id"))).list());
        database.sql("select * from lateness where filing_id = :id order by id").param("id", filing.id())
                .query((rs, n) -> {
                    events.add(CaseEvent.of(instant(rs, "noted_at"), CaseKind.LATENESS, "OVERDUE", "")
                            .with("stage", rs.getString("stage")).with("holder", rs.getString("held_by"))
                            .with("due", instant(rs, "due_at")).with("toldCounty", instant(rs, "county_at"))
                            .with("toldCity", instant(rs, "city_at")).with("toldProvince", instant(rs, "province_at")));
                    if (instant(rs, "ended_at") != null) {
                        events.add(CaseEvent.of(instant(rs, "ended_at"), CaseKind.LATENESS, "ENDED",
                                        rs.getString("ended_by"))
                                .with("stage", rs.getString("stage")).with("ending", rs.getString("ending"))
                                .with("due", instant(rs, "due_at")));
                    }
                    return n;
                }).list();
        return events;
    }
}
