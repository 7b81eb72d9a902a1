package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** What persons did about the report, with their reasons. */
@Component
@Order(1)
class LetterEvents implements CaseSource {

    private final JdbcClient database;

    LetterEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        return database.sql("select * from filing_correspondence where filing_id = :id order by id").param("id", filing.id())
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.DECISION, rs.getString("action"),
                                rs.getString("user_name"))
                        .with("role", rs.getString("role")).with("user", rs.getString("user_id"))
                        .with("reason", rs.getString("reason")).with("until", instant(rs, "due_at"))
                        .with("cells", rs.getString("fields")).with("revision", rs.getInt("revision"))).list();
    }
}
