package org.zhibao.registry.web;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.Region;
import org.zhibao.registry.RegionAdministration;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.SourceKind;
import org.zhibao.registry.UnitContact;
import org.zhibao.registry.UnitDesk;
import org.zhibao.registry.UnitField;
import org.zhibao.registry.UnitMaintenance;
import org.zhibao.registry.UnitPage;
import org.zhibao.registry.UnitQuery;
import org.zhibao.registry.UnitRosters;
import org.zhibao.registry.UnitSearch;
import org.zhibao.registry.UnitView;

/** Units, lists and regions through the API; everyone sees only its own area. */
@RestController
@RequestMapping("/api/v1/registry")
class RegistryApi {

    /**
     * A unit.
     *
     * @param fields what it says, by the names of {@link UnitField#id()}
     */
    record Unit(String orgCode, int version, boolean active, Map<String, String> fields,
                Set<ControlLevel> controlLevels, List<RosterList> lists, List<UnitContact> contacts) {
    }

    /** A unit to be registered. */
    record Registration(Map<String, String> fields, Set<ControlLevel> controlLevels) {
    }

    /** What is to be changed: only the fields that are there, seen at this version. */
    record Change(Map<String, String> fields, Integer version, String reason) {
    }

    private final UnitSearch search;
    private final UnitDesk desk;
    private final UnitMaintenance maintenance;
    private final UnitRosters rosters;
    private final RegionAdministration regions;

    RegistryApi(UnitSearch search, UnitDesk desk, UnitMaintenance maintenance, UnitRosters rosters,
                RegionAdministration regions) {
        this.search = search;
        this.desk = desk;
        this.maintenance = maintenance;
        this.rosters = rosters;
        this.regions = regions;
    }

    /**
     * @param text  part of a name, or the beginning of a code
     * @param after organisation code to go on after
     * @param size  1 to 200
     */
    @GetMapping("/units")
    UnitPage units(@RequestParam(required = false) String text, @RequestParam(required = false) String area,
                   @RequestParam(required = false) ControlLevel level, @RequestParam(required = false) SourceKind kind,
                   @RequestParam(required = false) Boolean active, @RequestParam(required = false) String group,
                   @RequestParam(required = false) String after, @RequestParam(defaultValue = "50") int size, Actor actor) {
        return search.page(new UnitQuery(Answers.blankToNull(text), Answers.blankToNull(area), level, kind, active,
                Answers.blankToNull(group), after, size), actor);
    }

    @GetMapping("/units/{orgCode}")
    Unit unit(@PathVariable String orgCode, Actor actor) {
        UnitView view = desk.view(orgCode, actor);
        Map<String, String> fields = new LinkedHashMap<>();
        view.values().forEach((field, value) -> fields.put(field.id(), value));
        return new Unit(view.orgCode(), view.version(), view.active(), fields, view.controlLevels(), view.lists(),
                view.contacts());
    }

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    Unit register(@RequestBody Registration registration, Actor actor) {
        return unit(maintenance.register(typed(registration.fields()),
                registration.controlLevels() == null ? Set.of() : registration.controlLevels(), actor), actor);
    }

    @PutMapping("/units/{orgCode}")
    Unit change(@PathVariable String orgCode, @RequestBody Change change, Actor actor) {
        maintenance.change(orgCode, typed(change.fields()), change.version() == null ? -1 : change.version(),
                change.reason(), actor);
        return unit(orgCode, actor);
    }

    /** All lists with how many units of the reader's area stand on them. */
    @GetMapping("/lists")
    List<UnitRosters.Size> lists(Actor actor) {
        return rosters.sizes(actor);
    }

    /** The regions of the reader's area, superseded ones too. */
    @GetMapping("/regions")
    List<Region> regions(Actor actor) {
        return regions.lines(actor).stream().map(RegionAdministration.Line::region).toList();
    }

    private static Map<UnitField, String> typed(Map<String, String> fields) {
        Map<UnitField, String> typed = new EnumMap<>(UnitField.class);
        (fields == null ? Map.<String, String>of() : fields).forEach((id, value) -> typed.put(UnitField.of(id)
                .orElseThrow(() -> Refusal.field(id.length() > 40 ? "fields" : id, "registry.problem.no-field")), value));
        return typed;
    }
}
