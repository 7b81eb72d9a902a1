package org.zhibao.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** The rows of a decision table, held against sample values on and between everything its cells name. */
final class DecisionGrid {

    /** Two rows that one and the same input could match. */
    record Overlap(Element row, int other) {
    }

    private static final int MOST_SAMPLES = 20_000;
    private static final String OTHER = "…";

    private final List<Element> rows;
    private final List<String> columns = new ArrayList<>();
    private final List<List<Optional<UnaryTest>>> cells = new ArrayList<>();
    private final List<List<Object>> samples = new ArrayList<>();

    DecisionGrid(Element table) {
        rows = Models.children(table, "rule");
        rows.forEach(row -> cells.add(Models.children(row, "inputEntry").stream()
                .map(entry -> UnaryTest.of(Models.all(entry, "text").map(Models::text).findFirst().orElse(""))).toList()));
        List<Element> inputs = Models.children(table, "input");
        for (int column = 0; column < inputs.size(); column++) {
            columns.add(Models.all(inputs.get(column), "inputExpression").flatMap(e -> Models.all(e, "text"))
                    .map(Models::text).map(String::strip).findFirst().orElse("?"));
            samples.add(samples(inputs.get(column), column));
        }
    }

    private List<Object> samples(Element input, int column) {
        Set<String> texts = new LinkedHashSet<>();
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        cells.stream().filter(row -> column < row.size()).forEach(row -> row.get(column).ifPresent(test -> {
            texts.addAll(test.texts());
            numbers.addAll(test.numbers());
        }));
        List<Object> found = new ArrayList<>(texts);
        boolean whole = Models.all(input, "inputExpression").map(e -> e.getAttribute("typeRef"))
                .anyMatch(type -> Set.of("integer", "long").contains(type));
        BigDecimal last = null;
        for (BigDecimal number : numbers) {
            if (last != null) {
                between(last, number, whole).ifPresent(found::add);
            }
            found.add(number);
            last = number;
        }
        if (found.isEmpty()) {
            found.addAll(List.of(true, false));
        } else if (!texts.isEmpty() && Models.children(input, "inputValues").isEmpty()) {
            found.add(OTHER);
        }
        return found;
    }

    private static Optional<BigDecimal> between(BigDecimal low, BigDecimal high, boolean whole) {
        BigDecimal middle = whole ? low.add(BigDecimal.ONE) : low.add(high).divide(BigDecimal.valueOf(2));
        return middle.compareTo(high) < 0 ? Optional.of(middle) : Optional.empty();
    }

    /** Every pair of rows that match the same input; rows that cannot be told without values are left out. */
    List<Overlap> overlaps() {
        List<Overlap> found = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            for (int other = 0; other < row; other++) {
                if (overlap(cells.get(row), cells.get(other))) {
                    found.add(new Overlap(rows.get(row), other + 1));
                    break;
                }
            }
        }
        return found;
    }

    private boolean overlap(List<Optional<UnaryTest>> one, List<Optional<UnaryTest>> other) {
        for (int column = 0; column < samples.size(); column++) {
            if (column >= one.size() || column >= other.size() || one.get(column).isEmpty() || other.get(column).isEmpty()) {
                return false;
            }
            UnaryTest a = one.get(column).get();
            UnaryTest b = other.get(column).get();
            if (beyond(column).stream().noneMatch(value -> a.allows().test(value) && b.allows().test(value))) {
                return false;
            }
        }
        return true;
    }

    /** The samples and, for numbers, one below and one above them all. */
    private List<Object> beyond(int column) {
        List<Object> values = new ArrayList<>(samples.get(column));
        List<BigDecimal> numbers = values.stream().filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast).toList();
        if (!numbers.isEmpty()) {
            values.add(numbers.get(0).subtract(BigDecimal.ONE));
            values.add(numbers.get(numbers.size() - 1).add(BigDecimal.ONE));
        }
        return values;
    }

    /** An input between the named values that no row matches. */
    Optional<String> gap() {
        long combinations = samples.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(MOST_SAMPLES + 1, a * b));
        boolean told = cells.stream().allMatch(row -> row.size() == samples.size() && row.stream().allMatch(Optional::isPresent));
        return told && combinations <= MOST_SAMPLES ? gap(new ArrayList<>()) : Optional.empty();
    }

    private Optional<String> gap(List<Object> values) {
        if (values.size() == samples.size()) {
            return cells.stream().anyMatch(row -> matches(row, values)) ? Optional.empty() : Optional.of(shown(values));
        }
        for (Object value : samples.get(values.size())) {
            if (!OTHER.equals(value)) {
                values.add(value);
                Optional<String> found = gap(values);
                values.remove(values.size() - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(List<Optional<UnaryTest>> row, List<Object> values) {
        for (int column = 0; column < values.size(); column++) {
            if (!row.get(column).orElseThrow().allows().test(values.get(column))) {
                return false;
            }
        }
        return true;
    }

    private String shown(List<Object> values) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            parts.add(columns.get(column) + " = " + values.get(column));
        }
        return String.join(", ", parts);
    }
}
