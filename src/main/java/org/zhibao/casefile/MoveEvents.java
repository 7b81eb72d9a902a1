package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** Moves of the case to another version of its process, those that failed too. */
@Component
@Order(9)
class MoveEvents implements CaseSource {

    private final JdbcClient database;

    MoveEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        return database.sql("select m.*, c.from_version, c.outcome, c.detail from case_move_case c join case_move m "
                        + "on m.id = c.move_id where c.business_key = :key and m.kind = 'MOVE' "
                        + "and c.outcome in ('MOVED', 'STAYS') order by c.id").param("key", CaseFiles.businessKey(filing))
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.MOVE, rs.getString("outcome"),
                                rs.getString("by_name"))
                        .with("user", rs.getString("by_user")).with("fromVersion", rs.getInt("from_version"))
                        .with("toVersion", rs.getInt("to_version")).with("reason", rs.getString("reason"))
                        .with("detail", rs.getString("detail")).with("move", rs.getLong("id"))).list();
    }
}
