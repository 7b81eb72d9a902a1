package org.zhibao.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calendar as it stands at one moment; a value that no later change touches. A day is worked if it is a weekday,
 * unless a notice says otherwise.
 */
public final class WorkingDays {

    private final Map<LocalDate, AnnouncedDay> announced;
    private final Set<Integer> years;

    private WorkingDays(Map<LocalDate, AnnouncedDay> announced, Set<Integer> years) {
        this.announced = Map.copyOf(announced);
        this.years = Set.copyOf(years);
    }

    /**
     * @param days  the days that notices name; a later element for the same day wins
     * @param years the years that have a notice
     */
    public static WorkingDays of(Collection<AnnouncedDay> days, Set<Integer> years) {
        Map<LocalDate, AnnouncedDay> byDate = new HashMap<>();
        days.forEach(day -> byDate.put(day.date(), day));
        return new WorkingDays(byDate, years);
    }

    /** What the day is and why. */
    public CalendarDay day(LocalDate date) {
        return CalendarDay.of(date, announced.get(date));
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate date) {
        return day(date).working();
    }

    /** Whether the year has a notice; if not, only its weekends are known. */
    public boolean isAnnounced(int year) {
        return years.contains(year);
    }

    /** The day itself if worked, else the first one after it that is. */
    public LocalDate workingDayFrom(LocalDate date) {
        LocalDate reached = date;
        while (!isWorkingDay(reached)) {
            reached = reached.plusDays(1);
        }
        return reached;
    }

    /**
     * The working day that many working days later; the day itself does not count, whether worked or not.
     *
     * @param days zero or more; zero gives the day itself
     * @throws IllegalArgumentException if negative
     */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("negative number of working days: " + days);
        }
        LocalDate reached = date;
        for (int left = days; left > 0; left--) {
            reached = workingDayFrom(reached.plusDays(1));
        }
        return reached;
    }

    /** The statutory break the day lies in, if it does. */
    public Optional<StatutoryBreak> breakAround(LocalDate date) {
        if (isWorkingDay(date)) {
            return Optional.empty();
        }
        LocalDate first = firstOff(date);
        LocalDate last = workingDayFrom(date).minusDays(1);
        return first.datesUntil(last.plusDays(1)).map(this::day).filter(day -> day.why() == CalendarDay.Why.HOLIDAY)
                .findFirst().map(holiday -> new StatutoryBreak(holiday.name(), first, last));
    }

    /** Days off in a row between two days, both inclusive, each row cut at them; only rows of at least so many days. */
    public List<StatutoryBreak> rowsOff(LocalDate from, LocalDate to, int atLeast) {
        List<StatutoryBreak> rows = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!isWorkingDay(day)) {
                LocalDate after = workingDayFrom(day);
                LocalDate last = after.isAfter(to) ? to : after.minusDays(1);
                StatutoryBreak row = new StatutoryBreak(breakAround(day).map(StatutoryBreak::name).orElse(""), day,
                        last);
                if (row.days() >= atLeast) {
                    rows.add(row);
                }
                day = last;
            }
        }
        return rows;
    }

    private LocalDate firstOff(LocalDate date) {
        LocalDate first = date;
        while (!isWorkingDay(first.minusDays(1))) {
            first = first.minusDays(1);
        }
        return first;
    }
}
