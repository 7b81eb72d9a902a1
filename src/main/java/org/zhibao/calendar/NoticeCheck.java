package org.zhibao.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhibao.refusal.Refusal;

/** Judges a year as read: gathers its days and everything that makes it impossible. */
final class NoticeCheck {

    /** Longer rows of days off have never been; one more likely is a slip. */
    static final int LONGEST_BREAK = 31;

    static final int LONGEST_NAME = 40;
    static final int LONGEST_NUMBER = 200;

    private final int year;
    private final String noticeNo;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<LocalDate, AnnouncedDay> days = new TreeMap<>();

    NoticeCheck(int year, String noticeNo) {
        this.year = year;
        this.noticeNo = noticeNo;
        if (noticeNo.isBlank()) {
            problem(0, "calendar.import.no-notice");
        } else if (unfit(noticeNo, LONGEST_NUMBER)) {
            problem(0, "calendar.notice-too-long", LONGEST_NUMBER);
        }
    }

    /** Checks the rows and whether they are about the year at all. */
    NoticeCheck read(NoticeText.Read read) {
        problems.addAll(read.problems());
        if (read.year() != null && !read.year().equals(String.valueOf(year))) {
            problem(0, "calendar.import.other-year", read.year(), String.valueOf(year));
        }
        if (read.rows().size() > NoticeText.MOST_DAYS) {
            problem(0, "calendar.import.too-many", read.rows().size(), NoticeText.MOST_DAYS);
            return this;
        }
        read.rows().forEach(this::row);
        if (days.values().stream().noneMatch(day -> day.kind() == DayKind.OFF) && problems.isEmpty()) {
            problem(0, "calendar.import.nothing-off");
        }
        return this;
    }

    private void row(NoticeText.Row row) {
        LocalDate date;
        try {
            date = LocalDate.parse(row.date());
        } catch (DateTimeParseException impossible) {
            problem(row.number(), "calendar.import.bad-date", shortened(row.date()));
            return;
        }
        boolean decemberBefore = date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER;
        if (date.getYear() != year && !decemberBefore) {
            problem(row.number(), "calendar.import.outside", row.date(), String.valueOf(year));
        } else if (row.kind() == null) {
            problem(row.number(), "calendar.import.bad-kind", row.date());
        } else if (unfit(row.name(), LONGEST_NAME)) {
            problem(row.number(), "calendar.bad-name", row.date(), LONGEST_NAME);
        } else if (row.kind() == DayKind.WORK && !CalendarDay.isWeekend(date)) {
            problem(row.number(), "calendar.work-on-weekday", row.date(),
                    new Refusal.Text("calendar.weekday." + date.getDayOfWeek().getValue()));
        } else if (days.putIfAbsent(date, new AnnouncedDay(date, row.kind(), row.name(), noticeNo)) != null) {
            problem(row.number(), "calendar.import.twice", row.date());
        }
    }

    /** Checks the year as part of the whole calendar. */
    NoticeCheck against(WorkingDays proposed, List<CalendarObjection> objections) {
        if (!problems.isEmpty()) {
            return this;
        }
        proposed.rowsOff(LocalDate.of(year - 1, 12, 1), LocalDate.of(year, 12, 31), LONGEST_BREAK + 1)
                .forEach(row -> problem(0, "calendar.import.long-break", row.first().toString(),
                        row.last().toString(), row.days(), LONGEST_BREAK));
        objections.forEach(o -> o.objections(year, proposed)
                .forEach(text -> problems.add(new ImportProblem(0, text))));
        return this;
    }

    List<AnnouncedDay> days() {
        return List.copyOf(days.values());
    }

    List<ImportProblem> problems() {
        return List.copyOf(problems);
    }

    /** Whether a text is missing, too long or not to be shown on one line. */
    static boolean unfit(String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest
                || text.chars().anyMatch(Character::isISOControl);
    }

    private void problem(int row, String key, Object... arguments) {
        problems.add(new ImportProblem(row, new Refusal.Text(key, arguments)));
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
