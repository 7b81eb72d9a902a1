package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** The audit trail of the report. */
@Component
@Order(8)
class TrailEvents implements CaseSource {

    private final JdbcClient database;

    TrailEvents(JdbcClient database) {
        this.database = database;
    }

    /** Whether the trail tells of a file handed out, or of somebody who wanted to look and was refused. */
    static boolean onlyRead(CaseEvent event) {
        String asked = event.facts().getOrDefault("detail", "").toString();
        return event.kind() == CaseKind.TRAIL && ("DOWNLOAD".equals(event.what())
                || "REFUSED".equals(event.what()) && asked.matches("(?s)(GET|HEAD|OPTIONS) .*"));
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        return database.sql("select * from audit_entry where subject = :subject order by id")
                .param("subject", "filing/" + filing.period() + "/" + filing.orgCode())
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.TRAIL, rs.getString("action"),
                                rs.getString("user_name"))
                        .with("role", rs.getString("role")).with("user", rs.getString("user_id"))
                        .with("address", rs.getString("address")).with("detail", rs.getString("detail"))
                        .with("refused", "REFUSED".equals(rs.getString("outcome")) ? "YES" : null)
                        .with("before", rs.getString("before_text")).with("now", rs.getString("after_text"))
                        .with("entry", rs.getLong("id"))).list();
    }
}
