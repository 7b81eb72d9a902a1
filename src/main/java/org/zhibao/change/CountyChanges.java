package org.zhibao.change;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.ListsInForce;
import org.zhibao.period.Periods;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.suspension.Reasons;

/**
 * What counties report each quarter about new, closed and otherwise changed units of the key reduction industries (W30). Which
 * units these are says the list in force (W19); where there is none yet, their industry codes do.
 */
@Service
@Transactional
public class CountyChanges {

    /**
     * A unit of the key reduction industries, or a change about one.
     *
     * @param industry     null if the list names a unit of another industry
     * @param industryCode GB/T 4754
     * @param change       of the quarter; null if there is none
     */
    public record Unit(String orgCode, String name, KeyIndustry industry, String industryCode, boolean active,
                       ChangeSummary change) {
    }

    /** What a county reported; a county that has not yet has none. */
    public record Report(String county, String countyName, Integer units, int fresh, int closed, int other,
                         String remark, String by, Instant at) {
    }

    private static final String REPORTS = "select r.*, g.code county, g.name county_name from region g "
            + "left join key_industry_report r on r.county_code = g.code and r.period = ? where g.code in (%s) order by g.code";

    /** The units of a county; {@code :list} is the quarter of the list in force, empty if there is none. */
    private static final String UNITS = "select u.org_code, u.name, u.industry_code, u.active, exists (select 1 "
            + "from quarterly_roster_entry e where e.quarter = :list and e.org_code = u.org_code) listed "
            + "from reporting_unit u where u.county_code = :county order by u.org_code";

    private final JdbcClient jdbc;
    private final Registry registry;
    private final Periods periods;
    private final ListsInForce lists;
    private final AuditTrail audit;
    private final Clock clock;

    CountyChanges(JdbcClient jdbc, Registry registry, Periods periods, ListsInForce lists, AuditTrail audit,
                  Clock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.periods = periods;
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The quarter whose list of key reduction industries holds for a county in a quarter, its city's; empty if there is none:
     * industry codes tell.
     */
    @Transactional(readOnly = true)
    public String list(String period, Actor county) {
        return lists.of(periods.require(period).quarter()).quarterIn(registry.region(county.area()).parent()).orElse("");
    }

    /**
     * The county's units of the key reduction industries, each with its change of the quarter. New units of these industries
     * are among them, also those that are only proposed: the list cannot name them yet.
     */
    @Transactional(readOnly = true)
    public List<Unit> units(String period, Actor actor) {
        requireCounty(actor);
        String list = list(period, actor);
        List<ChangeSummary> changes = jdbc.sql("select c.* from registry_change c where c.county_code = ? "
                        + "and c.from_period = ? and c.state in ('PROPOSED', 'APPLIED') order by c.id")
                .params(actor.area(), period).query(ChangeList::summary).list();
        record Known(String orgCode, String name, String industry, boolean active, boolean listed) {
        }
        List<Known> known = jdbc.sql(UNITS).param("list", list).param("county", actor.area()).query((row, n) ->
                new Known(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5))).list();
        List<Unit> units = new ArrayList<>();
        for (Known unit : known) {
            Optional<ChangeSummary> change = changes.stream().filter(c -> c.orgCode().equals(unit.orgCode())).findFirst();
            Optional<KeyIndustry> industry = KeyIndustry.of(unit.industry());
            boolean byCode = list.isEmpty() || change.filter(c -> c.kind() == ChangeKind.NEW).isPresent();
            if ((unit.listed() || byCode && industry.isPresent()) && (unit.active() || change.isPresent())) {
                units.add(new Unit(unit.orgCode(), unit.name(), industry.orElse(null), unit.industry(), unit.active(),
                        change.orElse(null)));
            }
        }
        changes.stream().filter(c -> c.kind() == ChangeKind.NEW && known.stream().noneMatch(k -> k.orgCode().equals(c.orgCode())))
                .forEach(c -> {
                    String industry = industry(c.id());
                    KeyIndustry.of(industry).ifPresent(i ->
                            units.add(new Unit(c.orgCode(), c.unitName(), i, industry, false, c)));
                });
        return units;
    }

    /** What the counties of the reader's area reported for a quarter; one line for each county. */
    @Transactional(readOnly = true)
    public List<Report> reports(String period, Actor actor) {
        periods.require(period);
        List<String> counties = switch (actor.sight()) {
            case COUNTY -> List.of(actor.area());
            case CITY -> registry.counties(actor.area()).stream().map(Region::code).toList();
            case PROVINCE, ADMIN, AUDITOR -> registry.counties().stream().map(Region::code).toList();
            default -> throw Refusal.forbidden("change.report.not-your-role");
        };
        String marks = String.join(", ", Collections.nCopies(counties.size(), "?"));
        List<Object> parameters = new ArrayList<>(List.of(period));
        parameters.addAll(counties);
        return jdbc.sql(REPORTS.formatted(marks)).params(parameters).query((row, n) -> {
            OffsetDateTime at = row.getObject("reported_at", OffsetDateTime.class);
            return new Report(row.getString("county"), row.getString("county_name"),
                    at == null ? null : row.getInt("units"), row.getInt("fresh"), row.getInt("closed"),
                    row.getInt("other_changes"), row.getString("remark"), row.getString("reported_by_name"),
                    at == null ? null : at.toInstant());
        }).list();
    }

    /** The county reports the quarter's changes as they stand; once, and not before every proposal was decided. */
    public void report(String period, String remark, Actor actor) {
        List<Unit> units = units(period, actor);
        String text = Reasons.optional("remark", remark);
        long waiting = units.stream().filter(u -> u.change() != null && u.change().state() == ChangeState.PROPOSED).count();
        if (waiting > 0) {
            throw Refusal.conflict("change.report.waiting", waiting);
        }
        int all = (int) units.stream().filter(Unit::active).count();
        int fresh = count(units, ChangeKind.NEW);
        int closed = count(units, ChangeKind.CLOSED);
        int other = count(units, ChangeKind.RENAMED) + count(units, ChangeKind.RECODED);
        try {
            jdbc.sql("insert into key_industry_report (period, county_code, city_code, units, fresh, closed, "
                            + "other_changes, remark, reported_by, reported_by_name, reported_at) "
                            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(period, actor.area(), registry.region(actor.area()).parent(), all, fresh, closed, other,
                            text, actor.userId(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException already) {
            throw Refusal.conflict("change.report.done", period);
        }
        String list = list(period, actor);
        audit.record(actor.who(), "KEY_INDUSTRIES_REPORTED", "key-industries/" + period + "/" + actor.area(),
                (list.isEmpty() ? "by industry codes: " : "by the list of " + list + ": ") + all + " units, " + fresh
                        + " new, " + closed + " closed, " + other + " other"
                        + (text.isEmpty() ? "" : ": " + text));
    }

    /** Refuses with 403 whoever keeps no such list. */
    public static void requireCounty(Actor actor) {
        if (actor.role() != Role.COUNTY) {
            throw Refusal.forbidden("change.report.county-only");
        }
    }

    private String industry(long change) {
        return UnitDraft.parse(jdbc.sql("select details from registry_change where id = ?").param(change)
                .query(String.class).single()).field("industryCode");
    }

    private static int count(List<Unit> units, ChangeKind kind) {
        return (int) units.stream().filter(u -> u.change() != null && u.change().kind() == kind).count();
    }
}
