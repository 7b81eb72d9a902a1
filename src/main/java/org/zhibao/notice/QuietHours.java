package org.zhibao.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.zhibao.calendar.WorkingCalendar;

/**
 * When nobody is disturbed by mail or text message (免打扰时段), Beijing time; the inbox has none.
 *
 * @param from the first quiet minute
 * @param to   the first minute after; may lie on the next day. The same as {@code from}: never quiet.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** The first moment from now on that is not quiet. */
    Instant earliest(Instant now) {
        ZonedDateTime local = now.atZone(WorkingCalendar.ZONE);
        if (!quiet(local.toLocalTime())) {
            return now;
        }
        ZonedDateTime end = local.with(to);
        return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
    }

    private boolean quiet(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isAfter(to) ? afterFrom || beforeTo : afterFrom && beforeTo;
    }
}
