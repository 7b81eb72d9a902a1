package org.zhibao.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Watches that the next year's holidays get imported; notices come out from October to December. */
@Component
public class CalendarWatch {

    private final WorkingCalendar calendar;
    private final Clock clock;

    CalendarWatch(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The year whose holidays are missing and should be there: this one, or from 1 November the next. */
    public Optional<Integer> missingYear(LocalDate today) {
        WorkingDays days = calendar.days();
        if (!days.isAnnounced(today.getYear())) {
            return Optional.of(today.getYear());
        }
        boolean due = today.getMonthValue() >= Month.NOVEMBER.getValue();
        return due && !days.isAnnounced(today.getYear() + 1) ? Optional.of(today.getYear() + 1) : Optional.empty();
    }

    /** The same as of today; null if nothing is missing. For templates. */
    public Integer missingNow() {
        return missingYear(LocalDate.now(clock)).orElse(null);
    }
}
