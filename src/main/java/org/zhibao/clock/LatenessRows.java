package org.zhibao.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.filing.LatenessEnded.Ending;
import org.zhibao.filing.Stage;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.GroupCompanies;

/** Reads the lateness ledger: everyone the rows of its own area, an enterprise what it was late with itself, a
 * group company what its subsidiaries were. */
@Service
@Transactional(readOnly = true)
public class LatenessRows {

    private final JdbcClient jdbc;

    LatenessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page. */
    public LatenessPage page(LatenessQuery query, Actor actor) {
        if (query.size() < 1 || query.size() > LatenessQuery.MOST) {
            throw Refusal.field("size", "worklist.size", LatenessQuery.MOST);
        }
        Conditions where = Conditions.of(query, actor);
        long total = jdbc.sql("select count(*) from lateness" + where.sql()).params(where.parameters)
                .query(Long.class).single();
        where.after(query.after());
        List<LatenessRow> rows = jdbc.sql("select * from lateness" + where.sql() + " order by due_at desc, id desc limit "
                + (query.size() + 1)).params(where.parameters).query(LatenessRows::row).list();
        boolean more = rows.size() > query.size();
        List<LatenessRow> shown = more ? rows.subList(0, query.size()) : rows;
        return new LatenessPage(shown, total, more ? cursor(shown.get(shown.size() - 1)) : null);
    }

    /** The lateness of a filing that goes on, if it is late. */
    public Optional<LatenessRow> open(long filingId) {
        return jdbc.sql("select * from lateness where open_filing = ?").param(filingId).query(LatenessRows::row)
                .optional();
    }

    /** Every lateness of a filing, the oldest first. */
    public List<LatenessRow> ofFiling(long filingId) {
        return jdbc.sql("select * from lateness where filing_id = ? order by id").param(filingId)
                .query(LatenessRows::row).list();
    }

    private static String cursor(LatenessRow last) {
        return last.dueAt().getEpochSecond() + "." + last.dueAt().getNano() + "." + last.id();
    }

    private static LatenessRow row(ResultSet rs, int number) throws SQLException {
        String ending = rs.getString("ending");
        return new LatenessRow(rs.getLong("id"), rs.getLong("filing_id"), rs.getString("period"),
                rs.getString("org_code"), rs.getString("unit_name"), rs.getString("city_code"),
                rs.getString("county_code"), Stage.valueOf(rs.getString("stage")), rs.getString("held_by"),
                instant(rs, "due_at"), instant(rs, "noted_at"), EscalationLevel.valueOf(rs.getString("level")),
                instant(rs, "county_at"), instant(rs, "city_at"), instant(rs, "province_at"),
                instant(rs, "ended_at"), ending == null ? null : Ending.valueOf(ending), rs.getString("ended_by"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A growing {@code where} clause with its parameters. */
    private static final class Conditions {

        private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> parameters = new HashMap<>();

        static Conditions of(LatenessQuery query, Actor actor) {
            Conditions where = new Conditions();
            switch (actor.sight()) {
                case ENTERPRISE -> where.and("org_code = :own and stage in ('FILL_IN', 'RECTIFY')", "own",
                        actor.orgCode());
                case GROUP -> where.and("org_code in " + GroupCompanies.UNITS + " and stage in ('FILL_IN', 'RECTIFY')",
                        "own", actor.groupCode());
                case SECURITY -> where.conditions.add("1 = 0");
                case COUNTY -> where.and("county_code = :own", "own", actor.area());
                case CITY -> where.and("city_code = :own", "own", actor.area());
                case PROVINCE, ADMIN, AUDITOR, SUPPORT -> { }
            }
            where.filter(query);
            return where;
        }

        private void filter(LatenessQuery query) {
            if (given(query.period())) {
                require(query.period().matches("\\d{4}Q[1-4]"), "period", "period.not-a-quarter");
                and("period = :period", "period", query.period());
            }
            if (given(query.area())) {
                require(query.area().matches("\\d{6}"), "area", "worklist.area");
                and((query.area().endsWith("00") ? "city_code" : "county_code") + " = :area", "area", query.area());
            }
            if (query.stage() != null) {
                and("stage = :stage", "stage", query.stage().name());
            }
            if (query.level() != null) {
                and("level = :level", "level", query.level().name());
            }
            if (query.open() != null) {
                conditions.add(query.open() ? "open_filing is not null" : "open_filing is null");
            }
        }

        void after(String cursor) {
            if (!given(cursor)) {
                return;
            }
            String[] parts = cursor.split("\\.");
            try {
                Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
                require(parts.length == 3 && at.isAfter(Instant.EPOCH) && at.isBefore(END_OF_TIME), "after",
                        "worklist.after");
                and("(due_at < :at or due_at = :at and id < :id)", "at", at.atOffset(ZoneOffset.UTC));
                parameters.put("id", Long.parseLong(parts[2]));
            } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException
                     | IndexOutOfBoundsException madeUp) {
                throw Refusal.field("after", "worklist.after");
            }
        }

        private void and(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }

        String sql() {
            return " where " + String.join(" and ", conditions);
        }

        private static boolean given(String text) {
            return text != null && !text.isBlank();
        }

        private static void require(boolean fine, String field, String key) {
            if (!fine) {
                throw Refusal.field(field, key);
            }
        }
    }
}
