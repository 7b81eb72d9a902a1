package org.zhibao.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases of dry runs and moves, a row each: the log of a run, and what is left to do of it. */
@Repository
class CaseMoveCases {

    private static final int LONGEST_DETAIL = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CaseMoveCases(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(long moveId, List<OpenCase> cases) {
        batches.batchUpdate("insert into case_move_case (move_id, process_instance_id, business_key, from_version, "
                + "activity, outcome) values (?, ?, ?, ?, ?, 'PENDING')", cases.stream().map(c -> new Object[] {moveId,
                    c.processInstanceId(), c.businessKey(), c.version(), c.activity()}).toList());
    }

    /** The next cases that are still to be done. */
    List<OpenCase> next(long moveId, int limit) {
        return jdbc.sql("select process_instance_id, business_key, from_version, activity from case_move_case "
                        + "where move_id = ? and outcome = 'PENDING' order by id limit " + limit).param(moveId)
                .query((rs, n) -> new OpenCase(rs.getString(1), rs.getString(2), rs.getInt(3), rs.getString(4))).list();
    }

    void done(long moveId, List<CaseVerdict> verdicts) {
        List<Object[]> rows = new ArrayList<>();
        verdicts.forEach(v -> rows.add(new Object[] {v.outcome().name(), v.problem() == null ? null
                : v.problem().name(), cut(v.detail()), moveId, v.processInstanceId()}));
        batches.batchUpdate("update case_move_case set outcome = ?, problem = ?, detail = ? where move_id = ? "
                + "and process_instance_id = ?", rows);
    }

    Map<MoveOutcome, Long> counts(long moveId) {
        Map<MoveOutcome, Long> counts = new EnumMap<>(MoveOutcome.class);
        jdbc.sql("select outcome, count(*) from case_move_case where move_id = ? group by outcome").param(moveId)
                .query((rs, n) -> counts.put(MoveOutcome.valueOf(rs.getString(1)), rs.getLong(2))).list();
        return counts;
    }

    /** How many cases stay at which step for which reason, the most first. */
    List<StayingCases> staying(long moveId) {
        return jdbc.sql("select activity, problem, min(detail) as detail, count(*) as cases from case_move_case "
                        + "where move_id = ? and outcome = 'STAYS' group by activity, problem order by cases desc, activity")
                .param(moveId).query((rs, n) -> new StayingCases(rs.getString(1),
                        MoveProblem.valueOf(rs.getString(2)), rs.getString(3), rs.getLong(4))).list();
    }

    /** A page of the log in the order of the cases; {@code outcome} null for all. */
    List<MovedCase> page(long moveId, MoveOutcome outcome, long after, int limit) {
        return jdbc.sql("select c.*, f.id as filing_id, f.unit_name from case_move_case c left join filing f "
                        + "on f.process_instance_id = c.process_instance_id where c.move_id = :move and c.id > :after"
                        + (outcome == null ? "" : " and c.outcome = '" + outcome.name() + "'")
                        + " order by c.id limit " + limit)
                .param("move", moveId).param("after", after).query(CaseMoveCases::moved).list();
    }

    private static MovedCase moved(ResultSet rs, int number) throws SQLException {
        String problem = rs.getString("problem");
        Long filing = rs.getObject("filing_id", Long.class);
        return new MovedCase(rs.getLong("id"), rs.getString("process_instance_id"), rs.getString("business_key"),
                rs.getInt("from_version"), rs.getString("activity"), MoveOutcome.valueOf(rs.getString("outcome")),
                problem == null ? null : MoveProblem.valueOf(problem), rs.getString("detail"), filing,
                rs.getString("unit_name"));
    }

    private static String cut(String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }
}
