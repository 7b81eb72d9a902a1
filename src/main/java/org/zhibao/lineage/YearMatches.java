package org.zhibao.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;

/**
 * The units of a year's list that were not on the year before's, beside those that were and are no longer: which of them
 * may be the same is proposed, a person confirms or rejects it (W21). Who kept its code is the same unit without asking.
 */
@Service
@Transactional
public class YearMatches {

    /**
     * How a year's list stands to the one before.
     *
     * @param year      the year
     * @param kept      how many units are on both under the same code
     * @param proposed  pairs that may be the same unit, the surest first
     * @param fresh     units of this year for which nothing is proposed
     * @param gone      units of the year before for which nothing is proposed
     */
    public record Comparison(int year, int kept, List<UnitMatch> proposed, List<ListedUnit> fresh,
                             List<ListedUnit> gone) {
    }

    private static final String UNITS = "select u.org_code, u.uscc, u.name, u.former_name, u.address, "
            + "u.legal_representative, u.city_code, u.county_code, u.industry_code from reporting_unit u "
            + "where (:city = '' or u.city_code = :city) and exists (select 1 from roster_entry e "
            + "where e.org_code = u.org_code and e.list_year = :year) and not exists (select 1 from roster_entry e "
            + "where e.org_code = u.org_code and e.list_year = :other) and not exists (select 1 from unit_lineage l "
            + "where l.%s = u.org_code and l.kind <> 'RENAMED' and not exists (select 1 from unit_succession_revoked r "
            + "where r.succession_id = l.succession_id)) order by u.org_code";

    private final JdbcClient jdbc;
    private final Registry registry;
    private final Successions successions;
    private final AuditTrail audit;

    YearMatches(JdbcClient jdbc, Registry registry, Successions successions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.successions = successions;
        this.audit = audit;
    }

    /** The years that have a list, the latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return jdbc.sql("select distinct list_year from roster_entry order by list_year desc").query(Integer.class).list();
    }

    /** The latest of them; 0 if there is none. */
    @Transactional(readOnly = true)
    public int latest() {
        return years().stream().findFirst().orElse(0);
    }

    /** Compares a year's list with the year before's, within the reader's area. */
    @Transactional(readOnly = true)
    public Comparison compare(int year, Actor actor) {
        LineageRights.requireReader(actor);
        String city = actor.area().endsWith("0000") ? "" : actor.area();
        List<ListedUnit> fresh = units(year, year - 1, "successor", city);
        List<ListedUnit> gone = units(year - 1, year, "predecessor", city);
        Set<String> rejected = rejected();
        List<UnitMatch> proposed = new UnitMatcher(this::succeeds).matches(gone, fresh).stream()
                .filter(match -> !rejected.contains(match.key())).toList();
        Set<String> matched = new HashSet<>();
        proposed.forEach(match -> matched.addAll(List.of(match.before().orgCode(), match.after().orgCode())));
        return new Comparison(year, kept(year, city), proposed,
                fresh.stream().filter(unit -> !matched.contains(unit.orgCode())).toList(),
                gone.stream().filter(unit -> !matched.contains(unit.orgCode())).toList());
    }

    /**
     * Confirms proposed matches, all or none: from the first quarter of the year's list on, the one unit is the other.
     *
     * @param keys of {@link UnitMatch#key()}
     * @return how many that were
     */
    public int confirm(int year, List<String> keys, String reason, Actor actor) {
        LineageRights.requireKeeper(actor);
        if (keys.isEmpty()) {
            throw Refusal.field("match", "lineage.none-chosen");
        }
        Map<String, UnitMatch> proposed = proposed(year, actor);
        List<Refusal.FieldError> wrong = new ArrayList<>();
        for (String key : new HashSet<>(keys).stream().sorted().toList()) {
            UnitMatch match = require(proposed, key);
            try {
                successions.record(Succession.recoded(match.before().orgCode(), match.after().orgCode(),
                        new Quarter(year, 1), reason, match.reasons()), actor);
            } catch (Refusal refused) {
                if (refused.fields().isEmpty()) {
                    throw refused;
                }
                refused.fields().forEach(f -> wrong.add(new Refusal.FieldError(f.field().equals("reason") ? "reason" : key,
                        new Refusal.Text("lineage.of-match", match.before().name(), match.after().name(), f.text()))));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        return Set.copyOf(keys).size();
    }

    /** Says that a proposed match is none; it is not proposed again. */
    public void reject(int year, String key, String reason, Actor actor) {
        LineageRights.requireKeeper(actor);
        UnitMatch match = require(proposed(year, actor), key);
        String why = Successions.optionalReason(reason);
        try {
            jdbc.sql("insert into unit_match_rejected (predecessor, successor, reason, rejected_by, rejected_by_name, "
                            + "rejected_at) values (?, ?, ?, ?, ?, current_timestamp)")
                    .params(match.before().orgCode(), match.after().orgCode(), why, actor.userId(), actor.name()).update();
        } catch (DuplicateKeyException faster) {
            throw Refusal.conflict("lineage.match-gone", key);
        }
        audit.record(actor.who(), "MATCH_REJECTED", "lineage/" + key, why);
    }

    private Map<String, UnitMatch> proposed(int year, Actor actor) {
        Map<String, UnitMatch> proposed = new LinkedHashMap<>();
        compare(year, actor).proposed().forEach(match -> proposed.put(match.key(), match));
        return proposed;
    }

    private static UnitMatch require(Map<String, UnitMatch> proposed, String key) {
        UnitMatch match = proposed.get(key);
        if (match == null) {
            throw Refusal.conflict("lineage.match-gone", key.length() > 20 ? "…" : key);
        }
        return match;
    }

    private boolean succeeds(String before, String after) {
        String county = before;
        while (county != null && !county.equals(after)) {
            county = registry.findRegion(county).flatMap(Region::successorCode).orElse(null);
        }
        return county != null && !before.equals(after);
    }

    private List<ListedUnit> units(int year, int other, String side, String city) {
        return jdbc.sql(UNITS.formatted(side)).param("city", city).param("year", year).param("other", other)
                .query(YearMatches::unit).list();
    }

    private int kept(int year, String city) {
        return jdbc.sql("select count(distinct e.org_code) from roster_entry e join roster_entry b "
                        + "on b.org_code = e.org_code and b.list_year = :before join reporting_unit u "
                        + "on u.org_code = e.org_code where e.list_year = :year and (:city = '' or u.city_code = :city)")
                .param("year", year).param("before", year - 1).param("city", city).query(Integer.class).single();
    }

    private Set<String> rejected() {
        return new HashSet<>(jdbc.sql("select predecessor || '>' || successor from unit_match_rejected")
                .query(String.class).list());
    }

    private static ListedUnit unit(ResultSet row, int number) throws SQLException {
        String uscc = row.getString("uscc");
        return new ListedUnit(row.getString("org_code"), uscc == null ? "" : uscc, row.getString("name"),
                row.getString("former_name"), row.getString("address"), row.getString("legal_representative"),
                row.getString("city_code"), row.getString("county_code"), row.getString("industry_code"));
    }
}
