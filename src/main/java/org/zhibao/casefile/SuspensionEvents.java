package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** Suspensions of the unit that are about the case's period, whatever became of them. */
@Component
@Order(7)
class SuspensionEvents implements CaseSource {

    private final JdbcClient database;

    SuspensionEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        return database.sql("select l.*, s.kind, s.from_period, s.to_period, s.explanation from suspension_letter l "
                        + "join suspension s on s.id = l.suspension_id where s.org_code = :unit "
                        + "and s.from_period <= :period and s.to_period >= :period order by l.id")
                .param("unit", filing.orgCode()).param("period", filing.period())
                .query((rs, n) -> CaseEvent.of(instant(rs, "at"), CaseKind.SUSPENSION, rs.getString("action"),
                                rs.getString("user_name"))
                        .with("role", rs.getString("role")).with("user", rs.getString("user_id"))
                        .with("suspension", rs.getString("kind")).with("fromPeriod", rs.getString("from_period"))
                        .with("toPeriod", rs.getString("to_period")).with("text", rs.getString("explanation"))
                        .with("reason", rs.getString("reason"))).list();
    }
}
