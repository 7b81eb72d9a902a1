package org.zhibao.period;

/**
 * A period got other deadlines; told in the transaction that sets them.
 *
 * @param code the period, such as {@code 2026Q3}
 */
public record PeriodRedated(String code) {
}
