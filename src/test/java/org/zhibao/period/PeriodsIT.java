package org.zhibao.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.testing.DatabaseTest;
import org.zhibao.testing.FixedClock;

@DatabaseTest
class PeriodsIT {

    private static final Quarter QUARTER = Quarter.parse("2026Q3");
    private static final LocalDate ENTERPRISE = LocalDate.of(2026, 10, 8);
    private static final LocalDate CITY = LocalDate.of(2026, 10, 13);
    private static final LocalDate PROVINCE = LocalDate.of(2026, 10, 19);

    @Autowired
    private Periods periods;
    @Autowired
    private EntityManager entities;
    @Autowired
    private JdbcClient database;

    @Test
    void aPlannedPeriodKeepsItsDeadlinesToTheLastSecond() {
        plan();
        store();

        ReportingPeriod period = periods.require("2026Q3");
        assertThat(period.state()).isEqualTo(PeriodState.PLANNED);
        assertThat(period.enterpriseDue()).isEqualTo(Instant.parse("2026-10-08T15:59:59Z"));
        assertThat(period.cityDue()).isEqualTo(Instant.parse("2026-10-13T15:59:59Z"));
        assertThat(period.provinceDue()).isEqualTo(Instant.parse("2026-10-19T15:59:59Z"));
        assertThat(periods.current()).isEmpty();
    }

    @Test
    void aQuarterIsPlannedOnce() {
        plan();

        assertRefused(PlanRefused.Reason.ALREADY_PLANNED, ENTERPRISE, CITY, PROVINCE);
    }

    @Test
    void deadlinesFollowTheLevels() {
        assertRefused(PlanRefused.Reason.WRONG_ORDER, CITY, ENTERPRISE, PROVINCE);
        assertRefused(PlanRefused.Reason.WRONG_ORDER, ENTERPRISE, ENTERPRISE, PROVINCE);
        assertRefused(PlanRefused.Reason.WRONG_ORDER, ENTERPRISE, PROVINCE, PROVINCE);
    }

    @Test
    void aDeadlineCannotBeOverWhenItIsPlannedButMayBeToday() {
        assertRefused(PlanRefused.Reason.PAST, FixedClock.TODAY.minusDays(1), CITY, PROVINCE);
        assertThat(periods.plan(QUARTER, FixedClock.TODAY, CITY, PROVINCE).code()).isEqualTo("2026Q3");
    }

    @Test
    void aPeriodOpensInChunksAndCloses() {
        plan();
        periods.startOpening("2026Q3", 376);
        assertThat(periods.current()).map(ReportingPeriod::state).contains(PeriodState.OPENING);
        periods.opened("2026Q3", 200);
        periods.opened("2026Q3", 176);
        periods.finishOpening("2026Q3");
        store();

        ReportingPeriod open = periods.current().orElseThrow();
        assertThat(open.state()).isEqualTo(PeriodState.OPEN);
        assertThat(open.openedCount()).isEqualTo(open.expectedCount()).isEqualTo(376);
        assertThat(open.openedAt()).isPresent();

        periods.close("2026Q3");
        store();
        assertThat(periods.current()).isEmpty();
        assertThat(periods.require("2026Q3").state()).isEqualTo(PeriodState.CLOSED);
    }

    @Test
    void aStepOutOfTurnIsRefused() {
        plan();

        assertThatThrownBy(() -> periods.opened("2026Q3", 1)).isInstanceOf(WrongPeriodState.class);
        assertThatThrownBy(() -> periods.finishOpening("2026Q3")).isInstanceOf(WrongPeriodState.class);
        assertThatThrownBy(() -> periods.close("2026Q3")).isInstanceOf(WrongPeriodState.class);
        periods.startOpening("2026Q3", 1);
        assertThatThrownBy(() -> periods.startOpening("2026Q3", 1)).isInstanceOf(WrongPeriodState.class);
    }

    @Test
    void thePeriodBeforeCanBeRecordedAsArchivedThoughItsDeadlinesAreOver() {
        periods.recordClosed(QUARTER.previous(), LocalDate.of(2026, 7, 7), LocalDate.of(2026, 7, 12),
                LocalDate.of(2026, 7, 17), 376);
        plan();
        store();

        assertThat(periods.all()).extracting(ReportingPeriod::code).containsExactly("2026Q3", "2026Q2");
        assertThat(periods.require("2026Q2").state()).isEqualTo(PeriodState.ARCHIVED);
    }

    @Test
    void anUnknownPeriodIsRefused() {
        assertThatThrownBy(() -> periods.require("2031Q1")).isInstanceOf(UnknownPeriod.class);
        assertThat(periods.find(null)).isEmpty();
    }

    @Test
    void theDatabaseRefusesDeadlinesOutOfOrder() {
        plan();
        store();

        assertThatThrownBy(() -> database.sql("update reporting_period set city_due = enterprise_due").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void plan() {
        periods.plan(QUARTER, ENTERPRISE, CITY, PROVINCE);
    }

    private void store() {
        entities.flush();
        entities.clear();
    }

    private void assertRefused(PlanRefused.Reason reason, LocalDate enterprise, LocalDate city, LocalDate province) {
        assertThatThrownBy(() -> periods.plan(QUARTER, enterprise, city, province))
                .isInstanceOfSatisfying(PlanRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
