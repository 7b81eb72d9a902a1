package org.zhibao.filing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.calendar.WorkingDays;

/**
 * Why a stage of a filing is due when it is, where it is not simply due on the period's day: so many working days from a
 * day, a day, an extension (延期). Kept so that the date can be computed again when the calendar or the period changes.
 */
@Entity
@Table(name = "filing_due")
class DueBasis {

    @Embeddable
    record Id(long filingId, @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Stage stage)
            implements Serializable {
    }

    @EmbeddedId
    private Id id;
    private Integer workingDays;
    private LocalDate fromDay;
    private LocalDate onDay;
    private Instant extendedTo;

    protected DueBasis() {
    }

    private DueBasis(long filingId, Stage stage) {
        this.id = new Id(filingId, stage);
    }

    /** So many working days, counted from a day. */
    static DueBasis inWorkingDays(long filingId, Stage stage, int days, LocalDate from) {
        DueBasis basis = new DueBasis(filingId, stage);
        basis.workingDays = days;
        basis.fromDay = from;
        return basis;
    }

    /** Until a day. */
    static DueBasis until(long filingId, Stage stage, LocalDate day) {
        DueBasis basis = new DueBasis(filingId, stage);
        basis.onDay = day;
        return basis;
    }

    /** The period's day, longer by an extension. */
    static DueBasis extended(long filingId, Stage stage, Instant to) {
        DueBasis basis = new DueBasis(filingId, stage);
        basis.extendedTo = to;
        return basis;
    }

    /** An extension; an earlier one that goes further stays. */
    void extendTo(Instant to) {
        extendedTo = extendedTo == null || to.isAfter(extendedTo) ? to : extendedTo;
    }

    /**
     * When the stage is due; never before the end of an extension.
     *
     * @param planned the period's day for the stage; null for a stage that has none
     */
    Instant due(Instant planned, WorkingDays calendar) {
        return later(withoutExtension(planned, calendar), extendedTo);
    }

    /** Whether only an extension keeps the stage from being due earlier. */
    boolean restsOnExtension(Instant planned, WorkingDays calendar) {
        Instant otherwise = withoutExtension(planned, calendar);
        return extendedTo != null && (otherwise == null || otherwise.isBefore(extendedTo));
    }

    private Instant withoutExtension(Instant planned, WorkingDays calendar) {
        if (workingDays != null) {
            return later(planned, WorkingCalendar.lastSecond(calendar.plusWorkingDays(fromDay, workingDays)));
        }
        return onDay != null ? WorkingCalendar.lastSecond(onDay) : planned;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    Id id() {
        return id;
    }
}
