package org.zhibao.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** Keeps the units of an area: registers them, changes what they say, takes them off the roster and puts them back (W20). */
@Service
@Transactional
public class UnitMaintenance {

    private final ReportingUnits units;
    private final Regions regions;
    private final UnitExaminer examiner;
    private final RosterEntries entries;
    private final UnitNews news;
    private final AuditTrail audit;
    private final Clock clock;

    UnitMaintenance(ReportingUnits units, Regions regions, UnitExaminer examiner, RosterEntries entries,
                    UnitNews news, AuditTrail audit, Clock clock) {
        this.units = units;
        this.regions = regions;
        this.examiner = examiner;
        this.entries = entries;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers a unit and puts it on this year's lists of the levels.
     *
     * @param levels at least one; an administrator of a city has the city's list and the fourth type to give
     * @return its organisation code
     * @throws DuplicateUnit if one of its codes is registered
     * @throws Refusal       422 with what is wrong, field by field
     */
    public String register(Map<UnitField, String> typed, Set<ControlLevel> levels, Actor actor) {
        RegistryRights.requireKeeper(actor);
        Examined examined = examiner.examine(typed, Map.of());
        List<Refusal.FieldError> errors = new ArrayList<>(errors(examined, actor));
        if (levels.isEmpty()) {
            errors.add(new Refusal.FieldError("controlLevels", new Refusal.Text("registry.problem.levels")));
        } else if (!actor.administersPlatform() && !ListKind.levelsOfCities().containsAll(levels)) {
            errors.add(new Refusal.FieldError("controlLevels", new Refusal.Text("registry.problem.levels-above")));
        }
        refuse(errors);
        Map<UnitField, String> values = examined.values();
        refuseTaken(values, null);
        ReportingUnit unit = units.save(new ReportingUnit(values, county(values), levels));
        units.flush();
        String year = String.valueOf(LocalDate.now(clock).getYear());
        levels.forEach(level -> entries.add(new RosterList(ListKind.of(level), year), List.of(unit.orgCode())));
        audit.record(actor.who(), new AuditTrail.Deed("UNIT_REGISTERED", subject(unit), "",
                RegistryTexts.differing(values, Map.of()), levels + " " + year));
        return unit.orgCode();
    }

    /**
     * Changes what a unit says. Its former name is kept when it is renamed; its organisation code stays.
     *
     * @param typed       what was typed; a field that is not there stays
     * @param baseVersion the version the person saw
     * @param reason      why, for the audit trail
     * @throws Refusal 409 if somebody else has changed it since, 422 with what is wrong
     */
    public void change(String orgCode, Map<UnitField, String> typed, int baseVersion, String reason, Actor actor) {
        ReportingUnit unit = lock(orgCode, actor);
        if (unit.version() != baseVersion) {
            throw Refusal.conflict("registry.changed-meanwhile", unit.name()).with("version", unit.version());
        }
        Map<UnitField, String> kept = unit.values();
        Examined examined = examiner.examine(typed, kept);
        Map<UnitField, String> values = examined.values();
        List<Refusal.FieldError> errors = new ArrayList<>(errors(examined, actor));
        if (!values.get(UnitField.ORG_CODE).isEmpty() && !values.get(UnitField.ORG_CODE).equals(unit.orgCode())) {
            errors.add(new FieldProblem(UnitField.ORG_CODE, "org-code-stays", unit.orgCode()).error());
        }
        refuse(errors);
        String why = RegistryTexts.reason(reason);
        keepFormerName(kept, values);
        if (values.equals(kept)) {
            throw Refusal.conflict("registry.no-change", unit.name());
        }
        refuseTaken(values, unit.orgCode());
        unit.take(values, county(values));
        audit.record(actor.who(), new AuditTrail.Deed("UNIT_CHANGED", subject(unit), RegistryTexts.differing(kept, values),
                RegistryTexts.differing(values, kept), why));
        news.changed(List.of(unit), subject(unit), actor.who());
    }

    /** Takes a unit off the roster of periods that are not frozen yet, or puts it back. */
    public void activate(String orgCode, boolean on, String reason, Actor actor) {
        ReportingUnit unit = lock(orgCode, actor);
        String why = RegistryTexts.reason(reason);
        if (unit.active() == on) {
            throw Refusal.conflict(on ? "registry.active-already" : "registry.inactive-already", unit.name());
        }
        if (on) {
            unit.putBack();
        } else {
            unit.removeFromRoster();
        }
        audit.record(actor.who(), on ? "UNIT_PUT_BACK" : "UNIT_TAKEN_OFF", subject(unit), why);
    }

    static void keepFormerName(Map<UnitField, String> kept, Map<UnitField, String> values) {
        if (!values.get(UnitField.NAME).equals(kept.get(UnitField.NAME))
                && values.get(UnitField.FORMER_NAME).equals(kept.get(UnitField.FORMER_NAME))) {
            values.put(UnitField.FORMER_NAME, kept.get(UnitField.NAME));
        }
    }

    private ReportingUnit lock(String orgCode, Actor actor) {
        RegistryRights.requireKeeper(actor);
        ReportingUnit unit = units.lockByOrgCode(orgCode).orElseThrow(() -> new UnknownUnit(orgCode));
        RegistryRights.requireKeeper(actor, unit);
        return unit;
    }

    private static List<Refusal.FieldError> errors(Examined examined, Actor actor) {
        List<Refusal.FieldError> errors = new ArrayList<>(examined.problems().stream().map(FieldProblem::error).toList());
        String county = examined.values().get(UnitField.COUNTY_CODE);
        if (!county.isEmpty() && !RegistryRights.covers(actor, county)) {
            errors.add(new FieldProblem(UnitField.COUNTY_CODE, "other-area", county).error());
        }
        return errors;
    }

    private static void refuse(List<Refusal.FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private void refuseTaken(Map<UnitField, String> values, String own) {
        List<String> codes = List.of(values.get(UnitField.ORG_CODE), values.get(UnitField.USCC)).stream()
                .filter(code -> !code.isEmpty()).toList();
        units.registered(codes, Limit.of(2)).stream().filter(unit -> !unit.orgCode().equals(own)).findFirst()
                .ifPresent(unit -> { throw new DuplicateUnit(unit.codeIn(codes)); });
    }

    private Region county(Map<UnitField, String> values) {
        return regions.find(values.get(UnitField.COUNTY_CODE)).orElseThrow();
    }

    static String subject(ReportingUnit unit) {
        return "unit/" + unit.orgCode();
    }
}
