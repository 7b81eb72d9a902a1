package org.zhibao.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.filing.FilingOverdue;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.LatenessEnded;

/**
 * Writes the lateness ledger (逾期台账): a row each time a stage passes its due date, escalated day by day, closed when
 * the lateness ends; all in the transaction in which it happens. However often a timer fires, there is one row.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LatenessLedger {

    private static final String INSERT = "insert into lateness (filing_id, open_filing, period, org_code, unit_name, "
            + "city_code, county_code, stage, held_by, due_at, noted_at, level, county_at, city_at, province_at) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Notes the levels reached since; one already noted keeps its time. */
    private static final String ESCALATE = "update lateness set level = :level, "
            + "city_at = case when city_at is null and :city then :at else city_at end, "
            + "province_at = case when province_at is null and :province then :at else province_at end "
            + "where open_filing = :filing and level <> :level";

    private static final String END = "update lateness set open_filing = null, ended_at = ?, ending = ?, ended_by = ? "
            + "where open_filing = ?";

    private final JdbcClient jdbc;

    LatenessLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void overdue(FilingOverdue overdue) {
        FilingSummary filing = overdue.filing();
        EscalationLevel level = EscalationLevel.of(filing.stage(), filing.dueAt(), overdue.at());
        boolean known = jdbc.sql("select count(*) from lateness where open_filing = ?").param(filing.id())
                .query(Long.class).single() > 0;
        if (known) {
            escalate(filing.id(), level, overdue.at());
        } else {
            note(filing, level, overdue.at());
        }
    }

    @EventListener
    void ended(LatenessEnded ended) {
        jdbc.sql(END).params(java.util.Arrays.asList(time(ended.at()), ended.ending().name(),
                ended.filing().claimedByName(), ended.filing().id())).update();
    }

    private void note(FilingSummary filing, EscalationLevel level, Instant at) {
        boolean enterprise = EscalationLevel.ofEnterprise(filing.stage());
        jdbc.sql(INSERT).params(java.util.Arrays.asList(filing.id(), filing.id(), filing.period(), filing.orgCode(),
                filing.unitName(), filing.cityCode(), filing.countyCode(), filing.stage().name(),
                filing.claimedByName(), time(filing.dueAt()), time(at), level.name(), enterprise ? time(at) : null,
                enterprise && level != EscalationLevel.COUNTY ? time(at) : null,
                level == EscalationLevel.PROVINCE ? time(at) : null)).update();
    }

    private void escalate(long filingId, EscalationLevel level, Instant at) {
        jdbc.sql(ESCALATE).param("level", level.name()).param("city", level != EscalationLevel.COUNTY)
                .param("province", level == EscalationLevel.PROVINCE).param("at", time(at)).param("filing", filingId)
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
