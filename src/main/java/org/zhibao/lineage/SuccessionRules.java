package org.zhibao.lineage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.refusal.Refusal.Text;

/** Which successions make no sense, by themselves or beside those there are. */
final class SuccessionRules {

    private static final int MOST_UNITS = 20;

    private SuccessionRules() {
    }

    /** What is wrong with a succession, if something is. */
    static Optional<FieldError> problem(Succession added, LineageGraph graph) {
        return shape(added).or(() -> added.kind() == SuccessionKind.RENAMED ? Optional.empty()
                : circle(added, graph).or(() -> twice(added, graph)).or(() -> order(added, graph)));
    }

    private static Optional<FieldError> shape(Succession added) {
        int before = added.predecessors().size();
        int after = added.successors().size();
        Set<String> distinct = new HashSet<>(added.predecessors());
        boolean repeated = distinct.size() < before || new HashSet<>(added.successors()).size() < after;
        if (repeated || before > MOST_UNITS || after > MOST_UNITS) {
            return error("predecessors", repeated ? "lineage.repeated" : "lineage.many", MOST_UNITS);
        }
        distinct.addAll(added.successors());
        return switch (added.kind()) {
            case RENAMED -> before == 1 && after == 1 && distinct.size() == 1 ? Optional.empty()
                    : error("successors", "lineage.renamed-itself");
            case RECODED -> before == 1 && after == 1 && distinct.size() == 2 ? Optional.empty()
                    : error("successors", "lineage.recoded-one");
            case MERGED -> before > 1 && after == 1 ? Optional.empty() : error("predecessors", "lineage.merged-several");
            case SPLIT -> before == 1 && after > 1 ? Optional.empty() : error("successors", "lineage.split-several");
        };
    }

    /** Nobody is made from what came from it; who was there all along may take back what was split off from it. */
    private static Optional<FieldError> circle(Succession added, LineageGraph graph) {
        return added.predecessors().stream()
                .flatMap(before -> added.successors().stream().filter(after -> !added.goesOn(after))
                        .filter(after -> graph.ancestors(before).contains(after))
                        .map(after -> new FieldError("successors", new Text("lineage.circle", before, after))))
                .findFirst();
    }

    /** Who has become another cannot become a third; who came from others by a quarter cannot come from more by then. */
    private static Optional<FieldError> twice(Succession added, LineageGraph graph) {
        Optional<FieldError> gone = added.predecessors().stream()
                .filter(unit -> graph.outOf(unit).stream().anyMatch(e -> !e.succession().goesOn(unit)))
                .map(unit -> new FieldError("predecessors", new Text("lineage.gone", unit))).findFirst();
        return gone.or(() -> added.successors().stream()
                .filter(unit -> graph.into(unit).stream().anyMatch(e -> e.succession().from().equals(added.from())
                        || !e.succession().goesOn(unit) && !added.goesOn(unit)))
                .map(unit -> new FieldError("successors", new Text("lineage.made", unit))).findFirst());
    }

    /** What a unit came from lies before what became of it. */
    private static Optional<FieldError> order(Succession added, LineageGraph graph) {
        Stream<String> late = added.predecessors().stream().filter(unit -> !added.goesOn(unit))
                .filter(unit -> Stream.concat(graph.into(unit).stream(), graph.outOf(unit).stream())
                        .anyMatch(e -> e.succession().from().compareTo(added.from()) > 0));
        Stream<String> early = added.successors().stream().filter(unit -> !added.goesOn(unit))
                .filter(unit -> Stream.concat(graph.outOf(unit).stream(), graph.into(unit).stream())
                        .anyMatch(e -> e.succession().from().compareTo(added.from()) < 0));
        return Stream.concat(late, early).findFirst()
                .map(unit -> new FieldError("from", new Text("lineage.order", unit)));
    }

    private static Optional<FieldError> error(String field, String key, Object... arguments) {
        return Optional.of(new FieldError(field, new Text(key, arguments)));
    }
}
