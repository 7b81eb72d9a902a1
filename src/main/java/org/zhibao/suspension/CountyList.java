package org.zhibao.suspension;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSuspension;
import org.zhibao.filing.Stage;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;

/** The units of a county with how they stand in a quarter, for its quarterly list of suspended units (W30). */
@Service
@Transactional(readOnly = true)
public class CountyList {

    /**
     * A unit of the county.
     *
     * @param filingId     id of its report; 0 if it has none in this quarter
     * @param status       of its report; null likewise
     * @param suspensionId id of the suspension that holds the quarter; 0 if none does
     * @param state        of that suspension; null likewise
     * @param kind         why; null likewise
     * @param explanation  in detail; null likewise
     * @param mayDeclare   whether a suspension can be declared now
     */
    public record Unit(String orgCode, String name, long filingId, FilingStatus status, long suspensionId,
                       SuspensionState state, SuspensionKind kind, String explanation, boolean mayDeclare) {
    }

    private static final String UNITS = "select u.org_code, u.name, f.id filing_id, f.status, f.stage, s.id suspension_id, "
            + "s.state, s.kind, s.explanation from reporting_unit u "
            + "left join filing f on f.org_code = u.org_code and f.period = :period "
            + "left join suspension_period p on p.org_code = u.org_code and p.period = :period "
            + "left join suspension s on s.id = p.suspension_id "
            + "where u.county_code = :county and (u.active or f.id is not null) order by u.org_code";

    private final JdbcClient jdbc;
    private final Periods periods;

    CountyList(JdbcClient jdbc, Periods periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    /** The units of the reader's county, in the order of their organisation codes. */
    public List<Unit> of(String period, Actor actor) {
        requireCounty(actor);
        ReportingPeriod planned = periods.require(period);
        boolean open = !planned.state().closed();
        return jdbc.sql(UNITS).param("period", period).param("county", actor.area()).query((row, n) -> {
            String stage = row.getString("stage");
            String state = row.getString("state");
            return new Unit(row.getString("org_code"), row.getString("name"), row.getLong("filing_id"),
                    stage == null ? null : FilingStatus.valueOf(row.getString("status")),
                    row.getLong("suspension_id"), state == null ? null : SuspensionState.valueOf(state),
                    state == null ? null : SuspensionKind.valueOf(row.getString("kind")),
                    row.getString("explanation"), open && state == null
                            && (stage == null || FilingSuspension.possible(Stage.valueOf(stage))));
        }).list();
    }

    /** Refuses with 403 whoever keeps no such list. */
    public static void requireCounty(Actor actor) {
        if (actor.role() != Role.COUNTY) {
            throw Refusal.forbidden("suspension.county-only");
        }
    }
}
