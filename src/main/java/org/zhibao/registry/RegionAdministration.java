package org.zhibao.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** Keeps the regions: new ones, ended ones with their successors, and the units that move along. */
@Service
@Transactional
public class RegionAdministration {

    /** A region and how many units stand in it. */
    public record Line(Region region, int units, boolean inForce) {
    }

    private static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final ReportingUnits units;
    private final UnitNews news;
    private final AuditTrail audit;
    private final Clock clock;

    RegionAdministration(JdbcClient jdbc, Regions regions, ReportingUnits units, UnitNews news, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.units = units;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every region of the reader's area, superseded ones too. */
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor) {
        RegistryRights.requireReader(actor);
        String prefix = RegistryRights.prefix(actor.area());
        Map<String, Integer> units = new HashMap<>();
        jdbc.sql("select county_code, count(*) from reporting_unit group by county_code")
                .query((row, n) -> units.put(row.getString(1), row.getInt(2))).list();
        return regions.all().stream().filter(region -> region.code().startsWith(prefix))
                .map(region -> new Line(region, units.getOrDefault(region.code(), 0), region.validOn(today()))).toList();
    }

    /**
     * Adds a city or a county; which it is and where it lies follows from its code (GB/T 2260).
     *
     * @param from the first day it holds
     */
    public void add(String code, String name, LocalDate from, String reason, Actor actor) {
        RegistryRights.requirePlatform(actor);
        String typed = code == null ? "" : code.strip();
        if (!typed.matches("[0-9]{6}") || typed.endsWith("0000") || parent(typed).isEmpty()) {
            throw Refusal.field("code", "registry.region.code");
        }
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || UnitExaminer.hidden(called)) {
            throw Refusal.field("name", "registry.region.name", LONGEST_NAME);
        }
        if (from == null) {
            throw Refusal.field("from", "registry.region.day");
        }
        String why = RegistryTexts.reason(reason);
        if (regions.find(typed).isPresent()) {
            throw Refusal.conflict("registry.region.there", typed);
        }
        jdbc.sql("insert into region (code, name, level, parent_code, valid_from) values (?, ?, ?, ?, ?)")
                .params(typed, called, level(typed).name(), parent(typed).orElseThrow().code(), from).update();
        regions.forgetAfterCommit();
        audit.record(actor.who(), "REGION_ADDED", "region/" + typed, called + " from " + from + ": " + why);
    }

    /**
     * Ends a region.
     *
     * @param last      the last day it holds
     * @param successor the code that takes its place; null or empty if none does
     */
    public void end(String code, LocalDate last, String successor, String reason, Actor actor) {
        RegistryRights.requirePlatform(actor);
        Region region = regions.find(code).orElseThrow(() -> new UnknownRegion(code));
        if (region.validTo() != null) {
            throw Refusal.conflict("registry.region.ended-already", region.name(), region.validTo().toString());
        }
        if (region.level() == Region.Level.PROVINCE) {
            throw Refusal.conflict("registry.region.province");
        }
        if (last == null || last.isBefore(region.validFrom())) {
            throw Refusal.field("last", "registry.region.last", region.validFrom().toString());
        }
        boolean inUse = regions.all().stream().anyMatch(r -> code.equals(r.parent()) && (r.validTo() == null
                || r.validTo().isAfter(last)));
        if (inUse) {
            throw Refusal.conflict("registry.region.has-parts", region.name());
        }
        String next = successor == null || successor.isBlank() ? null : successor.strip();
        if (next != null) {
            requireSuccessor(region, next, last);
        }
        String why = RegistryTexts.reason(reason);
        jdbc.sql("update region set valid_to = ?, successor_code = ? where code = ?").params(last, next, code).update();
        regions.forgetAfterCommit();
        audit.record(actor.who(), "REGION_ENDED", "region/" + code, "last day " + last + ", successor " + next + ": " + why);
    }

    /** Moves the units of a region that has ended to its successor; gives how many. */
    public int moveUnits(String code, Actor actor) {
        RegistryRights.requirePlatform(actor);
        Region region = regions.find(code).orElseThrow(() -> new UnknownRegion(code));
        Region next = region.validOn(today()) ? null : regions.on(region, today()).orElse(null);
        if (next == null || next.level() != Region.Level.COUNTY) {
            throw Refusal.conflict("registry.region.nowhere", region.name());
        }
        List<ReportingUnit> moving = units.findByCountyCode(code);
        if (moving.isEmpty()) {
            throw Refusal.conflict("registry.region.empty", region.name());
        }
        moving.forEach(unit -> unit.moveTo(next));
        audit.record(actor.who(), "REGION_UNITS_MOVED", "region/" + code, moving.size() + " units to " + next.code());
        news.changed(moving, "region/" + code, actor.who());
        return moving.size();
    }

    private void requireSuccessor(Region region, String next, LocalDate last) {
        Region successor = regions.find(next).filter(r -> r.level() == region.level())
                .orElseThrow(() -> Refusal.field("successor", "registry.region.successor-unknown"));
        if (regions.on(successor, last.plusDays(1)).filter(r -> !r.code().equals(region.code())).isEmpty()) {
            throw Refusal.field("successor", "registry.region.successor-not-then", successor.name(),
                    last.plusDays(1).toString());
        }
    }

    private Optional<Region> parent(String code) {
        String above = level(code) == Region.Level.CITY ? code.substring(0, 2) + "0000" : code.substring(0, 4) + "00";
        return regions.find(above).filter(region -> region.validTo() == null);
    }

    private static Region.Level level(String code) {
        return code.endsWith("00") ? Region.Level.CITY : Region.Level.COUNTY;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
