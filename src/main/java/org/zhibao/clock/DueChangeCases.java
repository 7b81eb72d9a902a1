package org.zhibao.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.filing.FilingDues.Change;
import org.zhibao.filing.FilingDues.OpenTask;
import org.zhibao.filing.Stage;

/** The cases of changes of due dates, a row each: the log of a change, and what is left to do of it. */
@Repository
class DueChangeCases {

    private static final String LIST = "insert into due_change_case (change_id, filing_id, task_id, stage, old_due, "
            + "outcome) select :change, f.id, f.task_id, f.stage, f.due_at, 'PENDING' from filing f "
            + "where f.period = :period and f.task_id is not null";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DueChangeCases(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Takes down every open task the change is about. */
    int list(DueChange change) {
        if (change.kind() == DueChange.Kind.REDATING) {
            return jdbc.sql(LIST + " order by f.id").param("change", change.id()).param("period", change.period())
                    .update();
        }
        ExtensionScope scope = new ExtensionScope(change.period(), change.stage(), change.area(), change.filingId());
        JdbcClient.StatementSpec insert = jdbc.sql(LIST + " and f.due_at < :to and " + scope.condition()
                + " order by f.id").param("change", change.id()).param("period", change.period())
                .param("to", change.newDue().atOffset(ZoneOffset.UTC));
        return insert.params(scope.parameters()).update();
    }

    /** The next tasks that are still to be done. */
    List<OpenTask> next(long changeId, int limit) {
        return jdbc.sql("select filing_id, task_id from due_change_case where change_id = ? and outcome = 'PENDING' "
                        + "order by id limit " + limit).param(changeId)
                .query((rs, n) -> new OpenTask(rs.getLong(1), rs.getString(2))).list();
    }

    void done(long changeId, List<Change> changes) {
        List<Object[]> rows = new ArrayList<>();
        changes.forEach(c -> rows.add(new Object[] {c.outcome().name(),
            c.after() == null ? null : c.after().atOffset(ZoneOffset.UTC), changeId, c.filing().id()}));
        batches.batchUpdate("update due_change_case set outcome = ?, new_due = ? where change_id = ? and filing_id = ?",
                rows);
    }

    Map<CaseOutcome, Long> counts(long changeId) {
        Map<CaseOutcome, Long> counts = new EnumMap<>(CaseOutcome.class);
        jdbc.sql("select outcome, count(*) from due_change_case where change_id = ? group by outcome").param(changeId)
                .query((rs, n) -> counts.put(CaseOutcome.valueOf(rs.getString(1)), rs.getLong(2))).list();
        return counts;
    }

    /** A page of the log in the order of the cases; {@code outcome} null for all. */
    List<DueCase> page(long changeId, CaseOutcome outcome, long after, int limit) {
        return jdbc.sql("select c.*, f.org_code, f.unit_name, f.city_code, f.county_code from due_change_case c "
                        + "join filing f on f.id = c.filing_id where c.change_id = :change and c.id > :after"
                        + (outcome == null ? "" : " and c.outcome = '" + outcome.name() + "'")
                        + " order by c.id limit " + limit)
                .param("change", changeId).param("after", after).query(DueChangeCases::dueCase).list();
    }

    private static DueCase dueCase(ResultSet rs, int number) throws SQLException {
        return new DueCase(rs.getLong("id"), rs.getLong("filing_id"), rs.getString("org_code"),
                rs.getString("unit_name"), rs.getString("city_code"), rs.getString("county_code"),
                Stage.valueOf(rs.getString("stage")), instant(rs, "old_due"), instant(rs, "new_due"),
                CaseOutcome.valueOf(rs.getString("outcome")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
