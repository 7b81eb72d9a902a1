package org.zhibao.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds accounts. */
@Component
class AccountLists {

    static final int PAGE = 50;

    private static final String LOCKED = "exists (select 1 from sign_in_failure f where f.user_id = a.user_id "
            + "and f.locked_until > :now)";

    private final JdbcClient database;
    private final Clock clock;

    AccountLists(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of the query that have one of the roles and lie in the area of region code {@code own}. */
    AccountPage page(AccountQuery query, Set<Role> roles, String own) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("roles", roles.stream().map(Role::name).toList());
        String where = where(query, own, parameters);
        long total = database.sql("select count(*) from account a" + where).params(parameters).query(Long.class).single();
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        parameters.put("most", PAGE + 1);
        String after = "";
        if (query.after() != null) {
            parameters.put("after", query.after());
            after = " and a.user_id > :after";
        }
        List<AccountSummary> found = database.sql("select a.*, " + LOCKED + " as locked from account a" + where + after
                + " order by a.user_id limit :most").params(parameters).query(AccountLists::summary).list();
        boolean more = found.size() > PAGE;
        List<AccountSummary> shown = more ? found.subList(0, PAGE) : found;
        return new AccountPage(shown, total, more ? shown.get(PAGE - 1).userId() : null);
    }

    private static String where(AccountQuery query, String own, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where a.area like :own and a.role in (:roles)");
        parameters.put("own", below(own));
        if (query.role() != null) {
            where.append(" and a.role = :role");
            parameters.put("role", query.role().name());
        }
        if (query.area() != null) {
            where.append(" and a.area like :area");
            parameters.put("area", below(query.area()));
        }
        if (query.text() != null) {
            where.append(" and (lower(a.name) like :text escape '!' or lower(a.user_id) like :text escape '!')");
            parameters.put("text", "%" + query.text().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%")
                    .replace("_", "!_") + "%");
        }
        if (query.unused()) {
            where.append(" and a.signed_in_at is null and a.enabled");
        }
        return where.toString();
    }

    /** {@code 4301%} for {@code 430100}. */
    static String below(String area) {
        return prefix(area) + "%";
    }

    /** What the codes of all areas in this one begin with: {@code 4301} for {@code 430100}. */
    static String prefix(String area) {
        return area.endsWith("0000") ? area.substring(0, 2) : area.endsWith("00") ? area.substring(0, 4) : area;
    }

    private static AccountSummary summary(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("signed_in_at", OffsetDateTime.class);
        return new AccountSummary(row.getString("user_id"), row.getString("name"), Role.valueOf(row.getString("role")),
                row.getString("area"), row.getBoolean("enabled"), row.getBoolean("must_change"),
                at == null ? null : at.toInstant(), row.getBoolean("locked"), row.getBoolean("slip_due"),
                row.getBoolean("awaiting_release"));
    }
}
