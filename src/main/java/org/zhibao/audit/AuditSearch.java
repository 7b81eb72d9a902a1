package org.zhibao.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds rows of the trail. */
@Service
@Transactional(readOnly = true)
public class AuditSearch {

    /** Rows of one page. */
    public static final int PAGE = 50;

    /** Beyond this many, rows that fit are no longer counted. */
    public static final int MOST_COUNTED = 10_000;

    private final JdbcClient database;

    AuditSearch(JdbcClient database) {
        this.database = database;
    }

    /** One page of what fits, with how many there are. */
    public AuditPage page(AuditQuery query) {
        long counted = counted(query, MOST_COUNTED);
        List<AuditRow> found = rows(query, PAGE + 1);
        boolean more = found.size() > PAGE;
        return new AuditPage(more ? found.subList(0, PAGE) : found, Math.min(counted, MOST_COUNTED),
                counted > MOST_COUNTED, more ? found.get(PAGE - 1).id() : null);
    }

    /** Whether more rows fit than {@code most}. */
    public boolean exceeds(AuditQuery query, int most) {
        return counted(query, most) > most;
    }

    /** How many fit; one more than {@code most} if there are any more. */
    private long counted(AuditQuery query, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query.after(null), parameters);
        return database.sql("select count(*) from (select 1 from audit_entry" + where + " limit " + (most + 1) + ") found")
                .params(parameters).query(Long.class).single();
    }

    /** The newest rows that fit, at most as many. */
    public List<AuditRow> rows(AuditQuery query, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        return database.sql("select * from audit_entry" + where + " order by id desc limit " + most)
                .params(parameters).query(AuditSearch::row).list();
    }

    /** One row, if it is of the area. */
    public Optional<AuditRow> row(long id, String own) {
        return database.sql("select * from audit_entry where id = :id and area like :own").param("id", id)
                .param("own", own.endsWith("0000") ? "%" : below(own)).query(AuditSearch::row).optional();
    }

    private static String where(AuditQuery query, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if (!query.own().endsWith("0000")) {
            add(where, parameters, "area like :own", "own", below(query.own()));
        }
        add(where, parameters, "at >= :from", "from", time(query.from()));
        add(where, parameters, "at < :until", "until", time(query.until()));
        add(where, parameters, "(user_id = :person or lower(user_name) like :personLike escape '!')", "person",
                query.person());
        if (query.person() != null) {
            parameters.put("personLike", "%" + escaped(query.person().toLowerCase(Locale.ROOT)) + "%");
        }
        add(where, parameters, "action = :action", "action", query.action());
        add(where, parameters, "org_code = :unit", "unit", query.unit());
        add(where, parameters, "period = :period", "period", query.period());
        add(where, parameters, "subject like :subject escape '!'", "subject",
                query.subject() == null ? null : escaped(query.subject()) + "%");
        add(where, parameters, "area like :area", "area", query.area() == null ? null : below(query.area()));
        add(where, parameters, "outcome = :outcome", "outcome", query.outcome() == null ? null : query.outcome().name());
        add(where, parameters, "address = :address", "address", query.address());
        add(where, parameters, "id < :before", "before", query.before());
        return where.toString();
    }

    private static void add(StringBuilder where, Map<String, Object> parameters, String condition, String name,
                            Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** {@code 4301%} for {@code 430100}. */
    private static String below(String area) {
        return (area.endsWith("0000") ? area.substring(0, 2) : area.endsWith("00") ? area.substring(0, 4) : area) + "%";
    }

    static AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("user_id"), row.getString("user_name"), row.getString("role"), row.getString("area"),
                row.getString("address"), row.getString("action"), row.getString("subject"), row.getString("org_code"),
                row.getString("period"), AuditEntry.Outcome.valueOf(row.getString("outcome")),
                row.getString("before_text"), row.getString("after_text"), row.getString("detail"));
    }
}
