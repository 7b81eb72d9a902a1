package org.zhibao.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions a model may carry: names of process variables, comparisons of them, {@code and}, {@code or},
 * {@code not}, brackets, and the few calls listed here. Everything else the engine could evaluate, above all properties
 * and methods of objects, is no expression for us and is refused before the engine reads it.
 */
final class ExpressionGrammar {

    /** Longer expressions are nobody's to read. */
    private static final int LONGEST = 500;
    private static final int SHOWN = 40;

    private static final Set<String> CALLS = Set.of("deadlineClock.daily");
    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Set<String> NO_NAMES = Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "empty",
            "div", "mod", "instanceof", "execution", "task", "caseExecution", "externalTask", "authenticatedUserId");

    private static final Pattern MARK = Pattern.compile("[$#]\\{");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern BARE_NAME = Pattern.compile("[$#]\\{([A-Za-z][A-Za-z0-9_]*)}");
    /** Texts hold no braces and no backslash, so that no reader can see them end elsewhere. */
    private static final Pattern LITERAL =
            Pattern.compile("'[^'\\\\{}$#]*'|\"[^\"\\\\{}$#]*\"|[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Pattern TOKEN = Pattern.compile("\\s*(" + NAME + "|" + LITERAL
            + "|==|!=|<=|>=|&&|\\|\\||[<>!().}])");

    private final String text;
    private final Matcher tokens;
    private String token;
    private int start;

    private ExpressionGrammar(String text, int from) {
        this.text = text;
        this.tokens = TOKEN.matcher(text).region(from, text.length());
        next();
    }

    /** The name that is the whole expression, as in {@code ${checkReport}}. */
    static Optional<String> bareName(String text) {
        Matcher name = BARE_NAME.matcher(text);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** Gives where a text stops being what is allowed: the beginning of the rest; empty if all of it is allowed. */
    static Optional<String> offending(String text) {
        Matcher mark = MARK.matcher(text);
        for (int from = 0; mark.find(from);) {
            if (text.length() > LONGEST || text.indexOf('\\') >= 0) {
                return Optional.of(shown(text, 0));
            }
            ExpressionGrammar expression = new ExpressionGrammar(text, mark.end());
            if (!expression.alternatives() || !"}".equals(expression.token)) {
                return Optional.of(shown(text, expression.start));
            }
            from = expression.start + 1;
        }
        return Optional.empty();
    }

    private static String shown(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + SHOWN)).trim();
    }

    private void next() {
        int from = tokens.regionStart();
        if (tokens.lookingAt()) {
            token = tokens.group(1);
            start = tokens.start(1);
            tokens.region(tokens.end(), text.length());
        } else {
            token = "";
            start = Math.min(from, text.length());
        }
    }

    private boolean taken(String... wanted) {
        for (String each : wanted) {
            if (each.equals(token)) {
                next();
                return true;
            }
        }
        return false;
    }

    private boolean alternatives() {
        boolean good = conditions();
        while (good && taken("||", "or")) {
            good = conditions();
        }
        return good;
    }

    private boolean conditions() {
        boolean good = comparison();
        while (good && taken("&&", "and")) {
            good = comparison();
        }
        return good;
    }

    private boolean comparison() {
        if (!operand()) {
            return false;
        }
        if (!COMPARISONS.contains(token)) {
            return true;
        }
        next();
        return operand();
    }

    private boolean operand() {
        if (taken("!", "not", "empty")) {
            return operand();
        }
        if (taken("(")) {
            return alternatives() && taken(")");
        }
        if (LITERAL.matcher(token).matches()) {
            next();
            return true;
        }
        if (!NAME.matcher(token).matches() || NO_NAMES.contains(token)) {
            return false;
        }
        String name = token;
        next();
        return !taken(".") || call(name);
    }

    private boolean call(String bean) {
        if (!CALLS.contains(bean + "." + token)) {
            return false;
        }
        next();
        return taken("(") && !NO_NAMES.contains(token) && NAME.matcher(token).matches() && taken(token) && taken(")");
    }
}
