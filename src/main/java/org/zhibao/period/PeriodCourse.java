package org.zhibao.period;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.refusal.Refusal;

/**
 * What people do to a period as a whole: plan it, confirm its roster and dates, close it before its day. Each act moves
 * the process and leaves one audit row, in one transaction; two people at once act one after the other.
 */
@Service
@Transactional
public class PeriodCourse {

    /** How many days before the month of reporting a period is planned by itself. */
    static final int DAYS_AHEAD = 10;

    private final Periods periods;
    private final Deadlines deadlines;
    private final PeriodRosters rosters;
    private final PeriodProcess process;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final Clock clock;

    PeriodCourse(Periods periods, Deadlines deadlines, PeriodRosters rosters, PeriodProcess process,
                 WorkingCalendar calendar, AuditTrail audit, Clock clock) {
        this.periods = periods;
        this.deadlines = deadlines;
        this.rosters = rosters;
        this.process = process;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Plans the period that is due to be planned, with the dates of the rules; changes nothing if it is planned.
     *
     * @return the period, if it was planned now
     */
    public Optional<ReportingPeriod> planIfDue() {
        Quarter quarter = Quarter.containing(LocalDate.now(clock).plusDays(DAYS_AHEAD)).previous();
        return periods.find(quarter.code()).isPresent() || overBy(quarter) ? Optional.empty()
                : Optional.of(planned(quarter, byRules(quarter)));
    }

    /** Plans the period of a quarter with the dates of the rules. */
    public ReportingPeriod plan(Quarter quarter, Actor actor) {
        return plan(quarter, byRules(quarter), actor);
    }

    /**
     * Plans the period of a quarter with dates of its own; each day is inclusive.
     *
     * @throws PlanRefused if it is planned already, the dates are out of order or the first is over
     */
    public ReportingPeriod plan(Quarter quarter, LocalDate enterpriseDue, LocalDate cityDue, LocalDate provinceDue,
                                Actor actor) {
        return plan(quarter, new LocalDate[] {enterpriseDue, cityDue, provinceDue}, actor);
    }

    private ReportingPeriod plan(Quarter quarter, LocalDate[] days, Actor actor) {
        requireAdministrator(actor);
        ReportingPeriod period = planned(quarter, days);
        audit.record(actor.who(), "PERIOD_PLANNED", subject(quarter.code()),
                "enterprise " + days[0] + ", city " + days[1] + ", province " + days[2]);
        return period;
    }

    /**
     * Confirms roster and dates (确认名单与日期): the roster is frozen, the filings are started.
     *
     * @param atOnce whether to start now, rather than on the period's first day
     * @throws WrongPeriodState if it is confirmed already
     * @throws Refusal          if there is no list of the year, nobody on it, or the enterprises' deadline is over
     */
    public ReportingPeriod confirm(String code, boolean atOnce, Actor actor) {
        requireAdministrator(actor);
        ReportingPeriod period = periods.lock(code);
        boolean later = !atOnce && period.opensOn().isAfter(LocalDate.now(clock));
        confirm(period, later, actor);
        audit.record(actor.who(), "PERIOD_CONFIRMED", subject(code),
                rosters.size(code) + " units, opens " + (later ? period.opensOn() : "at once"));
        return period;
    }

    /** Opens a planned period at once where nobody confirms: demo data. */
    public void openUnattended(String code) {
        confirm(periods.lock(code), false, null);
    }

    private void confirm(ReportingPeriod period, boolean later, Actor actor) {
        if (period.state() != PeriodState.PLANNED) {
            throw new WrongPeriodState(period.code(), period.state());
        }
        if (period.enterpriseDue().isBefore(clock.instant())) {
            throw new PlanRefused(period.quarter(), PlanRefused.Reason.PAST);
        }
        int units = rosters.freeze(period.code());
        if (units == 0) {
            throw Refusal.conflict("roster.empty", period.code(),
                    String.valueOf(PeriodRosters.listYear(period.quarter())));
        }
        if (later) {
            period.confirm();
        } else {
            period.startOpening(units);
        }
        process.confirm(period, later ? period.opensOn().atStartOfDay(WorkingCalendar.ZONE).toInstant() : null, actor);
    }

    /**
     * Closes a period before its closing day: what is still with the enterprises ends as not filed.
     *
     * @param reason why; at most 400 characters
     * @throws WrongPeriodState if it is not open
     */
    public ReportingPeriod close(String code, String reason, Actor actor) {
        requireAdministrator(actor);
        ReportingPeriod period = periods.lock(code);
        period.close();
        String why = PeriodTexts.reason("reason", reason, 400);
        process.closeEarly(period, actor);
        audit.record(actor.who(), "PERIOD_CLOSED", subject(code), why);
        return period;
    }

    /** Refuses everyone but administrators. */
    static void requireAdministrator(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("period.administrators-only");
        }
    }

    private ReportingPeriod planned(Quarter quarter, LocalDate[] days) {
        ReportingPeriod period = periods.plan(quarter, days[0], days[1], days[2]);
        process.plan(period, confirmDue(period));
        return period;
    }

    /** The day before the period opens; where that is over, today. */
    private Instant confirmDue(ReportingPeriod period) {
        LocalDate today = LocalDate.now(clock);
        LocalDate before = period.opensOn().minusDays(1);
        return calendar.endOf(before.isBefore(today) ? today : before);
    }

    private LocalDate[] byRules(Quarter quarter) {
        PeriodDeadlines found = deadlines.of(quarter);
        return found.stages().stream().map(StageDeadline::day).toArray(LocalDate[]::new);
    }

    private boolean overBy(Quarter quarter) {
        return byRules(quarter)[0].isBefore(LocalDate.now(clock));
    }

    private static String subject(String code) {
        return "period/" + code;
    }
}
