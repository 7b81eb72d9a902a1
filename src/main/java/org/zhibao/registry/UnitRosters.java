package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** The lists a unit stands on, yearly (W20) and quarterly (W19), kept one unit at a time. */
@Service
@Transactional
public class UnitRosters {

    /** A list and how many units stand on it. */
    public record Size(RosterList list, int units) {
    }

    /**
     * The quarter of the list of key reduction industries that is in force in {@code :quarter}, for each city that has one
     * ({@code city_code}, {@code latest}): its own, or the last one before it. Cities renew their lists each for itself
     * (W19); a list holds until it is renewed.
     */
    public static final String REDUCTION_LISTS = "select n.city_code, max(l.quarter) latest from quarterly_roster_entry l "
            + "join reporting_unit n on n.org_code = l.org_code where l.quarter <= :quarter group by n.city_code";

    private final JdbcClient jdbc;
    private final RosterEntries entries;
    private final ReportingUnits units;
    private final AuditTrail audit;

    UnitRosters(JdbcClient jdbc, RosterEntries entries, ReportingUnits units, AuditTrail audit) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.units = units;
        this.audit = audit;
    }

    /** The lists a unit stands on, the latest first. */
    @Transactional(readOnly = true)
    public List<RosterList> of(String orgCode) {
        return jdbc.sql("select source kind, cast(list_year as varchar(6)) term from roster_entry where org_code = :code "
                        + "union all select 'KEY_REDUCTION', quarter from quarterly_roster_entry where org_code = :code "
                        + "order by term desc, kind").param("code", orgCode)
                .query((row, n) -> new RosterList(ListKind.valueOf(row.getString(1)), row.getString(2))).list();
    }

    /** All lists with units of the reader's area, the latest first. */
    @Transactional(readOnly = true)
    public List<Size> sizes(Actor actor) {
        RegistryRights.requireReader(actor);
        return jdbc.sql("select l.kind, l.term, count(*) from (select source kind, cast(list_year as varchar(6)) term, "
                        + "org_code from roster_entry union all select 'KEY_REDUCTION', quarter, org_code "
                        + "from quarterly_roster_entry) l join reporting_unit u on u.org_code = l.org_code "
                        + "where u.county_code like :below group by l.kind, l.term order by l.term desc, l.kind")
                .param("below", RegistryRights.prefix(actor.area()) + "%")
                .query((row, n) -> new Size(new RosterList(ListKind.valueOf(row.getString(1)), row.getString(2)),
                        row.getInt(3))).list();
    }

    /** The quarters of {@link #REDUCTION_LISTS} by the codes of the cities. */
    @Transactional(readOnly = true)
    public Map<String, String> reductionListsOf(String quarter) {
        Map<String, String> quarters = new TreeMap<>();
        jdbc.sql(REDUCTION_LISTS).param("quarter", quarter).query((row, n) -> quarters.put(row.getString(1), row.getString(2))).list();
        return quarters;
    }

    /** Puts a unit on a list. */
    public void enlist(RosterList list, String orgCode, String reason, Actor actor) {
        change(list, orgCode, true, reason, actor);
    }

    /** Takes a unit off a list. */
    public void strike(RosterList list, String orgCode, String reason, Actor actor) {
        change(list, orgCode, false, reason, actor);
    }

    private void change(RosterList list, String orgCode, boolean on, String reason, Actor actor) {
        RegistryRights.requireKeeper(actor);
        ReportingUnit unit = units.lockByOrgCode(orgCode).orElseThrow(() -> new UnknownUnit(orgCode));
        RegistryRights.requireKeeper(actor, unit);
        if (!actor.administersPlatform() && !list.kind().keptByCities()) {
            throw Refusal.forbidden("registry.list.from-above");
        }
        String why = RegistryTexts.reason(reason);
        if (of(orgCode).contains(list) == on) {
            throw Refusal.conflict(on ? "registry.list.there-already" : "registry.list.not-there", unit.name());
        }
        if (on) {
            entries.add(list, List.of(orgCode));
        } else {
            entries.remove(list, List.of(orgCode));
        }
        if (!list.kind().quarterly()) {
            Map<String, Set<ControlLevel>> standing = entries.standing(List.of(orgCode));
            unit.standOn(standing.getOrDefault(orgCode, Set.of()));
        }
        audit.record(actor.who(), on ? "UNIT_ENLISTED" : "UNIT_STRUCK_OFF", UnitMaintenance.subject(unit),
                list.kind() + " " + list.term() + ": " + why);
    }
}
