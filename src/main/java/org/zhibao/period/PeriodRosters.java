package org.zhibao.period;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.UnitRosters;
import org.zhibao.registry.YearlyRosters;

/**
 * Who reports in a period (填报名单): the units of the lists that apply, as far as they are active, without those an
 * administrator leaves out and with those it adds. Once confirmed, the roster is frozen.
 */
@Service
@Transactional(readOnly = true)
public class PeriodRosters {

    /** How an administrator changed the roster. */
    public enum Kind { ADDED, LEFT_OUT }

    /** Which units a list shows. */
    public enum Part { ALL, NEW, DROPPED, ADJUSTED }

    /**
     * A unit in a list about the roster.
     *
     * @param kind   how an administrator changed the roster about it; null if not
     * @param reason why; null likewise
     * @param by     the name of who changed it; null likewise
     */
    public record Listed(String orgCode, String name, String cityCode, String countyCode, Kind kind, String reason,
                         String by) {
    }

    /** One page of a list: {@code next} is the organisation code to go on after; null on the last page. */
    public record Page(List<Listed> units, int total, String next) {
    }

    /**
     * The roster of a period at a glance.
     *
     * @param year      the year whose lists apply (W7)
     * @param listed    how many units stand on them; 0 if there is no list of that year
     * @param quarter   the latest quarter of the lists of key reduction industries that apply (W19), each city's being its
     *                  own; null if there is none
     * @param reduction how many units stand on these lists
     * @param size      how many units are on the roster
     * @param before    the period it is compared with; null if there is none
     * @param fresh     how many units were not on that one's roster
     * @param dropped   how many were and are not on this one
     * @param adjusted  how many an administrator added or left out
     * @param confirmed whether it is frozen
     */
    public record Glance(int year, int listed, String quarter, int reduction, int size, String before, int fresh,
                         int dropped, int adjusted, boolean confirmed) {
    }

    private static final int LONGEST_REASON = 400;
    /** The units of the key reduction industries, of each city by its latest list. */
    private static final String REDUCTION = "select q.org_code from quarterly_roster_entry q join reporting_unit m "
            + "on m.org_code = q.org_code join (" + UnitRosters.REDUCTION_LISTS + ") c "
            + "on c.city_code = m.city_code and c.latest = q.quarter";
    private static final String PROPOSED = "(u.active and (exists (select 1 from roster_entry e where e.list_year = :year "
            + "and e.org_code = u.org_code) or u.org_code in (" + REDUCTION + ")) "
            + "and not exists (select 1 from roster_adjustment l where l.period = :period and l.org_code = u.org_code and l.kind = 'LEFT_OUT') or exists (select 1 from roster_adjustment h "
            + "where h.period = :period and h.org_code = u.org_code and h.kind = 'ADDED'))";
    private static final String FROZEN = "exists (select 1 from period_roster r where r.period = :period "
            + "and r.org_code = u.org_code)";
    private static final String BEFORE = "exists (select 1 from period_roster b where b.period = :before "
            + "and b.org_code = u.org_code)";
    private static final String ADJUSTED = "exists (select 1 from roster_adjustment j where j.period = :period "
            + "and j.org_code = u.org_code)";

    private final JdbcClient jdbc;
    private final Periods periods;
    private final YearlyRosters lists;
    private final ListsInForce inForce;
    private final Registry registry;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeriodRosters(JdbcClient jdbc, Periods periods, YearlyRosters lists, ListsInForce inForce,
                  Registry registry, AuditTrail audit,
                  ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.lists = lists;
        this.inForce = inForce;
        this.registry = registry;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The year whose lists apply (W7). */
    public static int listYear(Quarter quarter) {
        return ListsInForce.year(quarter);
    }

    /** @throws UnknownPeriod if it is not planned */
    public Glance glance(String code) {
        ReportingPeriod period = periods.require(code);
        ListsInForce.Lists applied = inForce.of(period.quarter());
        String before = before(code).orElse(null);
        return new Glance(applied.year(), lists.size(applied.year()), applied.quarters().values().stream()
                .max(Comparator.naturalOrder()).orElse(null), reduction(code), count(code, Part.ALL), before,
                before == null ? 0 : count(code, Part.NEW), before == null ? 0 : count(code, Part.DROPPED),
                count(code, Part.ADJUSTED), confirmed(code));
    }

    /**
     * Units of the roster, or of what changed about it, in the order of their organisation codes.
     *
     * @param after the last code of the page before; empty to begin
     */
    public Page page(String code, Part part, String after, int size) {
        periods.require(code);
        List<Listed> found = jdbc.sql("select u.org_code, u.name, u.city_code, u.county_code, a.kind, a.reason, "
                        + "a.made_by_name from reporting_unit u left join roster_adjustment a on a.period = :period "
                        + "and a.org_code = u.org_code where u.org_code > :after and " + condition(code, part)
                        + " order by u.org_code limit " + (size + 1))
                .params(applied(code)).param("period", code)
                .param("before", before(code).orElse("")).param("after", after)
                .query((row, n) -> new Listed(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5) == null ? null : Kind.valueOf(row.getString(5)), row.getString(6),
                        row.getString(7))).list();
        List<Listed> shown = found.size() > size ? found.subList(0, size) : found;
        return new Page(shown, count(code, part), found.size() > size ? shown.get(size - 1).orgCode() : null);
    }

    /** Whether the roster is frozen. */
    public boolean confirmed(String code) {
        return jdbc.sql("select count(*) from period_roster where period = ?").param(code).query(Integer.class)
                .single() > 0;
    }

