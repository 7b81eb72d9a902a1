package org.zhibao.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures of one report, as typed: exact decimal text, codes and words. A cell is absent (not yet filled in), holds
 * {@link #NOT_APPLICABLE}, or a value; "not applicable" is not zero (R02).
 *
 * @param values indicator code to value
 * @param rows   group code to rows, each column name to value
 */
public record Figures(Map<String, String> values, Map<String, List<Map<String, String>>> rows) {

    /** What a cell holds when the indicator does not apply to the unit (不适用). */
    public static final String NOT_APPLICABLE = "NA";

    public static final Figures EMPTY = new Figures(Map.of(), Map.of());

    public Figures {
        values = values == null ? Map.of() : new TreeMap<>(values);
        rows = rows == null ? Map.of() : new TreeMap<>(rows);
    }

    /** The cell's text, if it holds a value other than "not applicable". */
    public Optional<String> text(String code) {
        String value = values.get(code);
        return value == null || value.isBlank() || NOT_APPLICABLE.equals(value) ? Optional.empty() : Optional.of(value);
    }

    /** The cell's number in the indicator's unit, if it holds one. */
    public Optional<BigDecimal> number(String code) {
        return text(code).flatMap(Figures::parse);
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
