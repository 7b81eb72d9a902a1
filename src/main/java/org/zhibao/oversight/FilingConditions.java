package org.zhibao.oversight;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.GroupCompanies;

/**
 * Which filings a person's question is about: a growing {@code where} clause over {@code filing f} with its named
 * parameters.
 */
public record FilingConditions(String sql, Map<String, Object> parameters) {

    /** The last instant that both databases know. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    /** Everything the actor sees: its own area, never more. */
    public static FilingConditions areaOf(Actor actor) {
        return switch (actor.sight()) {
            case ENTERPRISE -> first("f.org_code = :own", "own", actor.orgCode());
            case GROUP -> first("f.org_code in " + GroupCompanies.UNITS, "own", actor.groupCode());
            case SECURITY -> new FilingConditions(" where 1 = 0", Map.of());
            case COUNTY -> first("f.county_code = :own", "own", actor.area());
            case CITY -> first("f.city_code = :own", "own", actor.area());
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> new FilingConditions(" where 1 = 1", Map.of());
        };
    }

    private static FilingConditions first(String condition, String name, Object value) {
        return new FilingConditions(" where " + condition, Map.of(name, value));
    }

    /** Only what the query asks for; its page and size do not count. Refuses what makes no sense, field by field. */
    public FilingConditions and(WorklistQuery query) {
        FilingConditions all = this;
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

    FilingConditions after(String cursor) {
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

    /** Only what fulfils one more condition with one named parameter. */
    public FilingConditions and(String condition, String name, Object value) {
        return new FilingConditions(sql + " and " + condition, parameters).with(name, value);
    }

    /** Only what fulfils one more condition. */
    public FilingConditions and(String condition) {
        return new FilingConditions(sql + " and " + condition, parameters);
    }

    /** The same with one more named parameter. */
    public FilingConditions with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new FilingConditions(sql, more);
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
