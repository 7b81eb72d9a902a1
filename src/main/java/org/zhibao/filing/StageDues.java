package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;

/**
 * When a stage is due: on the period's day the first time round. After a return a reviewer has at least three working
 * days from the day the report came back, so that a rectification in time does not make its reviewer late.
 */
@Component
class StageDues {

    static final int DAYS_AFTER_RECTIFICATION = 3;
    static final int MOST_WORKING_DAYS = 30;
    static final int MOST_DAYS = 60;

    private final Periods periods;
    private final WorkingCalendar calendar;
    private final Clock clock;

    StageDues(Periods periods, WorkingCalendar calendar, Clock clock) {
        this.periods = periods;
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant review(String periodCode, Stage stage, boolean again) {
        ReportingPeriod period = periods.require(periodCode);
        Instant planned = stage == Stage.CITY_REVIEW ? period.cityDue() : period.provinceDue();
        Instant atLeast = inWorkingDays(DAYS_AFTER_RECTIFICATION);
        return again && atLeast.isAfter(planned) ? atLeast : planned;
    }

    /** The end of the day a time limit names; refuses a missing, double, past or absurd limit. */
    Instant limit(TimeLimit limit) {
        if (limit == null || (limit.workingDays() == null) == (limit.dueDate() == null)) {
            throw Refusal.field("workingDays", "limit.one-of");
        }
        if (limit.workingDays() != null) {
            if (limit.workingDays() < 1 || limit.workingDays() > MOST_WORKING_DAYS) {
                throw Refusal.field("workingDays", "limit.working-days", MOST_WORKING_DAYS);
            }
            return inWorkingDays(limit.workingDays());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        if (limit.dueDate().isBefore(today)) {
            throw Refusal.field("dueDate", "limit.past", limit.dueDate().toString(), today.toString());
        }
        if (limit.dueDate().isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.field("dueDate", "limit.too-late", MOST_DAYS);
        }
        return calendar.endOf(limit.dueDate());
    }

    private Instant inWorkingDays(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return calendar.endOf(calendar.plusWorkingDays(today, days));
    }
}
