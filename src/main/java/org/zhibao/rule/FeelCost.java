package org.zhibao.rule;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * How much work a FEEL text can be at the most, and how large what it gives, told without running it: lists of lists and
 * texts of texts grow with every step, and what runs cannot be stopped. All counts are upper bounds.
 */
final class FeelCost {

    /** So many things, each so large: a figure is 1, a text as large as it is long. */
    private record Size(long count, long each) {

        static final Size ONE = new Size(1, 1);

        long volume() {
            return times(count, each);
        }

        /** One of them; it may be a list itself. */
        Size element() {
            return new Size(each, 1);
        }

        Size or(Size other) {
            return new Size(Math.max(count, other.count), Math.max(each, other.each));
        }
    }

    private static final long ENDLESS = 1_000_000_000_000L;
    private static final long LONGEST_CELL = 200;
    private static final long LARGEST_ROW = 400;

    private final FeelGuard.Names names;
    private final ToIntFunction<String> rowsOf;
    private final Map<String, Size> lets = new HashMap<>();
    private long work;
    private long largest;

    /** @param rowsOf how many rows a group has at the most */
    FeelCost(FeelGuard.Names names, ToIntFunction<String> rowsOf) {
        this.names = names;
        this.rowsOf = rowsOf;
    }

    /** Adds a text that {@link FeelGuard} lets pass. */
    void add(String text) {
        look(text);
    }

    /** Adds an intermediate figure, which the texts after it may use. */
    void define(String let, String text) {
        lets.put(let, look(text));
    }

    /** Steps of evaluation of all texts so far. */
    long work() {
        return work;
    }

    /** The largest that one of them gives. */
    long largest() {
        return largest;
    }

    private Size look(String text) {
        Object tree = Feel.read(text.replace('$', 'z')).parsedExpression().expression();
        work = Math.min(ENDLESS, work + cost(tree, Map.of()));
        Size size = size(tree, Map.of());
        largest = Math.max(largest, size.volume());
        return size;
    }

    private long cost(Object node, Map<String, Size> bound) {
        if (node instanceof Ref || !(node instanceof Product product)) {
            return 1;
        }
        List<Product> iterators = iterators(node);
        if (!iterators.isEmpty()) {
            return looped(node, iterators, bound);
        }
        long cost = 1;
        for (int i = 0; i < product.productArity(); i++) {
            cost = Math.min(ENDLESS, cost + cost(product.productElement(i), bound));
        }
        return Math.min(ENDLESS, cost + handled(node, bound));
    }

    private long looped(Object node, List<Product> iterators, Map<String, Size> bound) {
        Map<String, Size> inner = new HashMap<>(bound);
        long turns = 1;
        long lists = 0;
        for (Product iterator : iterators) {
            Size list = size(iterator.productElement(1), inner);
            lists = Math.min(ENDLESS, lists + times(turns, cost(iterator.productElement(1), inner)));
            turns = times(turns, list.count());
            inner.put((String) iterator.productElement(0), list.element());
        }
        return Math.min(ENDLESS, lists + times(turns, 1 + cost(body(node), inner)));
    }

    /** What a function or comparison has to go through. */
    private long handled(Object node, Map<String, Size> bound) {
        if (node instanceof FunctionInvocation call) {
            long volume = arguments(call).stream().mapToLong(a -> size(a, bound).volume()).reduce(0, Long::sum);
            return call.function().equals("matches") || call.function().equals("split") ? times(volume, 1 + volume / 10)
                    : volume;
        }
        return node instanceof Comparison && node instanceof Product both
                ? size(both.productElement(0), bound).volume() + size(both.productElement(1), bound).volume() : 0;
    }

    private Size size(Object node, Map<String, Size> bound) {
        if (node instanceof Ref ref) {
            return size(CollectionConverters.asJava(ref.names()), bound);
        }
        if (node instanceof ConstString text) {
            return new Size(1, Math.max(1, text.value().length()));
        }
        if (node instanceof ConstList list) {
            List<?> items = CollectionConverters.asJava(list.items());
            return new Size(items.size(), items.stream().mapToLong(item -> size(item, bound).volume()).max().orElse(1));
        }
        if (node instanceof If choice) {
            return size(choice.statement(), bound).or(size(choice.elseStatement(), bound));
        }
        if (node instanceof For loop) {
            Map<String, Size> inner = new HashMap<>(bound);
            long turns = 1;
            for (Product iterator : iterators(node)) {
                Size list = size(iterator.productElement(1), inner);
                turns = times(turns, list.count());
                inner.put((String) iterator.productElement(0), list.element());
            }
            return new Size(turns, size(loop.exp(), inner).volume());
        }
        if (node instanceof FunctionInvocation call) {
            return given(call, bound);
        }
        return node instanceof PathExpression path ? size(path.path(), bound) : Size.ONE;
    }

    private Size size(List<String> path, Map<String, Size> bound) {
        String first = path.get(0);
        if (bound.containsKey(first)) {
            return path.size() > 1 ? new Size(1, LONGEST_CELL) : bound.get(first);
        }
        if (lets.containsKey(first)) {
            return lets.get(first);
        }
        if (first.equals("kinds")) {
            return new Size(3, LONGEST_CELL / 10);
        }
        if (first.equals("rows") && path.size() > 1) {
            return new Size(rowsOf.applyAsInt(path.get(1)), path.size() > 2 ? LONGEST_CELL : LARGEST_ROW);
        }
        Reference reference = path.size() < 2 ? null : Reference.of(first, path.get(1));
        return reference != null && names.meanings(reference).stream().anyMatch(names::text)
                ? new Size(1, LONGEST_CELL) : Size.ONE;
    }

    private Size given(FunctionInvocation call, Map<String, Size> bound) {
        List<?> arguments = arguments(call);
        long volume = arguments.stream().mapToLong(a -> size(a, bound).volume()).reduce(0, Long::sum);
        long count = arguments.isEmpty() ? 1 : size(arguments.get(0), bound).count();
        return switch (call.function()) {
            case "split" -> new Size(volume + 1, 1);
            case "string join" -> new Size(1, times(volume, count));
            case "substring", "upper case", "lower case", "min", "max" -> new Size(1, Math.max(1, volume));
            default -> Size.ONE;
        };
    }

    private static List<?> arguments(FunctionInvocation call) {
        return call.params() instanceof PositionalFunctionParameters given ? CollectionConverters.asJava(given.params())
                : call.params() instanceof Product named ? List.of(named.productElement(0)) : List.of();
    }

    private static Object body(Object node) {
        return node instanceof For loop ? loop.exp() : ((Product) node).productElement(1);
    }

    private static List<Product> iterators(Object node) {
        return node instanceof For loop ? products(loop.iterators())
                : node instanceof SomeItem some ? products(some.iterators())
                : node instanceof EveryItem every ? products(every.iterators()) : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Product> products(camundajar.impl.scala.collection.immutable.List<?> list) {
        return (List<Product>) (List<?>) CollectionConverters.asJava(list);
    }

    private static long times(long a, long b) {
        return b != 0 && a > ENDLESS / b ? ENDLESS : Math.min(ENDLESS, a * b);
    }
}
