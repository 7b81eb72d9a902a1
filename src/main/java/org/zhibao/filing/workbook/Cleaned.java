package org.zhibao.filing.workbook;

import java.util.List;
import org.zhibao.refusal.Refusal;

/**
 * A cell after cleaning.
 *
 * @param value   what the report is to hold; null if the cell is blank or cannot be understood. It may still be refused
 *                by the indicator's own limits
 * @param steps   message keys of what was done to it, in order; empty if it was taken as it stood
 * @param problem why it cannot be understood; null if it can
 */
record Cleaned(String value, List<String> steps, Refusal.Text problem) {

    static final Cleaned BLANK = new Cleaned(null, List.of(), null);

    static Cleaned as(String value, List<String> steps) {
        return new Cleaned(value, List.copyOf(steps), null);
    }

    static Cleaned refused(String key, Object... arguments) {
        return new Cleaned(null, List.of(), new Refusal.Text(key, arguments));
    }
}
