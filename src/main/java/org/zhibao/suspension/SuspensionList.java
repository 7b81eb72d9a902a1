package org.zhibao.suspension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.GroupCompanies;
import org.zhibao.suspension.SuspensionPage.Line;

/** Lists of suspensions; everyone sees only its own area's. */
@Service
@Transactional(readOnly = true)
public class SuspensionList {

    private final JdbcClient jdbc;

    SuspensionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page. */
    public SuspensionPage page(SuspensionQuery query, Actor actor) {
        if (query.size() < 1 || query.size() > SuspensionQuery.MOST) {
            throw Refusal.field("size", "worklist.size", SuspensionQuery.MOST);
        }
        StringBuilder where = new StringBuilder(" from suspension s where ").append(own(actor));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("own", actor.own());
        if (query.period() != null) {
            if (!query.period().matches("\\d{4}Q[1-4]")) {
                throw Refusal.field("period", "period.not-a-quarter");
            }
            where.append(" and s.from_period <= :period and s.to_period >= :period");
            parameters.put("period", query.period());
        }
        Map<SuspensionState, Long> counts = counts(where.toString(), parameters);
        if (query.state() != null) {
            where.append(" and s.state = :state");
            parameters.put("state", query.state().name());
        }
        parameters.put("before", query.before() == null ? Long.MAX_VALUE : query.before());
        List<Line> found = jdbc.sql("select s.*, (select count(*) from suspension_evidence e where e.suspension_id = s.id) "
                        + "evidence" + where + " and s.id < :before order by s.id desc limit " + (query.size() + 1))
                .params(parameters).query((row, n) -> new Line(summary(row, n), row.getInt("evidence"))).list();
        boolean more = found.size() > query.size();
        List<Line> shown = more ? found.subList(0, query.size()) : found;
        long total = query.state() == null ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(query.state(), 0L);
        return new SuspensionPage(shown, total, counts, more ? shown.get(shown.size() - 1).suspension().id() : null);
    }

    private Map<SuspensionState, Long> counts(String where, Map<String, Object> parameters) {
        Map<SuspensionState, Long> counts = new EnumMap<>(SuspensionState.class);
        jdbc.sql("select s.state, count(*) n" + where + " group by s.state").params(parameters)
                .query((row, n) -> Map.entry(SuspensionState.valueOf(row.getString(1)), row.getLong(2))).list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** The suspension that holds this period of a unit. */
    public Optional<SuspensionSummary> of(String orgCode, String period) {
        return jdbc.sql("select s.* from suspension s join suspension_period p on p.suspension_id = s.id "
                        + "where p.org_code = ? and p.period = ?").params(orgCode, period)
                .query(SuspensionList::summary).optional();
    }

    private static String own(Actor actor) {
        return switch (actor.sight()) {
            case ENTERPRISE -> "s.org_code = :own";
            case GROUP -> "s.org_code in " + GroupCompanies.UNITS;
            case SECURITY -> "(1 = 0 and s.city_code = :own)";
            case COUNTY -> "s.county_code = :own";
            case CITY -> "s.city_code = :own";
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> "(1 = 1 or s.city_code = :own)";
        };
    }

    static SuspensionSummary summary(ResultSet row, int number) throws SQLException {
        return new SuspensionSummary(row.getLong("id"), row.getString("org_code"), row.getString("unit_name"),
                row.getString("city_code"), row.getString("county_code"), row.getString("from_period"),
                row.getString("to_period"), SuspensionKind.valueOf(row.getString("kind")),
                row.getString("explanation"), SuspensionState.valueOf(row.getString("state")),
                row.getString("task_id"), instant(row, "due_at"), row.getBoolean("overdue"),
                row.getString("declared_by_name"), Role.valueOf(row.getString("declared_role")),
                instant(row, "declared_at"), row.getString("decided_by_name"), instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
