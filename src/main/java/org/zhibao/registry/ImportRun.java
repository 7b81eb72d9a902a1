package org.zhibao.registry;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.zhibao.account.Accounts;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ImportRow.Kind;
import org.zhibao.registry.UnitsBefore.Before;

/** Does to the registry what a plan says, and takes it back. */
@Component
class ImportRun {

    private static final List<Kind> TOUCHED = List.of(Kind.NEW, Kind.JOINED, Kind.CHANGED, Kind.GONE);

    private final ReportingUnits units;
    private final Regions regions;
    private final RosterEntries entries;
    private final UnitsBefore before;
    private final List<ListDependents> dependents;
    private final Accounts accounts;
    private final UnitNews news;
    private final EntityManager entities;

    ImportRun(ReportingUnits units, Regions regions, RosterEntries entries, UnitsBefore before,
              List<ListDependents> dependents, Accounts accounts, UnitNews news,
              EntityManager entities) {
        this.units = units;
        this.regions = regions;
        this.entries = entries;
        this.before = before;
        this.dependents = dependents;
        this.accounts = accounts;
        this.news = news;
        this.entities = entities;
    }

    void apply(long id, RosterList list, ImportPlan plan, AuditTrail.Who by) {
        Map<String, ReportingUnit> known = byCode(Stream.of(Kind.JOINED, Kind.CHANGED, Kind.GONE)
                .flatMap(kind -> plan.codes(kind).stream()).toList());
        List<Before> kept = new ArrayList<>();
        for (ImportRow row : plan.rows()) {
            if (row.kind() == Kind.NEW) {
                Map<UnitField, String> values = plan.values().get(row.orgCode());
                known.put(row.orgCode(), units.save(new ReportingUnit(values, county(values), Set.of())));
                kept.add(new Before(row.orgCode(), Kind.NEW, null, Set.of(), true, 0, 0));
            } else if (TOUCHED.contains(row.kind())) {
                ReportingUnit unit = known.get(row.orgCode());
                kept.add(Before.of(unit, row.kind()));
                if (row.kind() != Kind.GONE && !row.changes().isEmpty()) {
                    Map<UnitField, String> values = plan.values().get(row.orgCode());
                    unit.take(values, county(values));
                }
                if (row.kind() == Kind.JOINED) {
                    unit.putBack();
                }
            }
        }
        units.flush();
        entries.add(list, Stream.of(Kind.NEW, Kind.JOINED).flatMap(kind -> plan.codes(kind).stream()).toList());
        entries.remove(list, plan.codes(Kind.GONE));
        Map<String, Set<ControlLevel>> standing = entries.standing(known.keySet());
        known.values().forEach(unit -> unit.standOn(standing.getOrDefault(unit.orgCode(), Set.of())));
        units.flush();
        before.keep(id, kept.stream().map(b -> b.after(known.get(b.orgCode()).version())).toList());
        news.changed(known.values(), list.subject(), by);
    }

    void undo(long id, RosterList list, AuditTrail.Who by) {
        List<Before> kept = before.of(id);
        List<String> fresh = codes(kept, EnumSet.of(Kind.NEW));
        requireNothingDepends(list, fresh);
        Map<String, ReportingUnit> known = byCode(kept.stream().map(Before::orgCode).toList());
        kept.stream().filter(b -> known.get(b.orgCode()) == null || known.get(b.orgCode()).version() != b.versionAfter())
                .findFirst().ifPresent(b -> { throw Refusal.conflict("registry.import.changed-since", b.orgCode()); });
        entries.remove(list, codes(kept, EnumSet.of(Kind.NEW, Kind.JOINED)));
        entries.add(list, codes(kept, EnumSet.of(Kind.GONE)));
        for (Before unit : kept) {
            ReportingUnit now = known.get(unit.orgCode());
            if (unit.values() == null) {
                entities.remove(now);
            } else {
                now.take(unit.values(), county(unit.values()));
                now.standOn(unit.levels());
                if (!unit.active()) {
                    now.removeFromRoster();
                }
            }
        }
        try {
            units.flush();
        } catch (DataIntegrityViolationException referred) {
            throw Refusal.conflict("registry.import.in-use");
        }
        List<Before> stayed = kept.stream().filter(b -> b.values() != null).toList();
        before.putBack(stayed, stayed.stream().collect(Collectors.toMap(Before::orgCode,
                b -> known.get(b.orgCode()).version())));
        news.changed(stayed.stream().map(b -> known.get(b.orgCode())).toList(), list.subject(), by);
    }

    private void requireNothingDepends(RosterList list, List<String> fresh) {
        dependents.forEach(other -> other.on(list, fresh).ifPresent(what -> {
            throw new Refusal(Refusal.Kind.CONFLICT, what, List.of(), Map.of());
        }));
        for (List<String> some : chunks(fresh)) {
            accounts.ofUnits(some).stream().findFirst().ifPresent(account -> {
                throw Refusal.conflict("registry.import.account", account.name(), account.userId());
            });
        }
    }

    private Map<String, ReportingUnit> byCode(List<String> codes) {
        Map<String, ReportingUnit> found = new HashMap<>();
        for (List<String> some : chunks(codes)) {
            units.findByOrgCodeInOrderByOrgCode(some).forEach(unit -> found.put(unit.orgCode(), unit));
        }
        return found;
    }

    private static List<List<String>> chunks(List<String> codes) {
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += Registry.CODES_PER_QUERY) {
            chunks.add(codes.subList(from, Math.min(codes.size(), from + Registry.CODES_PER_QUERY)));
        }
        return chunks;
    }

    private static List<String> codes(Collection<Before> kept, Set<Kind> kinds) {
        return kept.stream().filter(b -> kinds.contains(b.kind())).map(Before::orgCode).toList();
    }

    private Region county(Map<UnitField, String> values) {
        return regions.find(values.get(UnitField.COUNTY_CODE)).orElseThrow();
    }
}
