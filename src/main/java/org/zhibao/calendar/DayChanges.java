package org.zhibao.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares two revisions of a year. */
final class DayChanges {

    private DayChanges() {
    }

    /** The days that are worked or off for another reason, in order; another document alone is no change of a day. */
    static List<DayChange> between(List<AnnouncedDay> before, List<AnnouncedDay> after) {
        Map<LocalDate, AnnouncedDay> old = byDate(before);
        Map<LocalDate, AnnouncedDay> young = byDate(after);
        TreeSet<LocalDate> dates = new TreeSet<>(old.keySet());
        dates.addAll(young.keySet());
        return dates.stream()
                .map(date -> new DayChange(CalendarDay.of(date, old.get(date)), CalendarDay.of(date, young.get(date))))
                .filter(change -> !change.before().saysTheSameAs(change.after())).toList();
    }

    /** For the audit trail: {@code 2026-10-10 MAKE_UP -> WEEKEND}. */
    static String described(List<DayChange> changes) {
        return changes.stream().map(c -> c.date() + " " + c.before().why() + " -> " + c.after().why()
                + (c.after().name() == null ? "" : " " + c.after().name())).collect(Collectors.joining("; "));
    }

    private static Map<LocalDate, AnnouncedDay> byDate(List<AnnouncedDay> days) {
        return days.stream().collect(Collectors.toMap(AnnouncedDay::date, day -> day));
    }
}
