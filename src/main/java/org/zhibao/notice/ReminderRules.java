package org.zhibao.notice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhibao.refusal.Refusal;

/**
 * What an area settled about reminders and urging. Refuses what makes no sense, field by field.
 *
 * @param enabled      whether enterprises are reminded at all
 * @param daysBefore   how many days before the due day; 0 on the day itself
 * @param overdueEvery after the first overdue day again every so many days; 0: not again
 * @param urgePerDay   how often one unit may be urged by one level on one day
 * @param urgePerWeek  and within seven days
 */
public record ReminderRules(boolean enabled, SortedSet<Integer> daysBefore, int overdueEvery, QuietHours quiet,
                            int urgePerDay, int urgePerWeek) {

    static final int MOST_DAYS_BEFORE = 14;
    static final int MOST_REMINDERS = 5;
    static final int MOST_OVERDUE_EVERY = 30;
    static final int MOST_PER_DAY = 5;
    static final int MOST_PER_WEEK = 20;

    /** As the platform comes: three days and one day before, on the day, the first overdue day and then weekly. */
    public static final ReminderRules BUILT_IN = new ReminderRules(true, new TreeSet<>(List.of(3, 1, 0)), 7,
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), 1, 3);

    public ReminderRules {
        List<Refusal.FieldError> errors = new ArrayList<>();
        check(errors, daysBefore.size() <= MOST_REMINDERS
                && daysBefore.stream().allMatch(d -> d >= 0 && d <= MOST_DAYS_BEFORE), "daysBefore",
                "reminder.bad-days", MOST_REMINDERS, MOST_DAYS_BEFORE);
        check(errors, overdueEvery >= 0 && overdueEvery <= MOST_OVERDUE_EVERY, "overdueEvery",
                "reminder.bad-overdue", MOST_OVERDUE_EVERY);
        check(errors, urgePerDay >= 1 && urgePerDay <= MOST_PER_DAY, "urgePerDay", "reminder.bad-cap", 1, MOST_PER_DAY);
        check(errors, urgePerWeek >= urgePerDay && urgePerWeek <= MOST_PER_WEEK, "urgePerWeek", "reminder.bad-cap",
                Math.max(1, urgePerDay), MOST_PER_WEEK);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        daysBefore = Collections.unmodifiableSortedSet(new TreeSet<>(daysBefore));
    }

    /**
     * The latest reminder that applies to something due on a day: earlier ones that were missed are not made up for.
     *
     * @return days from the due day on: {@code -3} three days before, {@code 0} on the day, {@code 1} the first day
     *         overdue; empty if there is nothing to remind of yet
     */
    OptionalInt milestone(LocalDate due, LocalDate today) {
        int past = Math.toIntExact(ChronoUnit.DAYS.between(due, today));
        if (!enabled) {
            return OptionalInt.empty();
        }
        if (past > 0) {
            return OptionalInt.of(overdueEvery == 0 ? 1 : 1 + (past - 1) / overdueEvery * overdueEvery);
        }
        return daysBefore.stream().mapToInt(days -> -days).filter(at -> at <= past).max();
    }

    private static void check(List<Refusal.FieldError> errors, boolean good, String field, String key,
                              Object... arguments) {
        if (!good) {
            errors.add(new Refusal.FieldError(field, new Refusal.Text(key, arguments)));
        }
    }
}
