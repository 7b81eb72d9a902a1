package org.zhibao.registry;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** An edition of the national classification of industries (GB/T 4754): the same code may mean another industry in each. */
public enum IndustryEdition {
    /** GB/T 4754-2002 */
    OF_2002("2002"),
    /** GB/T 4754-2011 */
    OF_2011("2011"),
    /** GB/T 4754-2017 */
    OF_2017("2017");

    /** Mining, manufacturing, energy and water. */
    private static final int FIRST_DIVISION = 6;
    private static final int LAST_DIVISION = 46;
    private static final Set<Integer> NOT_IN_2002 = Set.of(12, 38);

    private final String year;

    IndustryEdition(String year) {
        this.year = year;
    }

    /** Four digits. */
    public String year() {
        return year;
    }

    /** The edition of a year, if there is one. */
    public static Optional<IndustryEdition> of(String year) {
        return Arrays.stream(values()).filter(edition -> edition.year.equals(year)).findFirst();
    }

    /** Whether a four-digit code lies in one of the edition's industrial divisions (R06). */
    public boolean covers(String code) {
        if (!code.matches("[0-9]{4}")) {
            return false;
        }
        int division = Integer.parseInt(code.substring(0, 2));
        return division >= FIRST_DIVISION && division <= LAST_DIVISION
                && !(this == OF_2002 && NOT_IN_2002.contains(division));
    }
}
