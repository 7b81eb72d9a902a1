package org.zhibao.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/**
 * Records which unit follows which, and takes back what was recorded by mistake; both only add rows, and each leaves one
 * audit row.
 */
@Service
@Transactional
public class Successions {

    /** The longest reason, in characters. */
    public static final int LONGEST = 2000;

    private final SuccessionStore store;
    private final Registry registry;
    private final PeriodRosters rosters;
    private final AuditTrail audit;

    Successions(SuccessionStore store, Registry registry, PeriodRosters rosters, AuditTrail audit) {
        this.store = store;
        this.registry = registry;
        this.rosters = rosters;
        this.audit = audit;
    }

    /** Records a succession of units in the actor's area; gives its id. */
    public long record(Succession succession, Actor actor) {
        return record(succession, null, actor);
    }

    /** Records that a unit has another name from a quarter on; told before the registry changes it. */
    public long renamed(String orgCode, String newName, Quarter from, String reason, Actor actor) {
        return record(new Succession(SuccessionKind.RENAMED, List.of(orgCode), List.of(orgCode), from, reason, List.of()),
                newName, actor);
    }

    private long record(Succession asked, String newName, Actor actor) {
        Succession succession = new Succession(asked.kind(), asked.predecessors(), asked.successors(), asked.from(),
                reason(asked.reason()), asked.evidence());
        Map<String, String> names = names(succession, actor);
        store.takeTurn();
        Set<String> units = new LinkedHashSet<>(succession.predecessors());
        units.addAll(succession.successors());
        List<Refusal.FieldError> wrong = new ArrayList<>();
        SuccessionRules.problem(succession, store.around(units)).ifPresent(wrong::add);
        if (wrong.isEmpty() && succession.kind() != SuccessionKind.RENAMED) {
            wrong.addAll(reportedOutside(succession));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        long id = store.add(succession, names,
                newName == null ? names : Map.of(succession.successors().get(0), newName), actor);
        audit.record(actor.who(), "SUCCESSION_" + succession.kind(), "succession/" + id,
                String.join("+", succession.predecessors()) + " > " + String.join("+", succession.successors()) + " from "
                        + succession.from() + ": " + succession.reason()
                        + (succession.evidence().isEmpty() ? "" : " " + succession.evidence()));
        return id;
    }

    /** Takes back what was recorded by mistake. */
    public void revoke(long id, String reason, Actor actor) {
        LineageRights.requireKeeper(actor);
        store.takeTurn();
        SuccessionStore.Row row = store.find(id)
                .orElseThrow(() -> Refusal.notFound("lineage.unknown", String.valueOf(id)));
        names(row.event().succession(), actor);
        if (row.recorded().revoked() != null) {
            throw Refusal.conflict("lineage.revoked-already", row.recorded().revoked().by());
        }
        String why = reason(reason);
        store.revoke(id, why, actor);
        audit.record(actor.who(), "SUCCESSION_REVOKED", "succession/" + id, why);
    }

    /** Nobody's reports lie outside the time it was there: they would be nobody's history, or two units' at once. */
    private List<Refusal.FieldError> reportedOutside(Succession succession) {
        List<Refusal.FieldError> wrong = new ArrayList<>();
        succession.predecessors().stream().filter(unit -> !succession.goesOn(unit))
                .forEach(unit -> rosters.last(unit).filter(p -> p.compareTo(succession.from().code()) >= 0)
                        .ifPresent(p -> wrong.add(new Refusal.FieldError("from",
                                new Refusal.Text("lineage.reports-still", unit, p)))));
        succession.successors().stream().filter(unit -> !succession.goesOn(unit))
                .forEach(unit -> rosters.first(unit).filter(p -> p.compareTo(succession.from().code()) < 0)
                        .ifPresent(p -> wrong.add(new Refusal.FieldError("from",
                                new Refusal.Text("lineage.reported-before", unit, p)))));
        return wrong;
    }

    /** The names of its units, all of which lie in the actor's area. */
    private Map<String, String> names(Succession succession, Actor actor) {
        LineageRights.requireKeeper(actor);
        Set<String> codes = new LinkedHashSet<>(succession.predecessors());
        codes.addAll(succession.successors());
        Map<String, ReportingUnit> units = registry.units(codes).stream()
                .collect(Collectors.toMap(ReportingUnit::orgCode, unit -> unit));
        Map<String, String> names = new HashMap<>();
        for (String code : codes) {
            ReportingUnit unit = units.get(code);
            if (unit == null) {
                throw Refusal.field(succession.predecessors().contains(code) ? "predecessors" : "successors",
                        "lineage.unit-unknown", code.length() > 20 ? "…" : code);
            }
            LineageRights.requireOwn(unit, actor);
            names.put(code, unit.name());
        }
        return names;
    }

    private static String reason(String written) {
        String reason = optionalReason(written);
        if (reason.isEmpty()) {
            throw Refusal.field("reason", "lineage.reason-missing");
        }
        return reason;
    }

    /** A reason that may be left out, without blanks around it. */
    static String optionalReason(String written) {
        String reason = written == null ? "" : written.strip();
        if (reason.length() > LONGEST) {
            throw Refusal.field("reason", "lineage.text-long", LONGEST);
        }
        if (Texts.unprintable(reason)) {
            throw Refusal.field("reason", "lineage.text-characters");
        }
        return reason;
    }
}
