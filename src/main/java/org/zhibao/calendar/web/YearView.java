package org.zhibao.calendar.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.zhibao.calendar.CalendarDay;
import org.zhibao.calendar.WorkingDays;

/**
 * A year at a glance.
 *
 * @param year     the year
 * @param months   twelve
 * @param working  how many days are worked
 * @param holidays how many days are off by a notice
 * @param makeUps  how many days of weekends are worked
 */
record YearView(int year, List<MonthView> months, int working, int holidays, int makeUps) {

    /**
     * A month as rows from Monday to Sunday.
     *
     * @param weeks   seven elements each, null for days of other months
     * @param entries its announced days in words
     */
    record MonthView(int number, int working, List<List<DayView>> weeks, List<Entry> entries) {
    }

    /** A day; {@code name} is the holiday in the reader's language, empty for ordinary days. */
    record DayView(LocalDate date, CalendarDay.Why why, String name, boolean today) {
    }

    /** Days in a row that are announced alike; {@code days} is {@code 1–7}. */
    record Entry(String days, CalendarDay.Why why, String name) {
    }

    static YearView of(int year, WorkingDays calendar, LocalDate today, Function<String, String> names) {
        List<MonthView> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> month(YearMonth.of(year, month), calendar, today, names)).toList();
        List<CalendarDay> days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(calendar::day).toList();
        return new YearView(year, months, (int) days.stream().filter(CalendarDay::working).count(),
                count(days, CalendarDay.Why.HOLIDAY), count(days, CalendarDay.Why.MAKE_UP));
    }

    private static int count(List<CalendarDay> days, CalendarDay.Why why) {
        return (int) days.stream().filter(day -> day.why() == why).count();
    }

    private static MonthView month(YearMonth month, WorkingDays calendar, LocalDate today,
                                   Function<String, String> names) {
        List<DayView> days = month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).map(calendar::day)
                .map(day -> new DayView(day.date(), day.why(), day.name() == null ? "" : names.apply(day.name()),
                        day.date().equals(today))).toList();
        int working = (int) days.stream().filter(day -> calendar.isWorkingDay(day.date())).count();
        return new MonthView(month.getMonthValue(), working, weeks(days), entries(days));
    }

    private static List<List<DayView>> weeks(List<DayView> days) {
        List<DayView> cells = new ArrayList<>();
        for (int before = days.get(0).date().getDayOfWeek().getValue(); before > 1; before--) {
            cells.add(null);
        }
        cells.addAll(days);
        while (cells.size() % 7 != 0) {
            cells.add(null);
        }
        return IntStream.range(0, cells.size() / 7).mapToObj(week -> cells.subList(week * 7, week * 7 + 7)).toList();
    }

    private static List<Entry> entries(List<DayView> days) {
        List<Entry> entries = new ArrayList<>();
        for (int first = 0; first < days.size(); first++) {
            DayView day = days.get(first);
            if (day.name().isEmpty()) {
                continue;
            }
            int last = first;
            while (last + 1 < days.size() && days.get(last + 1).why() == day.why()
                    && days.get(last + 1).name().equals(day.name())) {
                last++;
            }
            entries.add(new Entry(first == last ? String.valueOf(first + 1) : (first + 1) + "–" + (last + 1),
                    day.why(), day.name()));
            first = last;
        }
        return entries;
    }
}
