package org.zhibao.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zhibao.period.Quarter;

/** Random mergers, splits, new codes and new names over some years. */
class LineagePropertyTest {

    private static final Quarter FIRST = new Quarter(2015, 1);

    /** Units with the quarters in which they report, and what the lineage says of them. */
    private static final class World {

        final Random random;
        final List<LineageGraph.Event> events = new ArrayList<>();
        final Map<String, Quarter> born = new HashMap<>();
        final Map<String, Quarter> gone = new HashMap<>();
        int made;

        World(Random random, int units) {
            this.random = random;
            for (int i = 0; i < units; i++) {
                born.put("U" + i, FIRST);
            }
        }

        void live(int quarters) {
            Quarter now = FIRST;
            for (int q = 0; q < quarters; q++) {
                now = now.next();
                change(now);
            }
        }

        private void change(Quarter from) {
            List<String> there = new ArrayList<>(alive());
            Collections.shuffle(there, random);
            switch (random.nextInt(5)) {
                case 0 -> add(new Succession(SuccessionKind.RENAMED, there.subList(0, 1), there.subList(0, 1), from, "", List.of()));
                case 1 -> add(new Succession(SuccessionKind.RECODED, there.subList(0, 1), List.of(fresh()), from, "", List.of()));
                case 2 -> {
                    if (there.size() > 2) {
                        List<String> before = there.subList(0, 2 + random.nextInt(2));
                        add(new Succession(SuccessionKind.MERGED, before,
                                List.of(random.nextBoolean() ? before.get(0) : fresh()), from, "", List.of()));
                    }
                }
                case 3 -> add(new Succession(SuccessionKind.SPLIT, there.subList(0, 1),
                        List.of(random.nextBoolean() ? there.get(0) : fresh(), fresh()), from, "", List.of()));
                default -> { }
            }
        }

        private String fresh() {
            return "F" + ++made;
        }

        Set<String> alive() {
            Set<String> alive = new TreeSet<>(born.keySet());
            alive.removeAll(gone.keySet());
            return alive;
        }

        private void add(Succession succession) {
            assertThat(SuccessionRules.problem(succession, graph())).as("%s after %s", succession, events).isEmpty();
            events.add(new LineageGraph.Event(events.size() + 1, succession));
            succession.predecessors().stream().filter(u -> !succession.goesOn(u))
                    .forEach(u -> gone.put(u, succession.from()));
            succession.successors().forEach(u -> born.putIfAbsent(u, succession.from()));
        }

        LineageGraph graph() {
            return new LineageGraph(events);
        }

        boolean reported(String unit, Quarter quarter) {
            return born.get(unit).compareTo(quarter) <= 0
                    && (!gone.containsKey(unit) || gone.get(unit).compareTo(quarter) > 0);
        }
    }

    @Property(tries = 300)
    void everyReportIsTheHistoryOfSomeUnitOfTodayAndOfOneOnlyUnlessItWasSplit(@ForAll Random random) {
        World world = new World(random, 3 + random.nextInt(6));
        world.live(random.nextInt(30));
        LineageGraph graph = world.graph();
        for (Quarter quarter = FIRST; quarter.year() < 2024; quarter = quarter.next()) {
            Map<String, Integer> heirs = new HashMap<>();
            Set<String> split = new HashSet<>();
            for (String unit : world.alive()) {
                Origins origins = new Ancestry(unit, graph).at(quarter);
                for (String origin : origins.units()) {
                    assertThat(world.reported(origin, quarter)).as("%s in %s after %s", origin, quarter, world.events).isTrue();
                    assertThat(world.born.get(unit).compareTo(quarter) > 0 || origins.kind() != Origins.Kind.OTHER)
                            .as("who reported itself is not another: %s", unit).isTrue();
                    heirs.merge(origin, 1, Integer::sum);
                    if (origins.kind() == Origins.Kind.SPLIT) {
                        split.add(origin);
                    }
                }
            }
            for (String unit : world.born.keySet()) {
                if (world.reported(unit, quarter)) {
                    assertThat(heirs.getOrDefault(unit, 0)).as("%s in %s after %s", unit, quarter, world.events)
                            .isGreaterThanOrEqualTo(1);
                    if (!split.contains(unit)) {
                        assertThat(heirs.get(unit)).as("%s in %s after %s", unit, quarter, world.events).isEqualTo(1);
                    }
                }
            }
        }
    }

    @Property(tries = 300)
    void whoeverWouldComeFromItselfIsRefused(@ForAll Random random) {
        World world = new World(random, 3 + random.nextInt(4));
        world.live(30);
        Quarter later = new Quarter(2030, 1);
        for (String unit : world.alive()) {
            for (String ancestor : world.graph().ancestors(unit)) {
                if (!world.alive().contains(ancestor)) {
                    assertThat(SuccessionRules.problem(Succession.recoded(unit, ancestor, later, "", List.of()),
                            world.graph())).as("%s into %s after %s", unit, ancestor, world.events).isPresent();
                }
            }
        }
    }

    @Property(tries = 200)
    void whatChangedOnlyItsCodeHasOneHistoryUnderAllItsCodes(@ForAll Random random) {
        List<LineageGraph.Event> events = new ArrayList<>();
        List<String> codes = new ArrayList<>(List.of("U0"));
        Quarter from = FIRST;
        for (int i = 1; i <= 1 + random.nextInt(6); i++) {
            from = random.nextBoolean() ? from.next() : from.next().next();
            Succession next = Succession.recoded("U" + (i - 1), "U" + i, from, "", List.of());
            assertThat(SuccessionRules.problem(next, new LineageGraph(events))).isEmpty();
            events.add(new LineageGraph.Event(i, next));
            codes.add(0, "U" + i);
        }
        Ancestry ancestry = new Ancestry(codes.get(0), new LineageGraph(events));
        assertThat(ancestry.codes()).isEqualTo(codes);
        assertThat(ancestry.at(FIRST)).isEqualTo(new Origins(Origins.Kind.OTHER, List.of("U0")));
        assertThat(ancestry.at(from)).isEqualTo(new Origins(Origins.Kind.OWN, List.of(codes.get(0))));
        Quarter late = from;
        assertThat(SuccessionRules.problem(Succession.recoded(codes.get(0), "U0", late.next(), "", List.of()),
                new LineageGraph(events))).as("the circle").isPresent();
    }
}
