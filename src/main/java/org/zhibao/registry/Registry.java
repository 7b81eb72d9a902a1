package org.zhibao.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** Who reports, and where: the regions of the province and the units in them. */
@Service
@Transactional(readOnly = true)
public class Registry {

    static final int CODES_PER_QUERY = 1000;

    private final ReportingUnits units;
    private final Regions regions;
    private final UnitNews news;
    private final Clock clock;

    Registry(ReportingUnits units, Regions regions, UnitNews news, Clock clock) {
        this.units = units;
        this.regions = regions;
        this.news = news;
        this.clock = clock;
    }

    /** The unit of this organisation code (nine characters), on the roster or not. */
    public Optional<ReportingUnit> unit(String orgCode) {
        return units.findByOrgCode(orgCode);
    }

    /** @throws UnknownUnit if there is none */
    public ReportingUnit require(String orgCode) {
        return unit(orgCode).orElseThrow(() -> new UnknownUnit(orgCode));
    }

    /**
     * Registers a unit and puts it on the roster.
     *
     * @throws UnknownRegion if its county is none of today's counties
     * @throws DuplicateUnit if one of its codes is registered already
     */
    @Transactional
    public ReportingUnit add(NewUnit unit) {
        refuseDuplicates(List.of(unit));
        ReportingUnit added = units.save(entity(unit));
        units.flush();
        return added;
    }

    /** Registers many units at once, all or none. Throws as {@link #add(NewUnit)} does. */
    @Transactional
    public void addAll(Collection<NewUnit> newUnits) {
        refuseDuplicates(newUnits);
        units.saveAll(newUnits.stream().map(this::entity).toList());
    }

    /**
     * Takes a unit off the roster of periods opened from now on; what it reported stays.
     *
     * @throws UnknownUnit if there is none
     */
    @Transactional
    public void removeFromRoster(String orgCode) {
        require(orgCode).removeFromRoster();
    }

    /**
     * Gives a unit another name; the present one becomes its former name.
     *
     * @param cause the subject of the audit trail that is the cause
     * @throws UnknownUnit if there is none
     */
    @Transactional
    public void rename(String orgCode, String name, String cause, AuditTrail.Who by) {
        ReportingUnit unit = require(orgCode);
        unit.rename(name);
        news.changed(List.of(unit), cause, by);
    }

    /**
     * Registers a unit under another code and takes the old one off the roster; all else stays.
     *
     * @param uscc null if the unit has none under its new code
     * @throws DuplicateUnit if one of the codes is registered already
     */
    @Transactional
    public void recode(String before, String after, String uscc) {
        ReportingUnit old = require(before);
        List<String> codes = uscc == null ? List.of(after) : List.of(after, uscc);
        units.registered(codes, Limit.of(1)).forEach(unit -> { throw new DuplicateUnit(unit.codeIn(codes)); });
        units.save(old.under(after, uscc, region(old.countyCode())));
        old.removeFromRoster();
        units.flush();
    }

    /**
     * The next units of the roster in the order of their organisation codes.
     *
     * @param orgCode the last code of the chunk before; empty to begin
     * @param limit   how many at the most
     */
    public List<ReportingUnit> unitsAfter(String orgCode, int limit) {
        return units.activeAfter(orgCode, Limit.of(limit));
    }

    /** The organisation codes of {@link #unitsAfter(String, int)} alone. */
    public List<String> rosterOrgCodes(String afterOrgCode, int limit) {
        return units.activeOrgCodesAfter(afterOrgCode, Limit.of(limit));
    }

    /** The units of these organisation codes, ordered by code; codes without a unit are left out. */
    public List<ReportingUnit> units(Collection<String> orgCodes) {
        return orgCodes.isEmpty() ? List.of() : units.findByOrgCodeInOrderByOrgCode(orgCodes);
    }

    /** The units that belong to the group company of this organisation code (W38), ordered by code. */
    public List<ReportingUnit> ofGroup(String groupCode) {
        return units.findByGroupCodeOrderByOrgCode(groupCode);
    }

    /** How many units are on the roster. */
    public int rosterSize() {
        return Math.toIntExact(units.countByActiveTrue());
    }

    /** The region of this code, superseded ones too. */
    public Optional<Region> findRegion(String code) {
        return regions.find(code);
    }

    /** @throws UnknownRegion if there is none, not even a superseded one */
    public Region region(String code) {
        return findRegion(code).orElseThrow(() -> new UnknownRegion(code));
    }

    /** Every region there is or was, ordered by code. */
    public List<Region> regions() {
        return List.copyOf(regions.all());
    }

    /** Today's cities, ordered by code. */
    public List<Region> cities() {
        return regionsOn(today(), region -> region.level() == Region.Level.CITY);
    }

    /** Today's counties of the city, ordered by code. */
    public List<Region> counties(String city) {
        return counties(city, today());
    }

    /** The counties of the city on this day, ordered by code. */
    public List<Region> counties(String city, LocalDate day) {
        return regionsOn(day, region -> region.level() == Region.Level.COUNTY && region.parent().equals(city));
    }

    /** Today's counties of the whole province, ordered by code. */
    public List<Region> counties() {
        return regionsOn(today(), region -> region.level() == Region.Level.COUNTY);
    }

    /** Whether this is a county's code on this day (R05). */
    public boolean isCountyOn(String code, LocalDate day) {
        return findRegion(code).filter(r -> r.level() == Region.Level.COUNTY && r.validOn(day)).isPresent();
    }

    /** Why no unit can be registered in a county today: it has ended, and which one took its place; empty if one can. */
    public Optional<Refusal.Text> notACountyToday(String code) {
        Region county = region(code);
        return county.validOn(today()) ? Optional.empty() : Optional.of(regions.notOn(county, today()));
    }

    /** What the review rules may ask about a unit: {@code orgCode, uscc, name, countyCode, cityCode, industryCode}. */
    public Map<String, String> facts(ReportingUnit unit) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("orgCode", unit.orgCode());
        facts.put("uscc", unit.uscc().orElse(""));
        facts.put("name", unit.name());
        facts.put("countyCode", unit.countyCode());
        facts.put("cityCode", unit.cityCode());
        facts.put("industryCode", unit.industryCode());
        return facts;
    }

    private ReportingUnit entity(NewUnit unit) {
        Region county = findRegion(unit.countyCode()).filter(region -> region.level() == Region.Level.COUNTY)
                .orElseThrow(() -> new UnknownRegion(unit.countyCode()));
        if (!county.validOn(today())) {
            throw new UnknownRegion(regions.notOn(county, today()));
        }
        return new ReportingUnit(unit, county);
    }

    private void refuseDuplicates(Collection<NewUnit> newUnits) {
        Set<String> codes = new HashSet<>();
        newUnits.stream().flatMap(Registry::codes).filter(code -> !codes.add(code)).findFirst()
                .ifPresent(code -> { throw new DuplicateUnit(code); });
        List<String> asked = List.copyOf(codes);
        for (int from = 0; from < asked.size(); from += CODES_PER_QUERY) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + CODES_PER_QUERY));
            units.registered(some, Limit.of(1)).forEach(unit -> { throw new DuplicateUnit(unit.codeIn(some)); });
        }
    }

    private static Stream<String> codes(NewUnit unit) {
        return Stream.of(unit.orgCode().value(), unit.uscc() == null ? "" : unit.uscc().value())
                .filter(code -> !code.isEmpty());
    }

    private List<Region> regionsOn(LocalDate day, Predicate<Region> wanted) {
        return regions.all().stream().filter(wanted).filter(region -> region.validOn(day)).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
