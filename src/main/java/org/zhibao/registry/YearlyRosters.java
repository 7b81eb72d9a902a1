package org.zhibao.registry;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** The yearly lists of units (年度名单): who stands on whose list in a year; a unit may stand on several (W1, W20). */
@Service
@Transactional
public class YearlyRosters {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    YearlyRosters(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Whether the year has a list at all. */
    @Transactional(readOnly = true)
    public boolean exists(int year) {
        return size(year) > 0;
    }

    /** How many units stand on the year's lists, each counted once. */
    @Transactional(readOnly = true)
    public int size(int year) {
        return jdbc.sql("select count(distinct org_code) from roster_entry where list_year = ?").param(year)
                .query(Integer.class).single();
    }

    /** How many units stand on each of the year's lists. */
    @Transactional(readOnly = true)
    public Map<ControlLevel, Integer> sizes(int year) {
        Map<ControlLevel, Integer> sizes = new EnumMap<>(ControlLevel.class);
        jdbc.sql("select source, count(*) units from roster_entry where list_year = ? group by source").param(year)
                .query((row, n) -> sizes.put(ControlLevel.valueOf(row.getString("source")), row.getInt("units")))
                .list();
        return sizes;
    }

    /**
     * Makes the lists of a year from the registry, as the units themselves say on whose list they stand. Entries that
     * are there already stay.
     *
     * @return how many entries were added
     */
    public int fromRegistry(int year) {
        return enlist(year, ControlLevel.NATIONAL, "national_control")
                + enlist(year, ControlLevel.PROVINCIAL, "provincial_control")
                + enlist(year, ControlLevel.CITY, "city_control") + enlist(year, ControlLevel.OTHER, "other_control");
    }

    /**
     * Puts units on a list of a year.
     *
     * @throws UnknownUnit if one of them is not registered
     */
    public void add(int year, ControlLevel source, Collection<String> orgCodes) {
        for (String orgCode : orgCodes) {
            int added = jdbc.sql("insert into roster_entry (list_year, org_code, source) select ?, org_code, ? "
                            + "from reporting_unit where org_code = ?").params(year, source.name(), orgCode).update();
            if (added == 0) {
                throw new UnknownUnit(orgCode);
            }
        }
    }

    /**
     * Takes last year's lists over to a year that has none; units that are no longer active are left behind.
     *
     * @return how many units the year's lists have now
     * @throws Refusal if the year has a list already, or last year has none
     */
    public int copyLastYear(int year, Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("roster.administrators-only");
        }
        if (exists(year)) {
            throw Refusal.conflict("roster.year-there", String.valueOf(year));
        }
        int copied = jdbc.sql("insert into roster_entry (list_year, org_code, source) select ?, e.org_code, e.source "
                        + "from roster_entry e join reporting_unit u on u.org_code = e.org_code "
                        + "where e.list_year = ? and u.active").params(year, year - 1).update();
        if (copied == 0) {
            throw Refusal.conflict("roster.no-last-year", String.valueOf(year), String.valueOf(year - 1));
        }
        audit.record(actor.who(), "ROSTER_COPIED", "roster/" + year, copied + " entries of " + (year - 1));
        return size(year);
    }

    /**
     * Puts a unit that goes on under another code on the lists of the old one; the old entries stay.
     *
     * @param year    the first year whose lists it takes over
     * @param quarter the first quarter it reports, such as {@code 2026Q3}: the quarterly list of its city in force then is
     *                taken over too
     */
    public void takeOver(String before, String after, int year, String quarter) {
        jdbc.sql("insert into roster_entry (list_year, org_code, source) select list_year, ?, source from roster_entry "
                + "where org_code = ? and list_year >= ?").params(after, before, year).update();
        jdbc.sql("insert into quarterly_roster_entry (quarter, org_code) select quarter, :after from quarterly_roster_entry "
                        + "where org_code = :before and quarter >= coalesce((select c.latest from ("
                        + UnitRosters.REDUCTION_LISTS + ") c join reporting_unit u on u.city_code = c.city_code "
                        + "and u.org_code = :before), :quarter)")
                .param("after", after).param("before", before).param("quarter", quarter).update();
    }

    private int enlist(int year, ControlLevel source, String column) {
        return jdbc.sql("insert into roster_entry (list_year, org_code, source) select ?, u.org_code, ? "
                        + "from reporting_unit u where u.active and u." + column + " and not exists (select 1 "
                        + "from roster_entry e where e.list_year = ? and e.org_code = u.org_code and e.source = ?)")
                .params(year, source.name(), year, source.name()).update();
    }
}
