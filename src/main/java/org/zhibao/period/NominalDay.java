package org.zhibao.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day counted from a quarter's last month.
 *
 * @param monthOffset 1 for the month after the quarter, 2 for the one after that
 * @param day         day of that month
 */
public record NominalDay(int monthOffset, int day) {

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The date for a quarter; empty if there is none or if it is not in the quarter that follows. */
    public Optional<LocalDate> after(Quarter quarter) {
        if (monthOffset < 1 || monthOffset > MONTHS_OF_A_QUARTER) {
            return Optional.empty();
        }
        LocalDate month = quarter.start().plusMonths(MONTHS_OF_A_QUARTER - 1L + monthOffset);
        try {
            return Optional.of(month.withDayOfMonth(day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The first day on which a stage of a quarter's report can be due. */
    static LocalDate firstPossible(Quarter quarter) {
        return quarter.end().plusDays(1);
    }

    /** The last day of the quarter that follows, on which one can be due. */
    static LocalDate lastPossible(Quarter quarter) {
        return quarter.start().plusMonths(2L * MONTHS_OF_A_QUARTER).minusDays(1);
    }
}
