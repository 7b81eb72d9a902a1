package org.zhibao.calendar;

import java.time.LocalDate;

/** A day that is something else after a change than before. */
public record DayChange(CalendarDay before, CalendarDay after) {

    public LocalDate date() {
        return after.date();
    }
}
