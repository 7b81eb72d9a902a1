package org.zhibao.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhibao.filing.Stage;

/**
 * What an extension would do.
 *
 * @param period     the period of the tasks
 * @param stage      the stage they are at
 * @param area       the county, city or province they lie in
 * @param unitName   the one unit; null if it is for many
 * @param day        the new due day
 * @param due        its last second
 * @param dates      the dates the tasks are due on now, and how many each; only those before the new one
 * @param left       how many open tasks of the area stay, because they are due on that day or later already
 * @param workingDay whether the new day is worked
 */
public record ExtensionPlan(String period, Stage stage, String area, Long filingId, String unitName, LocalDate day,
                            Instant due, List<FromDate> dates, long left, boolean workingDay) {

    /** So many tasks are due on this day now, so many of them overdue. */
    public record FromDate(LocalDate day, long tasks, long overdue) {
    }

    /** How many tasks would get more time. */
    public long tasks() {
        return dates.stream().mapToLong(FromDate::tasks).sum();
    }
}
