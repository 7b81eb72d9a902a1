package org.zhibao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.DatabaseTest;

@DatabaseTest
class WorkingCalendarIT {

    @Autowired
    private WorkingCalendar calendar;

    @ParameterizedTest
    @ValueSource(strings = {"2013-01-05", "2013-01-06", "2013-02-16", "2013-04-07", "2013-04-27", "2013-06-09",
        "2013-09-22", "2013-09-29", "2013-10-12", "2014-01-26", "2014-05-04", "2014-10-11", "2022-10-08", "2023-10-07",
        "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"})
    void weekendDaysDeclaredWorkdaysAreWorked(LocalDate day) {
        assertThat(day.getDayOfWeek().getValue()).isGreaterThan(5);
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-01-01", "2013-02-15", "2013-04-04", "2013-10-01", "2013-10-07", "2014-04-07",
        "2014-10-07", "2025-04-04", "2025-10-08", "2026-01-02", "2026-02-23", "2026-06-19", "2026-09-25", "2026-10-05"})
    void weekdaysDeclaredOffAreNotWorked(LocalDate day) {
        assertThat(day.getDayOfWeek().getValue()).isLessThan(6);
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, true", "2026-11-21, false", "2026-11-22, false", "2026-11-23, true", "2014-04-06, false"})
    void otherDaysFollowTheWeek(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 1, 2026-10-08", // seven days of National Day
        "2026-10-08, 2, 2026-10-10", // Saturday the 10th is worked
        "2026-10-08, 3, 2026-10-12",
        "2013-10-11, 1, 2013-10-12",
        "2013-04-03, 1, 2013-04-07",
        "2026-10-03, 0, 2026-10-03",
        "2026-10-03, 1, 2026-10-08"})
    void countsWorkingDaysAfterTheDay(LocalDate day, int days, LocalDate reached) {
        assertThat(calendar.plusWorkingDays(day, days)).isEqualTo(reached);
    }

    @Test
    void doesNotCountBackwards() {
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 10, 1), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayEndsInItsLastSecondInChina() {
        assertThat(calendar.endOf(LocalDate.of(2026, 10, 8))).isEqualTo(Instant.parse("2026-10-08T15:59:59Z"));
    }

    @Test
    void knowsForWhichYearsItHasANotice() {
        assertThat(calendar.isAnnounced(2013)).isTrue();
        assertThat(calendar.isAnnounced(2026)).isTrue();
        assertThat(calendar.isAnnounced(2099)).isFalse();
    }

    @Test
    void saysWhyADayIsWorkedOrOff() {
        assertThat(calendar.day(LocalDate.of(2026, 10, 7))).satisfies(day -> {
            assertThat(day.why()).isEqualTo(CalendarDay.Why.HOLIDAY);
            assertThat(day.name()).isEqualTo("国庆节");
            assertThat(day.noticeNo()).isEqualTo("国办发明电〔2025〕7号");
        });
        assertThat(calendar.day(LocalDate.of(2013, 10, 12)).why()).isEqualTo(CalendarDay.Why.MAKE_UP);
        assertThat(calendar.day(LocalDate.of(2026, 11, 21)).why()).isEqualTo(CalendarDay.Why.WEEKEND);
        assertThat(calendar.day(LocalDate.of(2026, 11, 20)).why()).isEqualTo(CalendarDay.Why.WEEKDAY);
    }

    @Test
    void aDayChangedInMidYearNamesTheNoticeThatChangedIt() {
        assertThat(calendar.day(LocalDate.of(2015, 9, 3)).noticeNo()).isEqualTo("国发明电〔2015〕1号");
        assertThat(calendar.day(LocalDate.of(2015, 10, 1)).noticeNo()).isEqualTo("国办发明电〔2014〕28号");
    }

    @Test
    void aNewYearBreakInDecemberComesFromTheNoticeForTheNextYear() {
        assertThat(calendar.day(LocalDate.of(2018, 12, 29)).why()).isEqualTo(CalendarDay.Why.MAKE_UP);
        assertThat(calendar.day(LocalDate.of(2018, 12, 31)).noticeNo()).isEqualTo("国办发明电〔2018〕15号");
    }

    @Test
    void aBreakTakesInTheWeekendThatJoinsIt() {
        assertThat(calendar.days().breakAround(LocalDate.of(2014, 9, 6)))
                .contains(new StatutoryBreak("中秋节", LocalDate.of(2014, 9, 6), LocalDate.of(2014, 9, 8)));
        assertThat(calendar.days().breakAround(LocalDate.of(2014, 7, 12))).as("an ordinary weekend").isEmpty();
        assertThat(calendar.days().breakAround(LocalDate.of(2026, 10, 8))).as("a working day").isEmpty();
    }
}
