package org.zhibao.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;

/** The dry runs and moves on record. */
@Repository
class CaseMoves {

    private final JdbcClient jdbc;

    CaseMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a run that waits to begin; fails if one of the process goes on. */
    long add(CaseMove.Kind kind, MoveOrder order, String reason, Actor actor, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into case_move (kind, process_key, from_versions, to_version, steps, reason, by_user, by_name, "
                        + "at, state, cases, advanced_at, running_key) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)")
                .params(kind.name(), order.process(), order.from().stream().map(String::valueOf)
                        .collect(Collectors.joining(",")), order.to(), written(order.steps()), reason, actor.userId(),
                        actor.name(), utc(now), utc(now), order.process())
                .update(key, "id");
        return key.getKey().longValue();
    }

    void begun(long id, int cases, Instant now) {
        jdbc.sql("update case_move set state = 'RUNNING', cases = ?, advanced_at = ? where id = ?")
                .params(cases, utc(now), id).update();
    }

    void advanced(long id, Instant now) {
        jdbc.sql("update case_move set advanced_at = ? where id = ?").params(utc(now), id).update();
    }

    void finished(long id, Instant now) {
        jdbc.sql("update case_move set state = 'DONE', running_key = null, advanced_at = ? where id = ?")
                .params(utc(now), id).update();
    }

    Optional<CaseMove> running(String process) {
        return jdbc.sql("select * from case_move where running_key = ?").param(process).query(CaseMoves::move)
                .optional();
    }

    CaseMove require(long id) {
        return jdbc.sql("select * from case_move where id = ?").param(id).query(CaseMoves::move).optional()
                .orElseThrow(() -> Refusal.notFound("operation.move.unknown", String.valueOf(id)));
    }

    /** The latest first. */
    List<CaseMove> past(String process, int limit) {
        return jdbc.sql("select * from case_move where process_key = ? order by id desc limit " + limit).param(process)
                .query(CaseMoves::move).list();
    }

    long count(String process) {
        return jdbc.sql("select count(*) from case_move where process_key = ?").param(process).query(Long.class)
                .single();
    }

    private static CaseMove move(ResultSet rs, int number) throws SQLException {
        MoveOrder order = new MoveOrder(rs.getString("process_key"), Arrays.stream(rs.getString("from_versions")
                .split(",")).map(Integer::valueOf).toList(), rs.getInt("to_version"), read(rs.getString("steps")));
        return new CaseMove(rs.getLong("id"), CaseMove.Kind.valueOf(rs.getString("kind")), order,
                rs.getString("reason"), rs.getString("by_user"), rs.getString("by_name"), instant(rs, "at"),
                CaseMove.State.valueOf(rs.getString("state")), rs.getInt("cases"), instant(rs, "advanced_at"));
    }

    static String written(Map<String, String> steps) {
        return new TreeMap<>(steps).entrySet().stream().map(s -> s.getKey() + "=" + s.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String steps) {
        return steps.lines().map(line -> line.split("=", 2)).collect(Collectors.toMap(s -> s[0], s -> s[1]));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
