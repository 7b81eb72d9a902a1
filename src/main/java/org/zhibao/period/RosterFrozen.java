package org.zhibao.period;

import java.util.List;

/**
 * The roster of a period was confirmed; told in the transaction that does it.
 *
 * @param code the period, such as {@code 2026Q3}
 * @param left organisation codes of the units that were on the roster before and are not on this one
 */
public record RosterFrozen(String code, List<String> left) {
}
