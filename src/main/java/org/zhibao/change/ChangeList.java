package org.zhibao.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/** Lists of changes; everyone sees only its own area's. */
@Service
@Transactional(readOnly = true)
public class ChangeList {

    private final JdbcClient jdbc;

    ChangeList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page. */
    public ChangePage page(ChangeQuery query, Actor actor) {
        if (query.size() < 1 || query.size() > ChangeQuery.MOST) {
            throw Refusal.field("size", "worklist.size", ChangeQuery.MOST);
        }
        StringBuilder where = new StringBuilder(" from registry_change c where ").append(ChangeRights.sight(actor));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("own", actor.own());
        if (query.kind() != null) {
            where.append(" and c.kind = :kind");
            parameters.put("kind", query.kind().name());
        }
        Map<ChangeState, Long> counts = counts(where.toString(), parameters);
        if (query.state() != null) {
            where.append(" and c.state = :state");
            parameters.put("state", query.state().name());
        }
        parameters.put("before", query.before() == null ? Long.MAX_VALUE : query.before());
        List<ChangeSummary> found = jdbc.sql("select c.*" + where + " and c.id < :before order by c.id desc limit "
                + (query.size() + 1)).params(parameters).query(ChangeList::summary).list();
        boolean more = found.size() > query.size();
        List<ChangeSummary> shown = more ? found.subList(0, query.size()) : found;
        long total = query.state() == null ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(query.state(), 0L);
        return new ChangePage(shown, total, counts, more ? shown.get(shown.size() - 1).id() : null);
    }

    /** What took a unit off the registry and was confirmed, the latest first. */
    public List<ChangeSummary> departures(String orgCode) {
        return jdbc.sql("select c.* from registry_change c where c.org_code = ? and c.state = 'APPLIED' "
                + "and c.kind in ('CLOSED', 'RECODED') order by c.id desc").param(orgCode).query(ChangeList::summary).list();
    }

    private Map<ChangeState, Long> counts(String where, Map<String, Object> parameters) {
        Map<ChangeState, Long> counts = new EnumMap<>(ChangeState.class);
        jdbc.sql("select c.state, count(*) n" + where + " group by c.state").params(parameters)
                .query((row, n) -> Map.entry(ChangeState.valueOf(row.getString(1)), row.getLong(2))).list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    static ChangeSummary summary(ResultSet row, int number) throws SQLException {
        String code = row.getString("new_org_code");
        String uscc = row.getString("new_uscc");
        return new ChangeSummary(row.getLong("id"), ChangeKind.valueOf(row.getString("kind")),
                row.getString("org_code"), row.getString("unit_name"), row.getString("city_code"),
                row.getString("county_code"), row.getString("from_period"), row.getString("new_name"),
                code == null ? "" : code, uscc == null ? "" : uscc, row.getString("reason"),
                ChangeState.valueOf(row.getString("state")), row.getString("task_id"), instant(row, "due_at"),
                row.getBoolean("overdue"), row.getString("proposed_by_name"),
                Role.valueOf(row.getString("proposed_role")), instant(row, "proposed_at"),
                row.getString("decided_by_name"), instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
