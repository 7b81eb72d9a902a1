package org.zhibao.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a decision table, as far as it can be told without values what it lets through: texts, numbers, comparisons,
 * intervals, lists of them and {@code not(…)}.
 *
 * @param texts   the texts it names
 * @param numbers the numbers it names
 * @param allows  whether a text, number or truth value passes
 */
record UnaryTest(Set<String> texts, Set<BigDecimal> numbers, Predicate<Object> allows) {

    private static final String NUMBER = "-?[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern PARTS = Pattern.compile("\"[^\"]*\"|[\\[\\](][^\\[\\]()]*\\.\\.[^\\[\\]()]*[\\[\\])]|[^,]");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(" + NUMBER + ")");
    private static final Pattern INTERVAL = Pattern.compile("([\\[\\](])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER
            + ")\\s*([\\[\\])])");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

    /** What a cell lets through; nothing if that depends on more than its value. */
    static Optional<UnaryTest> of(String cell) {
        String text = cell.strip();
        if (text.isEmpty() || "-".equals(text)) {
            return Optional.of(new UnaryTest(Set.of(), Set.of(), value -> true));
        }
        Matcher not = NOT.matcher(text);
        if (not.matches()) {
            return any(not.group(1)).map(t -> new UnaryTest(t.texts, t.numbers, t.allows.negate()));
        }
        return any(text);
    }

    private static Optional<UnaryTest> any(String list) {
        Set<String> texts = new TreeSet<>();
        Set<BigDecimal> numbers = new TreeSet<>();
        List<Predicate<Object>> parts = new ArrayList<>();
        for (String part : split(list)) {
            Optional<Predicate<Object>> one = one(part.strip(), texts, numbers);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            parts.add(one.get());
        }
        return Optional.of(new UnaryTest(texts, numbers, value -> parts.stream().anyMatch(p -> p.test(value))));
    }

    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Matcher next = PARTS.matcher(list);
        int end = 0;
        while (next.find()) {
            if (next.start() > end) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(next.group());
            end = next.end();
        }
        parts.add(part.toString());
        return parts;
    }

    private static Optional<Predicate<Object>> one(String part, Set<String> texts, Set<BigDecimal> numbers) {
        Matcher text = TEXT.matcher(part);
        if (text.matches()) {
            texts.add(text.group(1));
            return Optional.of(text.group(1)::equals);
        }
        if ("true".equals(part) || "false".equals(part)) {
            return Optional.of(Boolean.valueOf(part)::equals);
        }
        if (part.matches(NUMBER)) {
            return Optional.of(number(numbers, "==", new BigDecimal(part)));
        }
        Matcher comparison = COMPARISON.matcher(part);
        if (comparison.matches()) {
            return Optional.of(number(numbers, comparison.group(1), new BigDecimal(comparison.group(2))));
        }
        Matcher interval = INTERVAL.matcher(part);
        if (interval.matches()) {
            return Optional.of(number(numbers, "[".equals(interval.group(1)) ? ">=" : ">",
                    new BigDecimal(interval.group(2))).and(number(numbers, "]".equals(interval.group(4)) ? "<=" : "<",
                    new BigDecimal(interval.group(3)))));
        }
        return Optional.empty();
    }

    private static Predicate<Object> number(Set<BigDecimal> numbers, String comparison, BigDecimal limit) {
        numbers.add(limit);
        return value -> value instanceof BigDecimal number && switch (comparison) {
            case "<" -> number.compareTo(limit) < 0;
            case "<=" -> number.compareTo(limit) <= 0;
            case ">" -> number.compareTo(limit) > 0;
            case ">=" -> number.compareTo(limit) >= 0;
            default -> number.compareTo(limit) == 0;
        };
    }
}
