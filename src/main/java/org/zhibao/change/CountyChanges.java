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
import org.zhibao.period.Periods;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.suspension.Reasons;

/** What counties report each quarter about new, closed and otherwise changed units of the key industries (W30). */
@Service
@Transactional
public class CountyChanges {

    /** A unit of a key industry, or a change about one. */
    public record Unit(String orgCode, String name, KeyIndustry industry, boolean active, ChangeSummary change) {
    }

    /** What a county reported; a county that has not yet has none. */
    public record Report(String county, String countyName, Integer units, int fresh, int closed, int other,
                         String remark, String by, Instant at) {
    }

    private static final String REPORTS = "select r.*, g.code county, g.name county_name from region g "
            + "left join key_industry_report r on r.county_code = g.code and r.period = ? where g.code in (%s) order by g.code";

    private final JdbcClient jdbc;
    private final Registry registry;
    private final Periods periods;
    private final AuditTrail audit;
    private final Clock clock;

    CountyChanges(JdbcClient jdbc, Registry registry, Periods periods, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.periods = periods;
        this.audit = audit;
        this.clock = clock;
    }

    /** The county's units of key industries, each with its change of the quarter; those that are only proposed too. */
    @Transactional(readOnly = true)
    public List<Unit> units(String period, Actor actor) {
        requireCounty(actor);
        periods.require(period);
        List<ChangeSummary> changes = jdbc.sql("select c.* from registry_change c where c.county_code = ? "
                        + "and c.from_period = ? and c.state in ('PROPOSED', 'APPLIED') order by c.id")
                .params(actor.area(), period).query(ChangeList::summary).list();
        record Known(String orgCode, String name, String industry, boolean active) {
        }
        List<Known> known = jdbc.sql("select org_code, name, industry_code, active from reporting_unit "
                        + "where county_code = ? order by org_code").param(actor.area())
                .query((row, n) -> new Known(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4))).list();
        List<Unit> units = new ArrayList<>();
        for (Known unit : known) {
            Optional<ChangeSummary> change = changes.stream().filter(c -> c.orgCode().equals(unit.orgCode())).findFirst();
            KeyIndustry.of(unit.industry()).filter(i -> unit.active() || change.isPresent()).ifPresent(i ->
                    units.add(new Unit(unit.orgCode(), unit.name(), i, unit.active(), change.orElse(null))));
        }
        changes.stream().filter(c -> c.kind() == ChangeKind.NEW && known.stream().noneMatch(k -> k.orgCode().equals(c.orgCode())))
                .forEach(c -> KeyIndustry.of(industry(c.id())).ifPresent(i ->
                        units.add(new Unit(c.orgCode(), c.unitName(), i, false, c))));
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
        audit.record(actor.who(), "KEY_INDUSTRIES_REPORTED", "key-industries/" + period + "/" + actor.area(),
                all + " units, " + fresh + " new, " + closed + " closed, " + other + " other"
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