    /** The first period on whose frozen roster a unit stands. */
    public Optional<String> first(String orgCode) {
        return bound("min", orgCode);
    }

    /** The last one. */
    public Optional<String> last(String orgCode) {
        return bound("max", orgCode);
    }

    /** How many units are on the roster: the frozen one, or the one proposed so far. */
    public int size(String code) {
        return count(code, Part.ALL);
    }

    /** The next organisation codes of the frozen roster. */
    public List<String> codes(String code, String after, int limit) {
        return jdbc.sql("select org_code from period_roster where period = ? and org_code > ? order by org_code limit "
                + limit).params(code, after).query(String.class).list();
    }

    /** Leaves a unit out of the roster of a period that is not confirmed yet. */
    @Transactional
    public void leaveOut(String code, String orgCode, String reason, Actor actor) {
        adjust(code, orgCode, Kind.LEFT_OUT, reason, actor);
    }

    /** Adds a unit of the registry to the roster of a period that is not confirmed yet. */
    @Transactional
    public void add(String code, String orgCode, String reason, Actor actor) {
        adjust(code, orgCode, Kind.ADDED, reason, actor);
    }

    /** Takes back that a unit was added or left out. */
    @Transactional
    public void undo(String code, String orgCode, Actor actor) {
        requireOpen(code, actor);
        int undone = jdbc.sql("delete from roster_adjustment where period = ? and org_code = ?").params(code, orgCode)
                .update();
        if (undone == 0) {
            throw Refusal.conflict("roster.not-adjusted", orgCode);
        }
        audit.record(actor.who(), "ROSTER_UNDONE", subject(code), orgCode);
    }

    /** Freezes the roster as it is proposed; gives how many units it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int freeze(String code) {
        int units = jdbc.sql("insert into period_roster (period, org_code) select :period, u.org_code "
                        + "from reporting_unit u where " + PROPOSED)
                .params(applied(code)).param("period", code).update();
        events.publishEvent(new RosterFrozen(code, left(code)));
        return units;
    }

    /** Who was on the roster before and is not on this one; nobody, if there is a later one. */
    private List<String> left(String code) {
        return jdbc.sql("select b.org_code from period_roster b where b.period = :before and not exists (select 1 "
                        + "from period_roster r where r.period = :period and r.org_code = b.org_code) and not exists "
                        + "(select 1 from period_roster l where l.period > :period) order by b.org_code")
                .param("before", before(code).orElse("")).param("period", code).query(String.class).list();
    }

    /** Records the roster of a period that ran its course elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String code, List<String> orgCodes) {
        // also writes the period, which the rows refer to
        periods.lock(code);
        orgCodes.forEach(orgCode -> jdbc.sql("insert into period_roster (period, org_code) values (?, ?)")
                .params(code, orgCode).update());
    }

    private void adjust(String code, String orgCode, Kind kind, String reason, Actor actor) {
        requireOpen(code, actor);
        String why = PeriodTexts.reason("reason", reason, LONGEST_REASON);
        ReportingUnit unit = registry.require(orgCode);
        if (jdbc.sql("select count(*) from roster_adjustment where period = ? and org_code = ?").params(code, orgCode)
                .query(Integer.class).single() > 0) {
            throw Refusal.conflict("roster.adjusted-already", unit.name());
        }
        boolean there = jdbc.sql("select count(*) from reporting_unit u where u.org_code = :org and " + PROPOSED)
                .param("org", orgCode).param("period", code).params(applied(code))
                .query(Integer.class).single() > 0;
        if (there == (kind == Kind.ADDED)) {
            throw Refusal.conflict(there ? "roster.there-already" : "roster.not-there", unit.name());
        }
        jdbc.sql("insert into roster_adjustment (period, org_code, kind, reason, made_by, made_by_name, made_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)")
                .params(code, orgCode, kind.name(), why, actor.userId(), actor.name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        audit.record(actor.who(), "ROSTER_" + kind, subject(code), orgCode + ": " + why);
    }

    private void requireOpen(String code, Actor actor) {
        PeriodCourse.requireAdministrator(actor);
        ReportingPeriod period = periods.lock(code);
        if (period.state() != PeriodState.PLANNED) {
            throw new WrongPeriodState(code, period.state());
        }
    }

    private static Map<String, Object> applied(String code) {
        return Map.of("year", listYear(Quarter.parse(code)), "quarter", code);
    }

    private int reduction(String code) {
        return jdbc.sql("select count(*) from (" + REDUCTION + ") r").param("quarter", code).query(Integer.class).single();
    }

    private Optional<String> before(String code) {
        return jdbc.sql("select max(period) from period_roster where period < ?").param(code)
                .query((row, n) -> Optional.ofNullable(row.getString(1))).single();
    }

    private Optional<String> bound(String function, String orgCode) {
        return jdbc.sql("select " + function + "(period) from period_roster where org_code = ?").param(orgCode)
                .query((row, n) -> Optional.ofNullable(row.getString(1))).single();
    }

    private int count(String code, Part part) {
        return jdbc.sql("select count(*) from reporting_unit u where " + condition(code, part)).param("period", code)
                .params(applied(code)).param("before", before(code).orElse(""))
                .query(Integer.class).single();
    }

    private String condition(String code, Part part) {
        String roster = confirmed(code) ? FROZEN : PROPOSED;
        return switch (part) {
            case ALL -> roster;
            case NEW -> roster + " and not " + BEFORE;
            case DROPPED -> BEFORE + " and not " + roster;
            case ADJUSTED -> ADJUSTED;
        };
    }

    private static String subject(String code) {
        return "period/" + code;
    }
}
