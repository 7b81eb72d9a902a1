package org.zhibao.calendar;

import java.time.LocalDate;

/**
 * A day that a notice names.
 *
 * @param date     the day
 * @param kind     off or worked
 * @param name     the holiday it belongs to, {@code 国庆节}
 * @param noticeNo the document that says so
 */
public record AnnouncedDay(LocalDate date, DayKind kind, String name, String noticeNo) {
}
