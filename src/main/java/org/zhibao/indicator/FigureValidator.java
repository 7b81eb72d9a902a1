package org.zhibao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Says of a draft which cells cannot be stored. An empty cell is no problem: a draft may be unfinished. Sizes are
 * bounded before anything is parsed, so that absurd input costs little.
 *
 * <p>Arguments of every problem: the field's Chinese name, its English name, what the cell holds (shortened), and the
 * limit where there is one, all as text.
 */
@Component
public class FigureValidator {

    /** After so many problems the rest is not looked at. */
    static final int MAX_PROBLEMS = 200;

    private static final int MAX_CELL = 4_000;
    private static final int SHOWN = 40;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212][0-9]+(\\.[0-9]+)?");
    private static final Pattern MONTH = Pattern.compile("(19|20)[0-9]{2}-(0[1-9]|1[0-2])");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

    private final IndicatorCatalogue catalogue;

    public FigureValidator(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is wrong with the figures on this form, in the order of the cells' codes; empty if they can be stored. */
    public List<FieldProblem> problems(FormDefinition form, Figures figures) {
        List<FieldProblem> problems = new ArrayList<>();
        for (Map.Entry<String, String> cell : figures.values().entrySet()) {
            if (problems.size() >= MAX_PROBLEMS) {
                return problems;
            }
            Optional<Indicator> indicator = form.indicator(cell.getKey());
            if (indicator.isEmpty()) {
                problems.add(unknown(shown(cell.getKey()), "indicator.problem.unknown-indicator"));
            } else {
                problem(cell.getKey(), indicator.get(), cell.getValue()).ifPresent(problems::add);
            }
        }
        for (Map.Entry<String, List<Map<String, String>>> group : figures.rows().entrySet()) {
            if (problems.size() >= MAX_PROBLEMS) {
                return problems;
            }
            addGroup(form, group.getKey(), group.getValue(), problems);
        }
        return problems;
    }

    private void addGroup(FormDefinition form, String code, List<Map<String, String>> rows,
                          List<FieldProblem> problems) {
        Optional<RowGroup> group = form.group(code);
        if (group.isEmpty()) {
            problems.add(unknown(shown(code), "indicator.problem.unknown-group"));
            return;
        }
        if (rows == null) {
            return;
        }
        if (rows.size() > group.get().maxRows()) {
            problems.add(new FieldProblem(code, "indicator.problem.too-many-rows", List.of(group.get().zh(),
                    group.get().en(), String.valueOf(rows.size()), String.valueOf(group.get().maxRows()))));
            return;
        }
        for (int row = 0; row < rows.size() && problems.size() < MAX_PROBLEMS; row++) {
            addRow(group.get(), code + "[" + row + "].", rows.get(row), problems);
        }
    }

    private void addRow(RowGroup group, String path, Map<String, String> row, List<FieldProblem> problems) {
        if (row == null) {
            return;
        }
        if (row.size() > 2 * group.columns().size()) {
            problems.add(unknown(path + "*", "indicator.problem.unknown-column"));
            return;
        }
        row.forEach((name, value) -> {
            Optional<Indicator> column = group.columns().stream().filter(c -> c.code().equals(name)).findFirst();
            if (column.isEmpty()) {
                problems.add(unknown(path + shown(name), "indicator.problem.unknown-column"));
            } else {
                problem(path + name, column.get(), value).ifPresent(problems::add);
            }
        });
    }

    private Optional<FieldProblem> problem(String path, Indicator indicator, String value) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        if (value.length() > MAX_CELL) {
            return found(path, indicator, value, "too-long", String.valueOf(limit(indicator)));
        }
        if (value.isBlank()) {
            return Optional.empty();
        }
        if (Figures.NOT_APPLICABLE.equals(value)) {
            return indicator.required() ? found(path, indicator, value, "required", "") : Optional.empty();
        }
        return switch (indicator.type()) {
            case NUMBER -> number(path, indicator, value);
            case TEXT -> text(path, indicator, value);
            case CODE -> catalogue.dictionary(indicator.dictionary()).contains(value) ? Optional.empty()
                    : found(path, indicator, value, "unknown-code", "");
            case CODES -> codes(path, indicator, value);
            case MONTH -> MONTH.matcher(value).matches() ? Optional.empty()
                    : found(path, indicator, value, "bad-month", "");
        };
    }

    private Optional<FieldProblem> number(String path, Indicator indicator, String value) {
        if (NEGATIVE.matcher(value).matches()) {
            return found(path, indicator, value, "negative", "");
        }
        if (!NUMBER.matcher(value).matches()) {
            return found(path, indicator, value, "not-a-number", "");
        }
        int point = value.indexOf('.');
        String whole = LEADING_ZEROS.matcher(point < 0 ? value : value.substring(0, point)).replaceFirst("");
        int wholeDigits = indicator.precision() - indicator.scale();
        if (whole.length() > wholeDigits) {
            return found(path, indicator, value, "too-large", BigDecimal.TEN.pow(wholeDigits).toPlainString());
        }
        if (point >= 0 && value.length() - point - 1 > indicator.scale()) {
            return found(path, indicator, value, indicator.scale() == 0 ? "whole-number" : "too-many-decimals",
                    String.valueOf(indicator.scale()));
        }
        return Optional.empty();
    }

    private Optional<FieldProblem> text(String path, Indicator indicator, String value) {
        if (value.codePointCount(0, value.length()) > indicator.maxLength()) {
            return found(path, indicator, value, "too-long", String.valueOf(indicator.maxLength()));
        }
        return value.codePoints().anyMatch(FigureValidator::unprintable)
                ? found(path, indicator, value, "control-character", "") : Optional.empty();
    }

    private Optional<FieldProblem> codes(String path, Indicator indicator, String value) {
        Dictionary dictionary = catalogue.dictionary(indicator.dictionary());
        Set<String> seen = new HashSet<>();
        for (String code : value.split(",", -1)) {
            if (!dictionary.contains(code) || !seen.add(code)) {
                return found(path, indicator, code, "unknown-code", "");
            }
        }
        return Optional.empty();
    }

    /** Controls, and characters that reorder or hide their neighbours on screen. */
    private static boolean unprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static int limit(Indicator indicator) {
        return indicator.type() == ValueType.TEXT ? indicator.maxLength() : Math.max(indicator.precision(), 7);
    }

    private static Optional<FieldProblem> found(String path, Indicator indicator, String value, String what,
                                                String limit) {
        return Optional.of(new FieldProblem(path, "indicator.problem." + what,
                List.of(indicator.zh(), indicator.en(), shown(value), limit)));
    }

    private static FieldProblem unknown(String path, String messageKey) {
        return new FieldProblem(path, messageKey, List.of(path, path));
    }

    private static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        StringBuilder printable = new StringBuilder();
        start.codePoints().map(c -> unprintable(c) ? '\uFFFD' : c).forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
