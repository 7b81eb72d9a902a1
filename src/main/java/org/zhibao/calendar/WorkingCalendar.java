package org.zhibao.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Which days are worked: the weekdays, less the days off and with the weekend days worked instead (调休) that the State
 * Council announces for each year. A year without a notice ({@link #isAnnounced(int)}) has plain weekdays.
 *
 * <p>Answers come from memory; every question first compares one small row with the database, so that a change takes
 * effect at once on every node.
 */
@Component
public class WorkingCalendar {

    /** The time of the province: every date and deadline is read in it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The first year the platform knows. */
    public static final int FIRST_YEAR = 2013;

    /** The last year the platform knows. */
    public static final int LAST_YEAR = 2099;

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private record Held(String stamp, WorkingDays days) {
    }

    private final CalendarStore store;
    private volatile Held held = new Held("", null);

    WorkingCalendar(CalendarStore store) {
        this.store = store;
    }

    /** The calendar as it stands now. Take it once for a computation that asks for several days. */
    public WorkingDays days() {
        String stamp = store.stamp();
        Held now = held;
        if (!now.stamp.equals(stamp)) {
            // read after the stamp: days changed in between carry another stamp and are read again next time
            now = new Held(stamp, store.workingDays());
            held = now;
        }
        return now.days;
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return days().isWorkingDay(day);
    }

    /** What the day is and why. */
    public CalendarDay day(LocalDate day) {
        return days().day(day);
    }

    /**
     * Whether the holidays of the year are known. If not, {@link #isWorkingDay(LocalDate)} knows of weekends only and
     * dates resting on it are provisional.
     */
    public boolean isAnnounced(int year) {
        return days().isAnnounced(year);
    }

    /**
     * The working day that many working days later; the day itself does not count, whether worked or not.
     *
     * @param days zero or more; zero gives the day itself
     * @throws IllegalArgumentException if negative
     */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        return days().plusWorkingDays(day, days);
    }

    /** The last second of the day, 23:59:59 in {@link #ZONE}: a deadline day is inclusive. */
    public Instant endOf(LocalDate day) {
        return lastSecond(day);
    }

    /** The same, where no calendar is at hand. */
    public static Instant lastSecond(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(ZONE).toInstant();
    }
}
