package org.zhibao.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.zhibao.account.Actor;
import org.zhibao.period.Quarter;

/** The table of successions; nothing in it is ever changed. */
@Repository
class SuccessionStore {

    /** A recorded succession with the names that units had then. */
    record Row(RecordedSuccession recorded, LineageGraph.Event event) {
    }

    private static final String COLUMNS = "select s.id, s.kind, s.from_period, s.reason, s.evidence, s.recorded_by_name, "
            + "s.recorded_at, r.reason revoked_reason, r.revoked_by_name, r.revoked_at, l.predecessor, l.successor, "
            + "l.predecessor_name, l.successor_name from unit_succession s "
            + "join unit_lineage l on l.succession_id = s.id "
            + "left join unit_succession_revoked r on r.succession_id = s.id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    SuccessionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until nobody else records. */
    void takeTurn() {
        jdbc.sql("select id from unit_lineage_turn where id = 1 for update").query(Integer.class).single();
    }

    /** What these units came from, and what that came from, all the way back. */
    LineageGraph before(Collection<String> units) {
        return graph(walk(units, false, false));
    }

    /** All that is connected with these units. */
    LineageGraph around(Collection<String> units) {
        return graph(walk(units, true, false));
    }

    /** The same as recorded, revoked ones included, oldest first. */
    List<RecordedSuccession> recordedAround(String unit) {
        return walk(List.of(unit), true, true).values().stream().map(Row::recorded).toList();
    }

    Optional<Row> find(long id) {
        return rows(COLUMNS + "where s.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Gives its id. */
    long add(Succession added, Map<String, String> namesBefore, Map<String, String> namesAfter, Actor actor) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into unit_succession (kind, from_period, reason, evidence, recorded_by, recorded_by_name, "
                        + "recorded_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(added.kind().name(), added.from().code(), added.reason(), text(added.evidence()), actor.userId(),
                        actor.name(), now()).update(key, "id");
        long id = key.getKey().longValue();
        added.predecessors().forEach(before -> added.successors().forEach(after -> jdbc.sql("insert into unit_lineage "
                        + "(succession_id, kind, predecessor, successor, predecessor_name, successor_name) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(id, added.kind().name(), before, after, namesBefore.get(before), namesAfter.get(after)).update()));
        return id;
    }

    void revoke(long id, String reason, Actor actor) {
        jdbc.sql("insert into unit_succession_revoked (succession_id, reason, revoked_by, revoked_by_name, revoked_at) "
                + "values (?, ?, ?, ?, ?)").params(id, reason, actor.userId(), actor.name(), now()).update();
    }

    private Map<Long, Row> walk(Collection<String> units, boolean bothWays, boolean revoked) {
        Map<Long, Row> found = new TreeMap<>();
        Set<String> seen = new HashSet<>(units);
        Set<String> open = new HashSet<>(units);
        while (!open.isEmpty()) {
            String those = bothWays ? "(i.successor in (:units) or i.predecessor in (:units))" : "i.successor in (:units)";
            List<Row> next = rows(COLUMNS + "where s.id in (select i.succession_id from unit_lineage i where " + those
                    + ")" + (revoked ? "" : " and r.succession_id is null"), Map.of("units", open));
            open = new HashSet<>();
            for (Row row : next) {
                if (found.putIfAbsent(row.event().id(), row) == null) {
                    Set<String> reached = new HashSet<>(row.event().succession().predecessors());
                    if (bothWays) {
                        reached.addAll(row.event().succession().successors());
                    }
                    reached.stream().filter(seen::add).forEach(open::add);
                }
            }
        }
        return found;
    }

    private static LineageGraph graph(Map<Long, Row> rows) {
        return new LineageGraph(rows.values().stream().map(Row::event).toList());
    }

    private List<Row> rows(String sql, Map<String, ?> parameters) {
        Map<Long, Collected> collected = new LinkedHashMap<>();
        jdbc.sql(sql + " order by s.id, l.predecessor, l.successor").params(parameters)
                .query((row, n) -> collected.computeIfAbsent(row.getLong("id"), id -> Collected.of(row)).add(row)).list();
        return collected.values().stream().map(Collected::row).toList();
    }

    private static String text(List<MatchReason> evidence) {
        return evidence.stream().map(MatchReason::name).collect(Collectors.joining(","));
    }

    private static List<MatchReason> reasons(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(MatchReason::valueOf).toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A succession as its rows come in. */
    private record Collected(long id, SuccessionKind kind, Quarter from, String reason,
                             List<MatchReason> evidence, RecordedSuccession.Deed recorded,
                             RecordedSuccession.Deed revoked, Map<String, String> before, Map<String, String> after) {

        static Collected of(ResultSet row) {
            try {
                OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
                return new Collected(row.getLong("id"), SuccessionKind.valueOf(row.getString("kind")),
                        Quarter.parse(row.getString("from_period")), row.getString("reason"),
                        reasons(row.getString("evidence")),
                        new RecordedSuccession.Deed(row.getString("recorded_by_name"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("reason")),
                        revoked == null ? null : new RecordedSuccession.Deed(row.getString("revoked_by_name"),
                                revoked.toInstant(), row.getString("revoked_reason")),
                        new TreeMap<>(), new TreeMap<>());
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        Collected add(ResultSet row) throws SQLException {
            before.put(row.getString("predecessor"), row.getString("predecessor_name"));
            after.put(row.getString("successor"), row.getString("successor_name"));
            return this;
        }

        Row row() {
            Succession succession = new Succession(kind, new ArrayList<>(before.keySet()), new ArrayList<>(after.keySet()),
                    from, reason, evidence);
            return new Row(new RecordedSuccession(id, kind, from.code(), named(before), named(after), evidence, recorded,
                    revoked), new LineageGraph.Event(id, succession));
        }

        private static List<RecordedSuccession.Named> named(Map<String, String> units) {
            return units.entrySet().stream().map(u -> new RecordedSuccession.Named(u.getKey(), u.getValue())).toList();
        }
    }
}
