package org.zhibao.rule;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.zhibao.refusal.Refusal;

/**
 * Says what is wrong with a FEEL text that a person wrote, and where. What it lets pass ends soon and stays small: loops
 * run over rows or lists only, two at the most, functions are those of a list, and texts cannot be added to each other.
 */
final class FeelGuard {

    /** Longer conditions are nobody's to read. */
    static final int LONGEST = 2000;

    /** The parser's time doubles with every level of brackets. */
    private static final int DEEPEST = 8;
    private static final int MOST_LOOPS = 2;
    private static final int LONGEST_PATTERN = 60;
    private static final int GREATEST_POWER = 10;
    private static final Set<String> FUNCTIONS = Set.of("abs", "max", "min", "sum", "count", "mean", "median", "floor",
            "ceiling", "round up", "round down", "round half up", "round half down", "decimal", "modulo", "sqrt", "not",
            "all", "any", "list contains", "string length", "substring", "contains", "starts with", "ends with",
            "matches", "split", "upper case", "lower case", "number", "date", "string join", "is defined");
    private static final Set<String> TEXT_FUNCTIONS =
            Set.of("substring", "upper case", "lower case", "string join", "split");
    private static final Set<String> PATTERN_FUNCTIONS = Set.of("matches", "split");
    /** What can make matching take long: a group repeated, a quantifier upon another, a back reference, more than two open ends. */
    private static final Pattern SLOW_PATTERN = Pattern.compile(
            ".*\\)[+*?{].*|.*[+*?}][+*{].*|.*\\\\[0-9].*|(?:.*?(?:[+*?]|\\{[0-9]*,[0-9]*})){3}.*");
    private static final Pattern POSITION =
            Pattern.compile(":(\\d+):(\\d+), found \"(.{0,40}?)\"?$", Pattern.DOTALL);

    /** What the names in a text may stand for. */
    interface Names {

        /** The things {@code this.$c} or {@code this.B07} can mean; each must be known. */
        List<Reference> meanings(Reference reference);

        boolean known(Reference reference);

        /** Whether it holds text, not a number. */
        boolean text(Reference reference);

        /** Whether a name without a dot stands for something. */
        boolean known(String name);

        /** Whether a name without a dot stands for text. */
        boolean text(String name);
    }

    private final String text;
    private final Names names;

