package org.zhibao.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar quarter (季度).
 *
 * @param year   2000 to 2099
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern CODE = Pattern.compile("(20[0-9]{2})Q([1-4])");

    /** @throws IllegalArgumentException if there is no such quarter */
    public Quarter {
        if (year < 2000 || year > 2099 || number < 1 || number > 4) {
            throw new IllegalArgumentException("no such quarter: " + year + "Q" + number);
        }
    }

    /** Whether the text is of the form {@code 2026Q3}. */
    public static boolean isCode(String text) {
        return text != null && CODE.matcher(text).matches();
    }

    /**
     * Reads {@code 2026Q3}.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static Quarter parse(String code) {
        Matcher matcher = CODE.matcher(code == null ? "" : code);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a quarter, such as 2026Q3");
        }
        return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The quarter the day lies in. */
    public static Quarter containing(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** {@code 2026Q3} */
    public String code() {
        return year + "Q" + number;
    }

    /** The first day. */
    public LocalDate start() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    /** The last day. */
    public LocalDate end() {
        return start().plusMonths(3).minusDays(1);
    }

    /** How many days it has: 90 to 92. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(start(), end()) + 1;
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    public Quarter sameQuarterLastYear() {
        return new Quarter(year - 1, number);
    }

    @Override
    public int compareTo(Quarter other) {
        return code().compareTo(other.code());
    }

    @Override
    public String toString() {
        return code();
    }
}
