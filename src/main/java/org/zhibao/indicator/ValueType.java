package org.zhibao.indicator;

/** How the value of an indicator is written. */
public enum ValueType {
    /** A non-negative decimal number; {@link Indicator#precision()} digits, {@link Indicator#scale()} of them decimals. */
    NUMBER,
    /** Free text of at most {@link Indicator#maxLength()} characters. */
    TEXT,
    /** One code of the dictionary {@link Indicator#dictionary()}. */
    CODE,
    /** Several codes of the dictionary, comma-separated. */
    CODES,
    /** A month, {@code YYYY-MM}. */
    MONTH
}
