package org.zhibao.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.refusal.Texts;

/**
 * Indicators added by people (W2, W8, W9, W14). The province's administrators add indicators for all units, a city's for
 * the units of their city. Every edit is a new version, counts from a period whose forms nobody has opened yet, and
 * leaves one row in the audit trail.
 */
@Service
@Transactional(readOnly = true)
public class IndicatorAdministration {

    /**
     * A definition with its terms.
     *
     * @param code        the indicator; {@code P001} of the province, {@code C4301_01} of a city
     * @param from        the first period it counts for; null if none was given
     * @param reason      why
     * @param baseVersion the version it was made from; 0 for a new indicator
     */
    public record Change(String code, AddedIndicator definition, Quarter from, String reason, int baseVersion) {
    }

    private static final int LONGEST_REASON = 400;
    private static final int SHORTEST_REASON = 4;
    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.AUDITOR, Role.SUPPORT, Role.PROVINCE, Role.CITY);

    private final IndicatorCatalogues catalogues;
    private final IndicatorCatalogue shipped;
    private final IndicatorStore store;
    private final IndicatorReaders readers;
    private final Periods periods;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorAdministration(IndicatorCatalogues catalogues, IndicatorCatalogue shipped, IndicatorStore store,
                            IndicatorReaders readers, Periods periods, AuditTrail audit, Clock clock) {
        this.catalogues = catalogues;
        this.shipped = shipped;
        this.store = store;
        this.readers = readers;
        this.periods = periods;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Every added indicator that the reader may see, retired ones too, the province's first: its versions, the latest
     * first.
     */
    public List<List<IndicatorVersion>> indicators(Actor actor) {
        requireReader(actor);
        return catalogues.histories().stream().filter(h -> visible(h.get(0), actor)).toList();
    }

    /** All versions of an indicator, the latest first. */
    public List<IndicatorVersion> history(String code, Actor actor) {
        requireReader(actor);
        List<IndicatorVersion> history = store.of(code).stream().filter(v -> visible(v, actor)).toList();
        if (history.isEmpty()) {
            throw Refusal.notFound("indicator.unknown", shortened(code));
        }
        return history;
    }

    /** The first period a new version may count from: the one after the latest whose forms were opened. */
    public Quarter earliest() {
        return periods.all().stream().filter(p -> !p.state().beforeOpening()).map(ReportingPeriod::quarter)
                .max(Quarter::compareTo).map(Quarter::next)
                .orElseGet(() -> Quarter.containing(LocalDate.now(clock)).previous());
    }

    /** Whether the caller adds indicators at all: an administrator of the province or of a city. */
    public boolean mayAdd(Actor actor) {
        return actor.role() == Role.ADMIN
                && (actor.area().equals(IndicatorCode.PROVINCE) || IndicatorCode.isCity(actor.area()));
    }

    /** Whether the caller may write new versions of the indicator. */
    public boolean mayEdit(String code, Actor actor) {
        return mayAdd(actor) && IndicatorCode.in(actor.area(), code);
    }

    /** A code of the caller's area that nothing is called yet. */
    public String freeCode(Actor actor) {
        requireAdministrator(actor);
        return IndicatorCode.free(actor.area(), catalogues.latest().stream().map(IndicatorVersion::code).toList())
                .orElse("");
    }

    /** Everything wrong with a change; empty if it can be stored. */
    public List<FieldError> problems(Change change, Actor actor) {
        requireMayEdit(change.code(), actor);
        List<IndicatorVersion> there = store.of(change.code());
        List<FieldError> errors = new ArrayList<>();
        if (change.baseVersion() == 0 && !there.isEmpty()) {
            errors.add(new FieldError("code", new Refusal.Text("indicator.bad.code-used", change.code(),
                    there.get(0).definition().zh())));
        }
        errors.addAll(new IndicatorExaminer(shipped, others(change.code(), actor.area())).problems(change.definition()));
        there.stream().filter(v -> !v.retired() && v.effectiveFrom().compareTo(earliest()) < 0).findFirst()
                .ifPresent(v -> errors.addAll(IndicatorExaminer.changed(v.definition(), change.definition())));
        errors.addAll(terms(change.from(), change.reason()));
        return errors;
    }

    /**
     * Stores a new version of an indicator, or the first one of a new indicator.
     *
     * @throws Refusal 403 outside the caller's area; 409 if somebody stored a version in between; 422 naming every field
     *                 that is wrong
     */
    @Transactional
    public IndicatorVersion save(Change change, Actor actor) {
        requireMayEdit(change.code(), actor);
        store.lock();
        List<FieldError> errors = problems(change, actor);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        List<IndicatorVersion> there = requireBase(change.code(), change.baseVersion());
        if (!there.isEmpty() && !there.get(0).retired() && there.get(0).definition().equals(change.definition())
                && there.get(0).effectiveFrom().equals(change.from())) {
            throw Refusal.conflict("indicator.no-change", change.code());
        }
        return add(there, change, false, actor, there.isEmpty() ? "INDICATOR_NEW" : "INDICATOR_EDIT");
    }

    /**
     * Ends an indicator from a period on; reports of earlier periods keep it.
     *
     * @throws Refusal likewise; 422 naming the rules that still read it
     */
    @Transactional
    public IndicatorVersion retire(String code, Quarter from, String reason, int baseVersion, Actor actor) {
        requireMayEdit(code, actor);
        store.lock();
        List<IndicatorVersion> there = requireBase(code, baseVersion);
        if (there.isEmpty()) {
            throw Refusal.notFound("indicator.unknown", code);
        }
        if (there.get(0).retired()) {
            throw Refusal.conflict("indicator.retired-already", code);
        }
        List<FieldError> errors = terms(from, reason);
        List<String> rules = from == null ? List.of() : readers.rulesReading(code, from);
        if (!rules.isEmpty()) {
            errors.add(new FieldError("effectiveFrom",
                    new Refusal.Text("indicator.bad.read-by-rule", from.code(), String.join(", ", rules))));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return add(there, new Change(code, there.get(0).definition(), from, reason, baseVersion), true, actor,
                "INDICATOR_RETIRE");
    }

    private IndicatorVersion add(List<IndicatorVersion> there, Change change, boolean retired, Actor actor,
                                 String action) {
        IndicatorVersion added = store.add(change.code(), there.isEmpty() ? 1 : there.get(0).version() + 1, actor.area(),
                retired, change.from(), change.definition(), actor.who(), change.reason().strip(), clock.instant());
        audit.record(actor.who(), new AuditTrail.Deed(action, "indicator/" + change.code(),
                there.isEmpty() ? "" : store.written(there.get(0).definition()), store.written(change.definition()),
                "version " + added.version() + " from " + change.from() + ": " + added.reason()));
        return added;
    }

    private List<IndicatorVersion> requireBase(String code, int baseVersion) {
        List<IndicatorVersion> there = store.of(code);
        int latest = there.isEmpty() ? 0 : there.get(0).version();
        if (latest != baseVersion) {
            throw Refusal.conflict("indicator.changed-meanwhile", code, String.valueOf(latest));
        }
        return there;
    }

    /** A form holds the province's indicators and one city's; the province's stand beside those of every city. */
    private List<AddedIndicator> others(String code, String area) {
        return catalogues.latest().stream().filter(v -> !v.retired() && !v.code().equals(code))
                .filter(v -> area.equals(IndicatorCode.PROVINCE) || v.provincial() || v.area().equals(area))
                .map(IndicatorVersion::definition).toList();
    }

    private List<FieldError> terms(Quarter from, String reason) {
        List<FieldError> errors = new ArrayList<>();
        Quarter earliest = earliest();
        if (from == null) {
            errors.add(new FieldError("effectiveFrom", new Refusal.Text("indicator.bad.period", earliest.code())));
        } else if (from.compareTo(earliest) < 0) {
            errors.add(new FieldError("effectiveFrom",
                    new Refusal.Text("indicator.bad.past", from.code(), earliest.code())));
        }
        if (!Texts.isLine(reason, SHORTEST_REASON, LONGEST_REASON)) {
            errors.add(new FieldError("reason",
                    new Refusal.Text("indicator.bad.reason", SHORTEST_REASON, LONGEST_REASON)));
        }
        return errors;
    }

    private void requireMayEdit(String code, Actor actor) {
        requireAdministrator(actor);
        if (!IndicatorCode.isValid(code)) {
            throw Refusal.field("code", "indicator.bad.code", shortened(code));
        }
        if (!mayEdit(code, actor)) {
            throw Refusal.forbidden("indicator.not-your-area", code);
        }
    }

    private static boolean visible(IndicatorVersion version, Actor actor) {
        return version.provincial() || actor.area().equals(IndicatorCode.PROVINCE) || version.area().equals(actor.area());
    }

    private static void requireReader(Actor actor) {
        if (!READERS.contains(actor.role())) {
            throw Refusal.forbidden("indicator.readers-only");
        }
    }

    private void requireAdministrator(Actor actor) {
        if (!mayAdd(actor)) {
            throw Refusal.forbidden("indicator.administrators-only");
        }
    }

    private static String shortened(String code) {
        return Optional.ofNullable(code).map(c -> c.substring(0, Math.min(20, c.length()))).orElse("");
    }
}
