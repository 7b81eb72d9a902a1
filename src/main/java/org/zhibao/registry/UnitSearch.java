package org.zhibao.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/** Finds units of the reader's area. */
@Service
@Transactional(readOnly = true)
public class UnitSearch {

    private static final Map<ControlLevel, String> LEVELS = Map.of(ControlLevel.NATIONAL, "national_control",
            ControlLevel.PROVINCIAL, "provincial_control", ControlLevel.CITY, "city_control", ControlLevel.OTHER,
            "other_control");
    private static final Map<SourceKind, String> KINDS = Map.of(SourceKind.WASTEWATER, "wastewater",
            SourceKind.WASTE_GAS, "waste_gas", SourceKind.WWTP, "wwtp");

    private final JdbcClient jdbc;

    UnitSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page, in the order of organisation codes. */
    public UnitPage page(UnitQuery query, Actor actor) {
        RegistryRights.requireReaderOfUnits(actor);
        if (query.size() < 1 || query.size() > UnitQuery.MOST) {
            throw Refusal.field("size", "worklist.size", UnitQuery.MOST);
        }
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, actor, parameters);
        long total = jdbc.sql("select count(*)" + where).params(parameters).query(Long.class).single();
        parameters.put("after", query.after() == null ? "" : query.after());
        List<UnitLine> found = jdbc.sql("select u.*" + where + " and u.org_code > :after order by u.org_code limit "
                + (query.size() + 1)).params(parameters).query(UnitSearch::line).list();
        List<UnitLine> shown = found.size() > query.size() ? found.subList(0, query.size()) : found;
        return new UnitPage(shown, total, found.size() > query.size() ? shown.get(query.size() - 1).orgCode() : null);
    }

    private static String where(UnitQuery query, Actor actor, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" from reporting_unit u where ")
                .append(actor.role() == Role.GROUP ? "u.group_code = :own" : "u.county_code like :own");
        parameters.put("own", actor.role() == Role.GROUP ? actor.groupCode() : RegistryRights.prefix(actor.area()) + "%");
        if (query.area() != null) {
            if (!query.area().matches("[0-9]{6}")) {
                throw Refusal.field("area", "worklist.area");
            }
            where.append(" and u.county_code like :area");
            parameters.put("area", RegistryRights.prefix(query.area()) + "%");
        }
        if (query.text() != null) {
            where.append(" and (lower(u.name) like :part escape '!' or lower(u.former_name) like :part escape '!' "
                    + "or u.org_code like :code escape '!' or u.uscc like :code escape '!')");
            parameters.put("part", "%" + escaped(query.text().toLowerCase(Locale.ROOT)) + "%");
            parameters.put("code", escaped(Codes.socialCredit(query.text())) + "%");
        }
        if (query.level() != null) {
            where.append(" and u.").append(LEVELS.get(query.level()));
        }
        if (query.kind() != null) {
            where.append(" and u.").append(KINDS.get(query.kind()));
        }
        if (query.active() != null) {
            where.append(query.active() ? " and u.active" : " and not u.active");
        }
        if (query.group() != null) {
            where.append(" and u.group_code = :group");
            parameters.put("group", query.group());
        }
        return where.toString();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static UnitLine line(ResultSet row, int number) throws SQLException {
        return new UnitLine(row.getString("org_code"), row.getString("uscc"), row.getString("name"),
                row.getString("former_name"), row.getString("city_code"), row.getString("county_code"),
                row.getString("industry_code"), present(row, KINDS, SourceKind.class),
                present(row, LEVELS, ControlLevel.class), row.getBoolean("active"));
    }

    private static <E extends Enum<E>> Set<E> present(ResultSet row, Map<E, String> columns, Class<E> type)
            throws SQLException {
        Set<E> present = EnumSet.noneOf(type);
        for (Map.Entry<E, String> column : columns.entrySet()) {
            if (row.getBoolean(column.getValue())) {
                present.add(column.getKey());
            }
        }
        return present;
    }
}
