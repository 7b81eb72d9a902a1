package org.zhibao.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhibao.filing.FilingDues.Change;
import org.zhibao.filing.FilingDues.Outcome;
import org.zhibao.filing.Stage;
import org.zhibao.period.PeriodDeadlines;

/**
 * What a re-dating of a period would do.
 *
 * @param before    the days the period has
 * @param after     the days the rules give now
 * @param rules     the same with the steps that led there
 * @param stages    what happens to the open tasks, by stage
 * @param cities    how many open tasks move, by city code
 * @param moves     the open tasks that move
 * @param kept      the open tasks that stay because of an extension
 */
public record RedatingPlan(String period, DueChange.Days before, DueChange.Days after, PeriodDeadlines rules,
                           Map<Stage, Count> stages, Map<String, Integer> cities, List<Change> moves,
                           List<Change> kept) {

    /** How many open tasks there are, move, stay because of an extension, become overdue, get time again. */
    public record Count(int open, int moves, int kept, int becomeOverdue, int ceaseToBeOverdue) {

        static final Count NONE = new Count(0, 0, 0, 0, 0);

        Count plus(Change change, Instant now) {
            boolean moved = change.outcome() == Outcome.MOVED;
            return new Count(open + 1, moves + (moved ? 1 : 0),
                    kept + (change.outcome() == Outcome.KEPT_EXTENSION ? 1 : 0),
                    becomeOverdue + (moved && change.becomesOverdue(now) ? 1 : 0),
                    ceaseToBeOverdue + (moved && change.ceasesToBeOverdue(now) ? 1 : 0));
        }
    }

    static RedatingPlan of(String period, DueChange.Days before, DueChange.Days after, PeriodDeadlines rules,
                           List<Change> changes, Instant now) {
        Map<Stage, Count> stages = new EnumMap<>(Stage.class);
        Map<String, Integer> cities = new TreeMap<>();
        List<Change> moves = new ArrayList<>();
        List<Change> kept = new ArrayList<>();
        for (Change change : changes) {
            stages.merge(change.filing().stage(), Count.NONE.plus(change, now), (a, b) -> a.plus(change, now));
            if (change.outcome() == Outcome.MOVED) {
                moves.add(change);
                cities.merge(change.filing().cityCode(), 1, Integer::sum);
            } else if (change.outcome() == Outcome.KEPT_EXTENSION) {
                kept.add(change);
            }
        }
        return new RedatingPlan(period, before, after, rules, stages, cities, List.copyOf(moves), List.copyOf(kept));
    }

    /** Whether the period's days differ or tasks would move. */
    public boolean needed() {
        return !before.equals(after) || !moves.isEmpty();
    }

    /** How many tasks would become overdue at once. */
    public int becomeOverdue() {
        return stages.values().stream().mapToInt(Count::becomeOverdue).sum();
    }
}
