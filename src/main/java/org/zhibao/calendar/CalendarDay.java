package org.zhibao.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A day of the calendar: worked or off, and why.
 *
 * @param date      the day
 * @param why       what decides it
 * @param announced what a notice says of it, if one does
 */
public record CalendarDay(LocalDate date, Why why, Optional<AnnouncedDay> announced) {

    /** What decides whether a day is worked. */
    public enum Why {
        /** 工作日: an ordinary day from Monday to Friday. */
        WEEKDAY,
        /** 周末: an ordinary Saturday or Sunday. */
        WEEKEND,
        /** 放假: off by a notice. */
        HOLIDAY,
        /** 调休上班: worked by a notice though a Saturday or Sunday. */
        MAKE_UP
    }

    static CalendarDay of(LocalDate date, AnnouncedDay announced) {
        if (announced == null) {
            return new CalendarDay(date, isWeekend(date) ? Why.WEEKEND : Why.WEEKDAY, Optional.empty());
        }
        return new CalendarDay(date, announced.kind() == DayKind.OFF ? Why.HOLIDAY : Why.MAKE_UP,
                Optional.of(announced));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether offices work on it. */
    public boolean working() {
        return why == Why.WEEKDAY || why == Why.MAKE_UP;
    }

    /** The name of the holiday it belongs to; null for an ordinary day. */
    public String name() {
        return announced.map(AnnouncedDay::name).orElse(null);
    }

    /** The document that decides it; null for an ordinary day. */
    public String noticeNo() {
        return announced.map(AnnouncedDay::noticeNo).orElse(null);
    }

    boolean saysTheSameAs(CalendarDay other) {
        return why == other.why && Objects.equals(name(), other.name());
    }
}
