package org.zhibao.calendar.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.calendar.CalendarAdministration;
import org.zhibao.calendar.CalendarDay;
import org.zhibao.calendar.CalendarNotice;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.calendar.WorkingDays;

/** The calendar through the API. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {

    /** A day: worked or not, what decides it, and for announced days the holiday and the document. */
    record Day(LocalDate date, boolean working, CalendarDay.Why why, String name, String noticeNo) {

        static Day of(CalendarDay day) {
            return new Day(day.date(), day.working(), day.why(), day.name(), day.noticeNo());
        }
    }

    /** The notice in force. */
    record Notice(String noticeNo, int revision, String source) {

        static Notice of(CalendarNotice notice) {
            return new Notice(notice.noticeNo(), notice.revision(), notice.source());
        }
    }

    /**
     * A year.
     *
     * @param announced whether its holidays are known; if not, only weekends are
     * @param notice    null if not announced
     * @param days      every day of the year
     */
    record Year(int year, boolean announced, Notice notice, List<Day> days) {
    }

    private final WorkingCalendar calendar;
    private final CalendarAdministration administration;

    CalendarApi(WorkingCalendar calendar, CalendarAdministration administration) {
        this.calendar = calendar;
        this.administration = administration;
    }

    @GetMapping("/{year}")
    Year year(@PathVariable int year) {
        Notice notice = administration.notice(year).map(Notice::of).orElse(null);
        WorkingDays days = calendar.days();
        return new Year(year, days.isAnnounced(year), notice,
                LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).map(days::day).map(Day::of).toList());
    }
}
