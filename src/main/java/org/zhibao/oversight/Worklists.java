package org.zhibao.oversight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.refusal.Refusal;

/**
 * Lists and counts over many filings, read from the filings' own projection of their position with keyset paging; never
 * from the engine's tables. Everyone sees only the filings of its own area.
 */
@Service
@Transactional(readOnly = true)
public class Worklists {

    /** The last instant that both databases know. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final JdbcClient jdbc;

    Worklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page. */
    public WorklistPage page(WorklistQuery query, Actor actor) {
        if (query.size() < 1 || query.size() > WorklistQuery.MOST) {
            throw Refusal.field("size", "worklist.size", WorklistQuery.MOST);
        }
        Conditions where = Conditions.areaOf(actor).and(query);
        long total = jdbc.sql("select count(*) from filing f" + where.sql()).params(where.parameters())
                .query(Long.class).single();
        Conditions from = query.after() == null || query.after().isBlank() ? where : where.after(query.after());
        List<Row> rows = jdbc.sql("select f.* from filing f" + from.sql() + " order by f.sort_at, f.id limit "
                + (query.size() + 1)).params(from.parameters()).query(Worklists::row).list();
        boolean more = rows.size() > query.size();
        List<Row> shown = more ? rows.subList(0, query.size()) : rows;
        return new WorklistPage(shown.stream().map(Row::filing).toList(), total,
                more ? shown.get(shown.size() - 1).cursor() : null);
    }

    /** How many filings of a period stand where, in the order of the process. */
    public List<StatusCount> counts(String period, Actor actor) {
        Conditions where = Conditions.areaOf(actor)
                .and(new WorklistQuery(period, null, null, null, null, null, WorklistQuery.USUAL));
        Map<FilingStatus, StatusCount> counts = new java.util.EnumMap<>(FilingStatus.class);
        jdbc.sql("select f.status, count(*) filings, sum(case when f.overdue then 1 else 0 end) overdue from filing f"
                        + where.sql() + " group by f.status").params(where.parameters())
                .query((rs, n) -> new StatusCount(FilingStatus.valueOf(rs.getString("status")),
                        rs.getLong("filings"), rs.getLong("overdue")))
                .list().forEach(c -> counts.put(c.status(), c));
        return List.copyOf(counts.values());
    }

    private record Row(FilingSummary filing, Instant sortAt) {

        String cursor() {
            return sortAt.getEpochSecond() + "." + sortAt.getNano() + "." + filing.id();
        }
    }

    private static Row row(java.sql.ResultSet rs, int number) throws java.sql.SQLException {
        FilingSummary filing = new FilingSummary(rs.getLong("id"), rs.getString("org_code"),
                rs.getString("unit_name"), rs.getString("period"), rs.getString("city_code"),
                rs.getString("county_code"), org.zhibao.filing.Stage.valueOf(rs.getString("stage")),
                FilingStatus.valueOf(rs.getString("status")), instant(rs, "due_at"), rs.getBoolean("overdue"),
                rs.getBoolean("late"), rs.getString("claimed_by"), rs.getString("claimed_by_name"),
                rs.getString("task_id"), rs.getInt("revision"), instant(rs, "submitted_at"));
        return new Row(filing, instant(rs, "sort_at"));
    }

    private static Instant instant(java.sql.ResultSet rs, String column) throws java.sql.SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A growing {@code where} clause with its parameters. */
    private record Conditions(String sql, Map<String, Object> parameters) {

        static Conditions areaOf(Actor actor) {
            return switch (actor.role()) {
                case ENTERPRISE -> first("f.org_code = :own", "own", actor.orgCode());
                case COUNTY -> first("f.county_code = :own", "own", actor.area());
                case CITY -> first("f.city_code = :own", "own", actor.area());
                case PROVINCE, ADMIN, AUDITOR -> new Conditions(" where 1 = 1", Map.of());
            };
        }

        private static Conditions first(String condition, String name, Object value) {
            return new Conditions(" where " + condition, Map.of(name, value));
        }

        Conditions and(WorklistQuery query) {
            Conditions all = this;
            if (given(query.period())) {
                requirePeriod(query.period());
                all = all.and("f.period = :period", "period", query.period());
            }
            if (given(query.area())) {
                requireArea(query.area());
                all = query.area().endsWith("00")
                        ? all.and("f.city_code = :area", "area", query.area())
                        : all.and("f.county_code = :area", "area", query.area());
            }
            if (query.status() != null) {
                all = all.and("f.status = :status", "status", query.status().name());
            }
            if (query.overdue() != null) {
                all = all.and("f.overdue = :overdue", "overdue", query.overdue());
            }
            if (given(query.text())) {
                requirePrintable(query.text());
                String part = query.text().strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%")
                        .replace("_", "!_");
                all = all.and("(lower(f.unit_name) like :text escape '!' or lower(f.org_code) like :text escape '!')",
                        "text", "%" + part + "%");
            }
            return all;
        }

        Conditions after(String cursor) {
            String[] parts = cursor.split("\\.");
            try {
                Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
                if (parts.length != 3 || at.isBefore(Instant.EPOCH) || at.isAfter(END_OF_TIME)) {
                    throw new IllegalArgumentException(cursor);
                }
                return and("(f.sort_at > :at or f.sort_at = :at and f.id > :id)", "at", at.atOffset(ZoneOffset.UTC))
                        .with("id", Long.parseLong(parts[2]));
            } catch (RuntimeException madeUp) {
                throw Refusal.field("after", "worklist.after");
            }
        }

        private Conditions and(String condition, String name, Object value) {
            return new Conditions(sql + " and " + condition, parameters).with(name, value);
        }

        private Conditions with(String name, Object value) {
            Map<String, Object> more = new java.util.HashMap<>(parameters);
            more.put(name, value);
            return new Conditions(sql, more);
        }

        private static boolean given(String text) {
            return text != null && !text.isBlank();
        }

        private static void requirePeriod(String period) {
            if (!period.matches("\\d{4}Q[1-4]")) {
                throw Refusal.field("period", "period.not-a-quarter");
            }
        }

        private static void requirePrintable(String text) {
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw Refusal.field("text", "worklist.text");
            }
        }

        private static void requireArea(String area) {
            if (!area.matches("\\d{6}")) {
                throw Refusal.field("area", "worklist.area");
            }
        }
    }
}
