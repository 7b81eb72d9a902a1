package org.zhibao.lineage;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhibao.period.Quarter;

/** Successions with a way to walk along them. New names lead nowhere: who changes only its name stays itself. */
final class LineageGraph {

    /** A recorded succession. */
    record Event(long id, Succession succession) {
    }

    private final Map<String, List<Event>> into = new HashMap<>();
    private final Map<String, List<Event>> outOf = new HashMap<>();

    LineageGraph(Collection<Event> events) {
        events.stream().filter(e -> e.succession().kind() != SuccessionKind.RENAMED).forEach(event -> {
            event.succession().successors().forEach(s -> into.computeIfAbsent(s, c -> new ArrayList<>()).add(event));
            event.succession().predecessors().forEach(p -> outOf.computeIfAbsent(p, c -> new ArrayList<>()).add(event));
        });
    }

    /** What made the unit. */
    List<Event> into(String unit) {
        return into.getOrDefault(unit, List.of());
    }

    /** What became of the unit. */
    List<Event> outOf(String unit) {
        return outOf.getOrDefault(unit, List.of());
    }

    /**
     * The latest that made the unit what it is.
     *
     * @param after  only what came into effect after this quarter; null for any
     * @param until  only what came into effect by this quarter; null for any
     * @param passed not these
     */
    Optional<Event> latest(String unit, Quarter after, Quarter until, Set<Long> passed) {
        return into(unit).stream().filter(e -> !passed.contains(e.id()))
                .filter(e -> after == null || e.succession().from().compareTo(after) > 0)
                .filter(e -> until == null || e.succession().from().compareTo(until) <= 0)
                .max(Comparator.comparing((Event e) -> e.succession().from()).thenComparing(Event::id));
    }

    /** The unit and all it came from. */
    Set<String> ancestors(String unit) {
        return reached(unit, u -> into(u).stream().flatMap(e -> e.succession().predecessors().stream()).toList());
    }

    private static Set<String> reached(String start, Function<String, List<String>> next) {
        Set<String> reached = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            next.apply(open.pop()).stream().filter(reached::add).forEach(open::push);
        }
        return reached;
    }
}
