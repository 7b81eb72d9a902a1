package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** The revisions received, each with its receipt. */
@Component
@Order(2)
class RevisionEvents implements CaseSource {

    private final JdbcClient database;

    RevisionEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        return database.sql("select r.number, r.receipt, r.sha256, r.received_at, r.submitted_by, r.late, a.name "
                        + "from filing_revision r left join account a on a.user_id = r.submitted_by "
                        + "where r.filing_id = :id order by r.number").param("id", filing.id())
                .query((rs, n) -> CaseEvent.of(instant(rs, "received_at"), CaseKind.REVISION, "RECEIVED",
                                rs.getString("name") == null ? rs.getString("submitted_by") : rs.getString("name"))
                        .with("user", rs.getString("submitted_by")).with("revision", rs.getInt("number"))
                        .with("receipt", rs.getString("receipt")).with("sha256", rs.getString("sha256"))
                        .with("late", rs.getBoolean("late") ? "YES" : null)).list();
    }
}
