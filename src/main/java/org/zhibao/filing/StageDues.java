package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.calendar.WorkingDays;
import org.zhibao.period.Periods;
import org.zhibao.refusal.Refusal;

/**
 * When a stage is due: on the period's day the first time round. After a return a reviewer has at least three working
 * days from the day the report came back, so that a rectification in time does not make its reviewer late. How each date
 * came about is kept as {@link DueBasis}.
 */
@Component
class StageDues {

    static final int DAYS_AFTER_RECTIFICATION = 3;
    static final int MOST_WORKING_DAYS = 30;
    static final int MOST_DAYS = 60;

    private final Periods periods;
    private final WorkingCalendar calendar;
    private final DueBases bases;
    private final Clock clock;

    StageDues(Periods periods, WorkingCalendar calendar, DueBases bases, Clock clock) {
        this.periods = periods;
        this.calendar = calendar;
        this.bases = bases;
        this.clock = clock;
    }

    /** When a review that begins now is due. */
    Instant review(Filing filing, Stage stage, boolean again) {
        Instant planned = days(filing).of(stage);
        return again ? bases.save(DueBasis.inWorkingDays(filing.id(), stage, DAYS_AFTER_RECTIFICATION, today()))
                .due(planned, calendar.days()) : planned;
    }

    /** When a stage that begins now with a time limit is due. */
    Instant limited(Filing filing, Stage stage, TimeLimit limit) {
        Instant due = limit(limit);
        bases.save(limit.workingDays() == null ? DueBasis.until(filing.id(), stage, limit.dueDate())
                : DueBasis.inWorkingDays(filing.id(), stage, limit.workingDays(), today()));
        return due;
    }

    /** When a stage the filing has been at is due, by the dates and the calendar of today; empty if nothing is known. */
    Optional<Instant> again(Filing filing, Stage stage) {
        Instant planned = days(filing).of(stage);
        WorkingDays days = calendar.days();
        return bases.findById(new DueBasis.Id(filing.id(), stage)).map(basis -> basis.due(planned, days))
                .or(() -> Optional.ofNullable(planned));
    }

    /** The end of the day a time limit names; refuses a missing, double, past or absurd limit. */
    Instant limit(TimeLimit limit) {
        if (limit == null || (limit.workingDays() == null) == (limit.dueDate() == null)) {
            throw Refusal.field("workingDays", "limit.one-of");
        }
        LocalDate today = today();
        if (limit.workingDays() != null) {
            if (limit.workingDays() < 1 || limit.workingDays() > MOST_WORKING_DAYS) {
                throw Refusal.field("workingDays", "limit.working-days", MOST_WORKING_DAYS);
            }
            return calendar.endOf(calendar.plusWorkingDays(today, limit.workingDays()));
        }
        if (limit.dueDate().isBefore(today)) {
            throw Refusal.field("dueDate", "limit.past", limit.dueDate().toString(), today.toString());
        }
        if (limit.dueDate().isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.field("dueDate", "limit.too-late", MOST_DAYS);
        }
        return calendar.endOf(limit.dueDate());
    }

    private PeriodDays days(Filing filing) {
        return PeriodDays.of(periods.require(filing.period()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
