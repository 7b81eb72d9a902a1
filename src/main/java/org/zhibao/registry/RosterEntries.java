package org.zhibao.registry;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands on which list. */
@Component
class RosterEntries {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RosterEntries(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The organisation codes on a list of units whose county begins with a prefix. */
    Set<String> codes(RosterList list, String prefix) {
        String from = list.kind().quarterly() ? "quarterly_roster_entry e where e.quarter = :term"
                : "roster_entry e where e.list_year = :term and e.source = '" + list.kind() + "'";
        return new HashSet<>(jdbc.sql("select e.org_code from " + from + " and exists (select 1 from reporting_unit u "
                        + "where u.org_code = e.org_code and u.county_code like :below)")
                .param("term", term(list)).param("below", prefix + "%").query(String.class).list());
    }

    /** On whose lists these units stand: for each kind, the latest year's list counts. */
    Map<String, Set<ControlLevel>> standing(Collection<String> orgCodes) {
        Map<String, Set<ControlLevel>> standing = new HashMap<>();
        List<String> asked = List.copyOf(orgCodes);
        for (int from = 0; from < asked.size(); from += Registry.CODES_PER_QUERY) {
            jdbc.sql("select e.org_code, e.source from roster_entry e where e.org_code in (:codes) and e.list_year = "
                            + "(select max(l.list_year) from roster_entry l where l.source = e.source)")
                    .param("codes", asked.subList(from, Math.min(asked.size(), from + Registry.CODES_PER_QUERY)))
                    .query((row, n) -> standing.computeIfAbsent(row.getString(1), c -> EnumSet.noneOf(ControlLevel.class))
                            .add(ControlLevel.valueOf(row.getString(2)))).list();
        }
        return standing;
    }

    void add(RosterList list, Collection<String> orgCodes) {
        String into = list.kind().quarterly() ? "insert into quarterly_roster_entry (quarter, org_code) values (?, ?)"
                : "insert into roster_entry (list_year, org_code, source) values (?, ?, '" + list.kind() + "')";
        change(into, list, orgCodes);
    }

    void remove(RosterList list, Collection<String> orgCodes) {
        String from = list.kind().quarterly() ? "delete from quarterly_roster_entry where quarter = ? and org_code = ?"
                : "delete from roster_entry where list_year = ? and org_code = ? and source = '" + list.kind() + "'";
        change(from, list, orgCodes);
    }

    private void change(String sql, RosterList list, Collection<String> orgCodes) {
        batches.batchUpdate(sql, List.copyOf(orgCodes), BATCH, (statement, orgCode) -> {
            statement.setObject(1, term(list));
            statement.setString(2, orgCode);
        });
    }

    private static Object term(RosterList list) {
        return list.kind().quarterly() ? list.term() : (Object) list.year();
    }
}
