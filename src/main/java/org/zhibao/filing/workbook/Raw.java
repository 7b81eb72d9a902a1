package org.zhibao.filing.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a cell of a file holds, before anybody has made sense of it.
 *
 * @param text   as a person sees it in the file; empty if blank
 * @param number the stored number, of 15 significant digits, for {@link Kind#NUMBER} and {@link Kind#PERCENT}; else null
 * @param date   for {@link Kind#DATE}; else null
 */
record Raw(Kind kind, String text, BigDecimal number, LocalDate date) {

    /** How the file stores it. */
    enum Kind { BLANK, TEXT, NUMBER, PERCENT, DATE, FORMULA, BOOLEAN, ERROR }

    static final Raw BLANK = new Raw(Kind.BLANK, "", null, null);

    static Raw text(String text) {
        return text == null || text.isBlank() ? BLANK : new Raw(Kind.TEXT, text, null, null);
    }

    static Raw number(BigDecimal number) {
        return new Raw(Kind.NUMBER, number.toPlainString(), number, null);
    }

    /** @param number 0.125 for 12.5 % */
    static Raw percent(BigDecimal number) {
        return new Raw(Kind.PERCENT, number.movePointRight(2).stripTrailingZeros().toPlainString() + "%", number, null);
    }

    static Raw date(LocalDate date) {
        return new Raw(Kind.DATE, date.toString(), null, date);
    }

    static Raw of(Kind kind, String text) {
        return new Raw(kind, text, null, null);
    }

    boolean blank() {
        return kind == Kind.BLANK;
    }
}
