package org.zhibao.period;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/**
 * A reporting period (报告期): a quarter with its dates. Task, its id and due date are a projection of the position in the
 * process, written only by {@link PeriodPosition}.
 */
@Entity
@Table(name = "reporting_period")
public class ReportingPeriod implements Persistable<String> {

    @Id
    private String code;

    @Version
    private int version;

    private Instant enterpriseDue;
    private Instant cityDue;
    private Instant provinceDue;
    private Instant closesAt;
    private Instant reportDue;
    private Instant archiveDue;
    @Enumerated(EnumType.STRING)
    private PeriodState state;
    private int expectedCount;
    private int openedCount;
    private Instant openedAt;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PeriodTask task;
    private String taskId;
    private Instant taskDue;
    private boolean taskOverdue;

    @Transient
    private boolean fresh;

    /** For JPA. */
    protected ReportingPeriod() {
    }

    static ReportingPeriod planned(Quarter quarter, PeriodDates dates) {
        ReportingPeriod period = new ReportingPeriod();
        period.code = quarter.code();
        period.state = PeriodState.PLANNED;
        period.fresh = true;
        period.redate(dates);
        return period;
    }

    final void redate(PeriodDates dates) {
        enterpriseDue = dates.enterpriseDue();
        cityDue = dates.cityDue();
        provinceDue = dates.provinceDue();
        closesAt = dates.closesAt();
        reportDue = dates.reportDue();
        archiveDue = dates.archiveDue();
    }

    void confirm() {
        moveFrom(EnumSet.of(PeriodState.PLANNED), PeriodState.CONFIRMED);
    }

    void startOpening(int expected) {
        moveFrom(EnumSet.of(PeriodState.PLANNED, PeriodState.CONFIRMED), PeriodState.OPENING);
        expectedCount = expected;
    }

    void opened(int filings) {
        moveFrom(EnumSet.of(PeriodState.OPENING), PeriodState.OPENING);
        openedCount += filings;
    }

    void finishOpening(Instant now) {
        moveFrom(EnumSet.of(PeriodState.OPENING), PeriodState.OPEN);
        openedAt = now;
    }

    void close() {
        moveFrom(EnumSet.of(PeriodState.OPEN), PeriodState.CLOSED);
    }

    void startReporting() {
        moveFrom(EnumSet.of(PeriodState.CLOSED), PeriodState.REPORTING);
    }

    void finishReporting() {
        moveFrom(EnumSet.of(PeriodState.REPORTING), PeriodState.REPORTED);
    }

    void startArchiving() {
        moveFrom(EnumSet.of(PeriodState.REPORTED), PeriodState.ARCHIVING);
    }

    void finishArchiving() {
        moveFrom(EnumSet.of(PeriodState.ARCHIVING), PeriodState.ARCHIVED);
    }

    private void moveFrom(Set<PeriodState> expected, PeriodState next) {
        if (!expected.contains(state)) {
            throw new WrongPeriodState(code, state);
        }
        state = next;
    }

    boolean reopenable() {
        return state == PeriodState.CLOSED ? task != null
                : state.closed() && state != PeriodState.ARCHIVING;
    }

    void waitsFor(PeriodTask act, String openTask, Instant due, Instant now) {
        task = act;
        taskId = openTask;
        taskDue = due;
        taskOverdue = due.isBefore(now);
    }

    void redateTask(Instant due, Instant now) {
        taskDue = due;
        taskOverdue = due.isBefore(now);
    }

    void waitsForNothing() {
        task = null;
        taskId = null;
        taskDue = null;
        taskOverdue = false;
    }

    void becameOverdue() {
        taskOverdue = task != null;
    }

    public Quarter quarter() {
        return Quarter.parse(code);
    }

    /** {@code 2026Q3} */
    public String code() {
        return code;
    }

    /** Its first day: that of the month after the quarter. */
    public LocalDate opensOn() {
        return quarter().end().plusDays(1);
    }

    /** Last second in which an enterprise files in time. */
    public Instant enterpriseDue() {
        return enterpriseDue;
    }

    /** Last second in which a city forwards in time. */
    public Instant cityDue() {
        return cityDue;
    }

    /** Last second in which the province reviews in time. */
    public Instant provinceDue() {
        return provinceDue;
    }

    /** Last second in which a late report can still be filed, unless an administrator closes the period before. */
    public Instant closesAt() {
        return closesAt;
    }

    /** Last second in which the province reports to the ministry in time. */
    public Instant reportDue() {
        return reportDue;
    }

    /** Last second in which the period is archived in time. */
    public Instant archiveDue() {
        return archiveDue;
    }

    public PeriodState state() {
        return state;
    }

    /** How many units the roster had when opening began; 0 before. */
    public int expectedCount() {
        return expectedCount;
    }

    /** How many filings have been started. */
    public int openedCount() {
        return openedCount;
    }

    /** When the last filing of the roster had been started. */
    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** What the process waits for somebody to do; null if for nobody. */
    public PeriodTask task() {
        return task;
    }

    /** The open task's id in Tasklist; null if none is open. */
    public String taskId() {
        return taskId;
    }

    /** Until when the open act is due; null if none is open. */
    public Instant taskDue() {
        return taskDue;
    }

    /** Whether the open act is past its due date. */
    public boolean taskOverdue() {
        return taskOverdue;
    }

    /** For Spring Data: a period comes with its key, which must not make it look stored. */
    @Override
    public String getId() {
        return code;
    }

    /** For Spring Data. */
    @Override
    public boolean isNew() {
        return fresh;
    }
}
