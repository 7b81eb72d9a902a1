package org.zhibao.period;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.calendar.WorkingCalendar;

/** The reporting periods, from the plan of their deadlines to their end. */
@Service
@Transactional
public class Periods {

    /** Working days after the province's deadline in which a late report can still be filed. */
    static final int DAYS_TO_CLOSE = 5;
    /** Working days from the closing to the report to the ministry. */
    static final int DAYS_TO_REPORT = 2;
    /** Working days from the report to the archive, for the ministry's feedback. */
    static final int DAYS_TO_ARCHIVE = 20;

    private final ReportingPeriods periods;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Periods(ReportingPeriods periods, WorkingCalendar calendar, Clock clock, ApplicationEventPublisher events) {
        this.periods = periods;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Plans the period of a quarter. Each deadline day is inclusive.
     *
     * @throws PlanRefused if it is planned already, the deadlines are out of order or the first is over
     */
    public ReportingPeriod plan(Quarter quarter, LocalDate enterpriseDue, LocalDate cityDue, LocalDate provinceDue) {
        if (enterpriseDue.isBefore(LocalDate.now(clock))) {
            throw new PlanRefused(quarter, PlanRefused.Reason.PAST);
        }
        return periods.save(planned(quarter, enterpriseDue, cityDue, provinceDue));
    }

    /**
     * Records a period that has run its course elsewhere, as archived, so that its accepted figures can be taken over.
     *
     * @param filings how many reports it had
     * @throws PlanRefused if it is planned already or the deadlines are out of order
     */
    public ReportingPeriod recordClosed(Quarter quarter, LocalDate enterpriseDue, LocalDate cityDue,
                                        LocalDate provinceDue, int filings) {
        ReportingPeriod period = planned(quarter, enterpriseDue, cityDue, provinceDue);
        period.startOpening(filings);
        period.opened(filings);
        period.finishOpening(clock.instant());
        period.close();
        period.startReporting();
        period.finishReporting();
        period.startArchiving();
        period.finishArchiving();
        return periods.save(period);
    }

    /**
     * Sets other deadlines; tells it by {@link PeriodRedated} in the same transaction. Tasks that are open already move
     * by re-dating.
     *
     * @throws UnknownPeriod if it is not planned
     * @throws PlanRefused   if the deadlines are out of order
     */
    public void redate(String code, LocalDate enterpriseDue, LocalDate cityDue, LocalDate provinceDue) {
        ReportingPeriod period = require(code);
        requireOrder(period.quarter(), enterpriseDue, cityDue, provinceDue);
        period.redate(dates(enterpriseDue, cityDue, provinceDue));
        events.publishEvent(new PeriodRedated(code));
    }

    /** The open act of the period is due at another time; its timer has been moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void redateTask(String code, Instant due) {
        require(code).redateTask(due, clock.instant());
    }

    /** The period of this code ({@code 2026Q3}), if planned. */
    @Transactional(readOnly = true)
    public Optional<ReportingPeriod> find(String code) {
        return Quarter.isCode(code) ? periods.findById(code) : Optional.empty();
    }

    /** @throws UnknownPeriod if it is not planned */
    @Transactional(readOnly = true)
    public ReportingPeriod require(String code) {
        return find(code).orElseThrow(() -> new UnknownPeriod(code));
    }

    /**
     * The period for an act: who acts on the same period at the same time waits.
     *
     * @throws UnknownPeriod if it is not planned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReportingPeriod lock(String code) {
        return periods.lock(code).orElseThrow(() -> new UnknownPeriod(code));
    }

    /** Whether single filings of the period can be re-opened: it is closed, and nothing closes or archives them just now. */
    @Transactional(readOnly = true)
    public boolean reopenable(String code) {
        return find(code).filter(ReportingPeriod::reopenable).isPresent();
    }

    /** The latest period that is open or being opened. */
    @Transactional(readOnly = true)
    public Optional<ReportingPeriod> current() {
        return periods.findFirstByStateInOrderByCodeDesc(Set.of(PeriodState.OPENING, PeriodState.OPEN));
    }

    /** All periods, the latest first. */
    @Transactional(readOnly = true)
    public List<ReportingPeriod> all() {
        return periods.findAllByOrderByCodeDesc();
    }

    /**
     * Begins to start the filings of a planned period.
     *
     * @param expected how many units the roster has
     * @throws UnknownPeriod    if it is not planned
     * @throws WrongPeriodState if it is neither {@link PeriodState#PLANNED} nor {@link PeriodState#CONFIRMED}
     */
    public void startOpening(String code, int expected) {
        require(code).startOpening(expected);
    }

    /**
     * Counts filings just started; call it in the transaction that starts them.
     *
     * @throws WrongPeriodState if it is not {@link PeriodState#OPENING}
     */
    public void opened(String code, int filings) {
        require(code).opened(filings);
    }

    /**
     * Every unit of the roster has its filing.
     *
     * @throws WrongPeriodState if it is not {@link PeriodState#OPENING}
     */
    public void finishOpening(String code) {
        require(code).finishOpening(clock.instant());
    }

    /**
     * Nothing is filed any more.
     *
     * @throws WrongPeriodState if it is not {@link PeriodState#OPEN}
     */
    public void close(String code) {
        require(code).close();
    }

    /** Its closing day is over; changes nothing if it is closed. */
    public void closeOnTime(String code) {
        ReportingPeriod period = require(code);
        if (period.state() == PeriodState.OPEN) {
            period.close();
        }
    }

    /**
     * The accepted filings begin to be reported to the ministry.
     *
     * @throws WrongPeriodState if it is not {@link PeriodState#CLOSED}
     */
    public void startReporting(String code) {
        require(code).startReporting();
    }

    /**
     * All accepted filings are reported.
     *
     * @throws WrongPeriodState if it is not {@link PeriodState#REPORTING}
     */
    public void finishReporting(String code) {
        require(code).finishReporting();
    }

    /**
     * The filings begin to be archived.
     *
     * @throws WrongPeriodState if it is not {@link PeriodState#REPORTED}
     */
    public void startArchiving(String code) {
        require(code).startArchiving();
    }

    /**
     * Everything is archived.
     *
     * @throws WrongPeriodState if it is not {@link PeriodState#ARCHIVING}
     */
    public void finishArchiving(String code) {
        require(code).finishArchiving();
    }

    private ReportingPeriod planned(Quarter quarter, LocalDate enterpriseDue, LocalDate cityDue,
                                    LocalDate provinceDue) {
        if (periods.existsById(quarter.code())) {
            throw new PlanRefused(quarter, PlanRefused.Reason.ALREADY_PLANNED);
        }
        requireOrder(quarter, enterpriseDue, cityDue, provinceDue);
        return ReportingPeriod.planned(quarter, dates(enterpriseDue, cityDue, provinceDue));
    }

    private PeriodDates dates(LocalDate enterpriseDue, LocalDate cityDue, LocalDate provinceDue) {
        LocalDate closes = calendar.plusWorkingDays(provinceDue, DAYS_TO_CLOSE);
        LocalDate report = calendar.plusWorkingDays(closes, DAYS_TO_REPORT);
        return new PeriodDates(calendar.endOf(enterpriseDue), calendar.endOf(cityDue), calendar.endOf(provinceDue),
                calendar.endOf(closes), calendar.endOf(report),
                calendar.endOf(calendar.plusWorkingDays(report, DAYS_TO_ARCHIVE)));
    }

    private static void requireOrder(Quarter quarter, LocalDate enterpriseDue, LocalDate cityDue,
                                     LocalDate provinceDue) {
        if (!enterpriseDue.isBefore(cityDue) || !cityDue.isBefore(provinceDue)) {
            throw new PlanRefused(quarter, PlanRefused.Reason.WRONG_ORDER);
        }
    }
}
