package org.zhibao.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

    private static final int MAX_NUMBER_LENGTH = 40;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    public static final Figures EMPTY = new Figures(Map.of(), Map.of());

    public Figures {
        values = values == null ? Map.of() : new TreeMap<>(values);
        rows = rows == null ? Map.of() : new TreeMap<>(rows);
    }

    /** The cell's text, if it holds a value other than "not applicable". */
    public Optional<String> text(String code) {
        return value(values.get(code));
    }

    /** The value of a cell of this content, if it holds one: neither blank nor "not applicable". */
    public static Optional<String> value(String cell) {
        return cell == null || cell.isBlank() || NOT_APPLICABLE.equals(cell) ? Optional.empty() : Optional.of(cell);
    }

    /** The rows of a repeatable group; none if the report has none. */
    public List<Map<String, String>> rows(String group) {
        List<Map<String, String>> found = rows.get(group);
        return found == null ? List.of() : found;
    }

    /** The cell's number in the indicator's unit, if it holds one. */
    public Optional<BigDecimal> number(String code) {
        return text(code).flatMap(Figures::parse);
    }

    /**
     * A number as a report writes it: at most {@value #MAX_NUMBER_LENGTH} characters, digits with an optional sign and
     * decimal point. No exponent, so that a short text cannot stand for a number of a million digits.
     */
    public static Optional<BigDecimal> parse(String text) {
        return text != null && text.length() <= MAX_NUMBER_LENGTH && PLAIN_NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