    private FeelGuard(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    /** The first thing wrong with the text; its arguments are line and column, from 1, and the place. */
    static Optional<Refusal.Text> problem(String text, Names names) {
        if (text == null || text.isBlank()) {
            return Optional.of(new Refusal.Text("rule.feel.empty"));
        }
        if (text.length() > LONGEST) {
            return Optional.of(new Refusal.Text("rule.feel.long", LONGEST));
        }
        FeelGuard guard = new FeelGuard(text, names);
        try {
            return guard.problem();
        } catch (StackOverflowError deep) {
            return Optional.of(guard.at("rule.feel.deep", 0, DEEPEST));
        }
    }

    private Optional<Refusal.Text> problem() {
        Optional<Refusal.Text> deep = tooDeep();
        if (deep.isPresent()) {
            return deep;
        }
        // as long as the text itself, so that positions are right
        ParseResult result = Feel.read(text.replace('$', 'z'));
        return result.isFailure() ? Optional.of(syntax(result.failure().message()))
                : walk(result.parsedExpression().expression(), Set.of(), 0);
    }

    private Optional<Refusal.Text> tooDeep() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth > DEEPEST) {
                return Optional.of(at("rule.feel.deep", i, DEEPEST));
            }
        }
        return Optional.empty();
    }

    private Refusal.Text syntax(String message) {
        Matcher position = POSITION.matcher(message.substring(Math.max(0, message.lastIndexOf(": Expected"))));
        return position.find()
                ? new Refusal.Text("rule.feel.syntax", position.group(1), position.group(2),
                position.group(3).replace('\n', ' '))
                : new Refusal.Text("rule.feel.syntax", "1", "1", text.substring(0, Math.min(20, text.length())));
    }

    private Optional<Refusal.Text> walk(Object node, Set<String> bound, int loops) {
        Optional<Refusal.Text> own = own(node, bound, loops);
        if (own.isPresent() || node instanceof Ref || !(node instanceof Product product)) {
            return own;
        }
        Set<String> inner = new HashSet<>(bound);
        inner.addAll(iterators(node));
        int deeper = loops + iterators(node).size();
        for (int i = 0; i < product.productArity(); i++) {
            Optional<Refusal.Text> found = walk(product.productElement(i), inner, deeper);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal.Text> own(Object node, Set<String> bound, int loops) {
        if (node instanceof Ref ref) {
            return name(CollectionConverters.asJava(ref.names()), bound);
        }
        if (node instanceof FunctionInvocation call) {
            return call(call);
        }
        if (node instanceof JavaFunctionInvocation || node instanceof QualifiedFunctionInvocation
                || node instanceof FunctionDefinition) {
            return Optional.of(at("rule.feel.function", Math.max(0, text.indexOf("function")), "function"));
        }
        if (node instanceof IterationContext) {
            return Optional.of(at("rule.feel.range", Math.max(0, text.indexOf(".."))));
        }
        if (node instanceof Filter) {
            return Optional.of(at("rule.feel.filter", Math.max(0, text.indexOf('['))));
        }
        if (node instanceof Exponentiation power && !(power.y() instanceof ConstNumber n
                && n.value().bigDecimal().intValue() <= GREATEST_POWER && n.value().bigDecimal().signum() >= 0)) {
            return Optional.of(at("rule.feel.power", Math.max(0, text.indexOf("**")), GREATEST_POWER));
        }
        if (loops + iterators(node).size() > MOST_LOOPS) {
            return Optional.of(new Refusal.Text("rule.feel.loops", MOST_LOOPS));
        }
        return node instanceof Addition sum && (isText(sum.x(), bound) || isText(sum.y(), bound))
                ? Optional.of(at("rule.feel.adds-text", Math.max(0, text.indexOf('+')))) : Optional.empty();
    }

    private Optional<Refusal.Text> call(FunctionInvocation call) {
        int place = Math.max(0, text.indexOf(call.function()));
        if (!FUNCTIONS.contains(call.function())) {
            return Optional.of(at("rule.feel.function", place, call.function()));
        }
        if (PATTERN_FUNCTIONS.contains(call.function())
                && !(call.params() instanceof PositionalFunctionParameters given && given.params().size() == 2
                && given.params().apply(1) instanceof ConstString pattern
                && pattern.value().length() <= LONGEST_PATTERN
                && !SLOW_PATTERN.matcher(pattern.value()).matches())) {
            return Optional.of(at("rule.feel.pattern", place, LONGEST_PATTERN));
        }
        return Optional.empty();
    }

    private Optional<Refusal.Text> name(List<String> path, Set<String> bound) {
        String first = path.get(0);
        if (bound.contains(first) || names.known(first)) {
            return Optional.empty();
        }
        Reference reference = path.size() < 2 ? null : Reference.of(first, path.get(1));
        if (reference == null) {
            return Optional.of(unknown(first));
        }
        return names.meanings(reference).stream().filter(meaning -> !names.known(meaning)).findFirst()
                .map(meaning -> unknown(meaning.equals(reference) ? reference.feel() : meaning.feel(), reference));
    }

    private Refusal.Text unknown(String name) {
        return at("rule.feel.unknown", find(name), name);
    }

    private Refusal.Text unknown(String shown, Reference written) {
        return at("rule.feel.unknown", find(written.feel()), shown);
    }

    private int find(String name) {
        Matcher found = Pattern.compile("(?<![A-Za-z0-9_.])" + Pattern.quote(name) + "(?![A-Za-z0-9_])")
                .matcher(text.replace('$', 'z'));
        return found.find() ? found.start() : 0;
    }

    private boolean isText(Object node, Set<String> bound) {
        if (node instanceof Ref ref) {
            List<String> path = CollectionConverters.asJava(ref.names());
            Reference reference = path.size() < 2 || bound.contains(path.get(0)) ? null
                    : Reference.of(path.get(0), path.get(1));
            return reference == null ? names.text(path.get(0))
                    : names.meanings(reference).stream().anyMatch(names::text);
        }
        return node instanceof ConstString
                || node instanceof If choice && (isText(choice.statement(), bound) || isText(choice.elseStatement(), bound))
                || node instanceof Addition sum && (isText(sum.x(), bound) || isText(sum.y(), bound))
                || node instanceof FunctionInvocation call && TEXT_FUNCTIONS.contains(call.function());
    }

    /** Whether a text gives text, as far as can be told without running it. */
    static boolean givesText(String text, Names names) {
        ParseResult result = Feel.read(text.replace('$', 'z'));
        return result.isSuccess()
                && new FeelGuard(text, names).isText(result.parsedExpression().expression(), Set.of());
    }

    private static List<String> iterators(Object node) {
        Function<camundajar.impl.scala.collection.immutable.List<?>, List<String>> firsts = list ->
                CollectionConverters.asJava(list).stream().map(pair -> (String) ((Product) pair).productElement(0)).toList();
        return node instanceof For loop ? firsts.apply(loop.iterators())
                : node instanceof SomeItem some ? firsts.apply(some.iterators())
                : node instanceof EveryItem every ? firsts.apply(every.iterators()) : List.of();
    }

    private Refusal.Text at(String key, int index, Object... more) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        Object[] arguments = new Object[2 + more.length];
        arguments[0] = String.valueOf(line);
        arguments[1] = String.valueOf(column);
        for (int i = 0; i < more.length; i++) {
            arguments[2 + i] = String.valueOf(more[i]);
        }
        return new Refusal.Text(key, arguments);
    }
}
