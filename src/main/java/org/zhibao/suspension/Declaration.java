package org.zhibao.suspension;

import org.zhibao.filing.CheckResult;

/**
 * What is declared about a unit, as it was written.
 *
 * @param orgCode     the unit
 * @param from        the first period, such as {@code 2026Q3}
 * @param to          the last; without it the first alone
 * @param kind        name of a {@link SuspensionKind}
 * @param explanation why, in detail (W42)
 */
public record Declaration(String orgCode, String from, String to, String kind, String explanation) {

    /** The shortest explanation, in letters and digits. */
    public static final int SHORTEST = CheckResult.EXPLANATION_LENGTH;
    /** The longest suspension: a year. */
    public static final int MOST_QUARTERS = 4;
}
