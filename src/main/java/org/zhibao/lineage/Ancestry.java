package org.zhibao.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhibao.period.Quarter;

/** Where a unit comes from, over all quarters. */
public final class Ancestry {

    private final String unit;
    private final LineageGraph graph;

    Ancestry(String unit, LineageGraph graph) {
        this.unit = unit;
        this.graph = graph;
    }

    /** Whether it has only ever been itself. */
    public boolean unbroken() {
        return graph.into(unit).isEmpty();
    }

    /** The unit and all it ever came from. */
    public Set<String> everyone() {
        return graph.ancestors(unit);
    }

    /** Whose reports of this quarter are its history. */
    public Origins at(Quarter quarter) {
        Set<String> units = new TreeSet<>();
        boolean split = trace(unit, quarter, null, Set.of(), units);
        List<String> found = List.copyOf(units);
        return new Origins(split ? Origins.Kind.SPLIT : found.size() > 1 ? Origins.Kind.MERGED
                : found.get(0).equals(unit) ? Origins.Kind.OWN : Origins.Kind.OTHER, found);
    }

    /** The codes it has had, today's first: those it had before a merger or a split are others'. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(unit));
        Quarter until = null;
        for (LineageGraph.Event last = graph.latest(unit, null, null, Set.of()).orElse(null);
                last != null && last.succession().kind() == SuccessionKind.RECODED;
                last = graph.latest(codes.get(codes.size() - 1), null, until, Set.of()).orElse(null)) {
            until = last.succession().from();
            codes.add(last.succession().predecessors().get(0));
        }
        return codes;
    }

    /** Collects the origins of {@code now}, which is what it is until {@code until}; gives whether a split lies between. */
    private boolean trace(String now, Quarter quarter, Quarter until, Set<Long> passed, Set<String> origins) {
        LineageGraph.Event event = graph.latest(now, quarter, until, passed).orElse(null);
        if (event == null) {
            origins.add(now);
            return false;
        }
        Set<Long> further = new HashSet<>(passed);
        further.add(event.id());
        boolean split = event.succession().kind() == SuccessionKind.SPLIT;
        for (String before : event.succession().predecessors()) {
            split |= trace(before, quarter, event.succession().from(), further, origins);
        }
        return split;
    }
}
