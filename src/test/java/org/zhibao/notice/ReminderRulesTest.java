package org.zhibao.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhibao.refusal.Refusal;

class ReminderRulesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 8);
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    @ParameterizedTest
    @CsvSource({"2026-10-05, -3", "2026-10-06, -3", "2026-10-07, -1", "2026-10-08, 0", "2026-10-09, 1", "2026-10-15, 1",
        "2026-10-16, 8", "2026-10-22, 8", "2026-10-23, 15", "2027-01-08, 92"})
    void onlyTheMostUrgentReminderThatAppliesTodayIsSent(LocalDate today, int milestone) {
        assertThat(ReminderRules.BUILT_IN.milestone(DUE, today)).hasValue(milestone);
    }

    @Test
    void nothingIsRemindedOfTooEarlyOrWhereRemindersAreOff() {
        assertThat(ReminderRules.BUILT_IN.milestone(DUE, DUE.minusDays(4))).isEmpty();
        ReminderRules off = new ReminderRules(false, new TreeSet<>(List.of(3)), 7, NIGHT, 1, 3);
        assertThat(off.milestone(DUE, DUE)).isEmpty();
        assertThat(off.milestone(DUE, DUE.plusDays(1))).isEmpty();
    }

    @Test
    void anOverdueReportIsRemindedOfOnceOnlyIfItIsNotToBeRepeated() {
        ReminderRules once = new ReminderRules(true, new TreeSet<>(), 0, NIGHT, 1, 3);
        assertThat(once.milestone(DUE, DUE)).isEmpty();
        assertThat(once.milestone(DUE, DUE.plusDays(1))).isEqualTo(OptionalInt.of(1));
        assertThat(once.milestone(DUE, DUE.plusDays(40))).isEqualTo(OptionalInt.of(1));
    }

    @ParameterizedTest
    @CsvSource({"15,7,1,3,daysBefore", "-1,7,1,3,daysBefore", "3,-1,1,3,overdueEvery", "3,31,1,3,overdueEvery",
        "3,7,0,3,urgePerDay", "3,7,6,9,urgePerDay", "3,7,2,1,urgePerWeek", "3,7,1,21,urgePerWeek"})
    void rulesThatMakeNoSenseAreRefusedNamingTheField(int before, int every, int day, int week, String field) {
        assertThatThrownBy(() -> new ReminderRules(true, new TreeSet<>(List.of(before)), every, NIGHT, day, week))
                .isInstanceOfSatisfying(Refusal.class,
                        refused -> assertThat(refused.fields()).extracting(Refusal.FieldError::field).contains(field));
    }

    @Test
    void moreThanFiveRemindersAreRefused() {
        assertThatThrownBy(() -> new ReminderRules(true, new TreeSet<>(List.of(0, 1, 2, 3, 4, 5)), 7, NIGHT, 1, 3))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-08T20:59:59+08:00, 2026-10-08T20:59:59+08:00", "2026-10-08T21:00:00+08:00, 2026-10-09T08:00:00+08:00",
        "2026-10-09T00:00:00+08:00, 2026-10-09T08:00:00+08:00", "2026-10-09T07:59:59+08:00, 2026-10-09T08:00:00+08:00",
        "2026-10-09T08:00:00+08:00, 2026-10-09T08:00:00+08:00"})
    void atNightMessagesWaitUntilTheMorning(String now, String sent) {
        assertThat(NIGHT.earliest(instant(now))).isEqualTo(instant(sent));
    }

    @Test
    void quietHoursMayLieWithinADayOrNotExist() {
        QuietHours lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(lunch.earliest(instant("2026-10-08T12:30:00+08:00"))).isEqualTo(instant("2026-10-08T14:00:00+08:00"));
        assertThat(lunch.earliest(instant("2026-10-08T22:30:00+08:00"))).isEqualTo(instant("2026-10-08T22:30:00+08:00"));
        QuietHours never = new QuietHours(LocalTime.of(9, 0), LocalTime.of(9, 0));
        assertThat(never.earliest(instant("2026-10-08T09:00:00+08:00"))).isEqualTo(instant("2026-10-08T09:00:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({"1,PT1M", "2,PT4M", "3,PT16M", "4,PT64M", "5,PT256M", "6,PT6H", "7,PT6H"})
    void pausesBetweenAttemptsGrowUpToSixHours(int attempts, String pause) {
        assertThat(NoticeSender.pause(attempts)).hasValueSatisfying(p -> assertThat(p.toString())
                .isEqualTo(java.time.Duration.parse(pause).toString()));
        assertThat(NoticeSender.pause(NoticeSender.MOST_ATTEMPTS)).isEmpty();
    }

    private static Instant instant(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant();
    }
}
