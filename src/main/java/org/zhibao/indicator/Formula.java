package org.zhibao.indicator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sums, differences, products and quotients of cells and numbers, such as {@code D03 * (D08 - D09)}. */
final class Formula {

    /** A part of a formula; {@link #tree()} is what scripts compute with. */
    private interface Term {

        /** @throws BadCatalogue if what is added or subtracted has not one unit */
        Measure measure(Function<String, Measure> cells);

        Object tree();
    }

    private record Cell(String code) implements Term {

        @Override
        public Measure measure(Function<String, Measure> cells) {
            return cells.apply(code);
        }

        @Override
        public Object tree() {
            return code;
        }
    }

    private record Constant(String digits) implements Term {

        @Override
        public Measure measure(Function<String, Measure> cells) {
            return Measure.NUMBER;
        }

        @Override
        public Object tree() {
            return digits;
        }
    }

    private record Operation(String sign, Term left, Term right) implements Term {

        @Override
        public Measure measure(Function<String, Measure> cells) {
            Measure one = left.measure(cells);
            Measure other = right.measure(cells);
            if (sign.equals("*")) {
                return one.times(other);
            }
            if (sign.equals("/")) {
                return one.dividedBy(other);
            }
            if (!one.equals(other)) {
                throw new BadCatalogue("%s %s %s: the units differ".formatted(left.tree(), sign, right.tree()));
            }
            return one;
        }

        @Override
        public Object tree() {
            return List.of(sign, left.tree(), right.tree());
        }
    }

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*|[0-9]+(\\.[0-9]+)?|[-+*/()]|\\S");

    private final String text;
    private final List<String> tokens;
    private final Set<String> cells = new LinkedHashSet<>();
    private final Term term;
    private int next;

    private Formula(String text) {
        this.text = text;
        this.tokens = new ArrayList<>(TOKEN.matcher(text).results().map(MatchResult::group).toList());
        this.term = sum();
        if (next < tokens.size()) {
            throw unreadable();
        }
    }

    /** @throws BadCatalogue if the text is no formula */
    static Formula parse(String text) {
        return new Formula(text == null ? "" : text);
    }

    /** The codes of the cells, in the order of their first appearance. */
    Set<String> cells() {
        return cells;
    }

    /** @throws BadCatalogue if what is added or subtracted has not one unit */
    Measure measure(Function<String, Measure> cells) {
        return term.measure(cells);
    }

    /** {@code ["*", "B03", "B09"]}: an operation with its two sides, a cell's code, or a number's digits. */
    Object tree() {
        return term.tree();
    }

    /** As people write it, with every code replaced. */
    String written(Function<String, String> names) {
        StringBuilder written = new StringBuilder();
        for (String token : tokens) {
            written.append(switch (token) {
                case "+" -> " + ";
                case "-" -> " − ";
                case "*" -> " × ";
                case "/" -> " ÷ ";
                default -> cells.contains(token) ? names.apply(token) : token;
            });
        }
        return written.toString();
    }

    private Term sum() {
        Term left = product();
        while (next < tokens.size() && (peek("+") || peek("-"))) {
            left = new Operation(tokens.get(next++), left, product());
        }
        return left;
    }

    private Term product() {
        Term left = factor();
        while (next < tokens.size() && (peek("*") || peek("/"))) {
            left = new Operation(tokens.get(next++), left, factor());
        }
        return left;
    }

    private Term factor() {
        if (next >= tokens.size()) {
            throw unreadable();
        }
        String token = tokens.get(next++);
        if (token.equals("(")) {
            Term inner = sum();
            if (next >= tokens.size() || !peek(")")) {
                throw unreadable();
            }
            next++;
            return inner;
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Constant(token);
        }
        if (token.matches("[A-Za-z]\\w*")) {
            cells.add(token);
            return new Cell(token);
        }
        throw unreadable();
    }

    private boolean peek(String token) {
        return tokens.get(next).equals(token);
    }

    private BadCatalogue unreadable() {
        return new BadCatalogue("\"%s\" is no formula".formatted(text));
    }
}
