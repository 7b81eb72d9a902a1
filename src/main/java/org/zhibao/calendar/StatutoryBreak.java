package org.zhibao.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A statutory break (法定节假日假期): days off in a row of which at least one is off by a notice. Weekend days that join
 * the announced days belong to it (与周末连休), whether or not the notice lists them.
 *
 * @param name  the holiday
 * @param first the first day off
 * @param last  the last day off
 */
public record StatutoryBreak(String name, LocalDate first, LocalDate last) {

    /** How many days. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }
}
