package org.zhibao.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * When a stage of a period is due.
 *
 * @param stage       the stage
 * @param nominal     the day before holidays are considered
 * @param day         the day it is due, inclusive
 * @param due         the last second of that day
 * @param provisional whether it rests on a year whose holidays are not known yet
 * @param manual      the document that sets it, if one does
 * @param steps       why, in order
 */
public record StageDeadline(DeadlineStage stage, LocalDate nominal, LocalDate day, Instant due, boolean provisional,
                            Optional<ManualDeadline> manual, List<DeadlineStep> steps) {

    /** Whether it is not on its nominal day. */
    public boolean moved() {
        return !day.equals(nominal);
    }

    /** How many days after its nominal day; negative if before. */
    public long shiftDays() {
        return ChronoUnit.DAYS.between(nominal, day);
    }
}
