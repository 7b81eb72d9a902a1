package org.zhibao.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;

/**
 * Review rules read and edited by people (W2, W8). The province's administrators write the province's rules, a city's
 * administrators write rules for the units of their city beside them; nothing a city writes takes from a rule of the
 * province. Every edit is a new version, counts from a period on and leaves one row in the audit trail.
 */
@Service
@Transactional(readOnly = true)
public class RuleAdministration {

    private static final int LONGEST_REASON = 400;
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_DEFINITION = 20_000;
    private static final int MOST_NUMBER = 999;
    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.AUDITOR, Role.SUPPORT, Role.PROVINCE, Role.CITY);

    private final RuleBook book;
    private final RuleStore store;
    private final IndicatorCatalogues catalogues;
    private final Periods periods;
    private final AuditTrail audit;
    private final Clock clock;
    RuleAdministration(RuleBook book, RuleStore store, IndicatorCatalogues catalogues, Periods periods, AuditTrail audit,
                       Clock clock) {
        this.book = book;
        this.store = store;
        this.catalogues = catalogues;
        this.periods = periods;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest version of every rule that the reader may see, retired ones too; the province's first. */
    public List<RuleVersion> rules(Actor actor) {
        requireReader(actor);
        return book.latest().stream().filter(v -> visible(v, actor)).toList();
    }

    /** The version of each rule that counts for the reports of a period, of the rules that the reader may see. */
    public List<RuleVersion> inForce(Quarter period, Actor actor) {
        requireReader(actor);
        return book.versions(period).stream().filter(v -> visible(v, actor)).toList();
    }

    /** All versions of a rule, the latest first. */
    public List<RuleVersion> history(String code, Actor actor) {
        requireReader(actor);
        List<RuleVersion> history = store.of(code).stream().filter(v -> visible(v, actor)).toList();
        if (history.isEmpty()) {
            throw Refusal.notFound("rule.unknown", code);
        }
        return history;
    }

    /** The first period a new version may count from: the one that is open, else the next. */
    public Quarter earliest() {
        Optional<ReportingPeriod> latest = periods.all().stream().filter(p -> p.state() != PeriodState.PLANNED).findFirst();
        return periods.current().or(() -> latest)
                .map(p -> p.state() == PeriodState.CLOSED ? p.quarter().next() : p.quarter())
                .orElseGet(() -> Quarter.containing(LocalDate.now(clock)).previous());
    }

    /** What the caller's own rule beside this one is called; the code itself if the caller may edit it. */
    public String ownCode(String code, Actor actor) {
        return RuleCode.in(actor.area(), RuleCode.base(code));
    }

    /** Whether the caller may write new versions of the rule. */
    public boolean mayEdit(String code, Actor actor) {
        return actor.role() == Role.ADMIN && actor.area().endsWith("00")
                && code.equals(RuleCode.in(actor.area(), RuleCode.base(code)));
    }

    /** Refuses everybody but the administrators of province and cities. */
    public void requireWriter(Actor actor) {
        requireAdministrator(actor);
        if (!actor.area().endsWith("00")) {
            throw Refusal.forbidden("rule.administrators-only");
        }
    }

    /** The name a new rule of the caller's area gets unless it chooses another: the first number that is free. */
    public String freeCode(Actor actor) {
        requireAdministrator(actor);
        Set<String> taken = book.latest().stream().map(RuleVersion::base).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, MOST_NUMBER).mapToObj("R%02d"::formatted)
                .filter(name -> taken.stream().noneMatch(code -> code.replaceAll("[a-z]$", "").equals(name)))
                .findFirst().map(name -> RuleCode.in(actor.area(), name)).orElse("");
    }

    /** Everything wrong with a rule; empty if it can be used. */
    public List<Refusal.FieldError> problems(RuleText text, Actor actor) {
        requireAdministrator(actor);
        return examiner(catalogues.latest(actor.area())).problems("R99", text);
    }

    /**
     * Stores a new version of a rule, or the first one of a new rule.
     *
     * @param code        the rule; a new one of the province {@code R53}, a city's with its area before it
     * @param from        the first period it counts for
     * @param baseVersion the version it was made from; 0 for a new rule
     * @throws Refusal 403 outside the caller's area; 409 if somebody stored a version in between; 422 naming what is wrong
     *                 with the rule, the period or the reason
     */
    @Transactional
    public RuleVersion save(String code, RuleText text, Quarter from, String reason, int baseVersion, Actor actor) {
        requireMayEdit(code, actor);
        // before the rule is examined: nobody retires an indicator that it reads until it is stored
        store.lock();
        List<Refusal.FieldError> errors = terms(from, reason);
        errors.addAll(examiner(catalogues.lasting(from, actor.area())).problems(code, text));
        if (errors.isEmpty() && store.written(text).length() > LONGEST_DEFINITION) {
            errors.add(new Refusal.FieldError("each", new Refusal.Text("rule.bad.too-long", LONGEST_DEFINITION)));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        List<RuleVersion> there = requireBase(code, baseVersion);
        if (!there.isEmpty() && !there.get(0).retired() && there.get(0).text().equals(text)
                && there.get(0).effectiveFrom().equals(from)) {
            throw Refusal.conflict("rule.no-change", code);
        }
        return add(code, there, false, from, text, reason, actor, there.isEmpty() ? "RULE_NEW" : "RULE_EDIT");
    }

    /** Ends a rule from a period on; reports of earlier periods are still held against it. */
    @Transactional
    public RuleVersion retire(String code, Quarter from, String reason, int baseVersion, Actor actor) {
        requireMayEdit(code, actor);
        List<Refusal.FieldError> errors = terms(from, reason);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        List<RuleVersion> there = requireBase(code, baseVersion);
        if (there.isEmpty()) {
            throw Refusal.notFound("rule.unknown", code);
        }
        if (there.get(0).retired()) {
            throw Refusal.conflict("rule.retired-already", code);
        }
        return add(code, there, true, from, there.get(0).text(), reason, actor, "RULE_RETIRE");
    }

    private RuleVersion add(String code, List<RuleVersion> there, boolean retired, Quarter from, RuleText text,
                            String reason, Actor actor, String action) {
        RuleVersion added = store.add(code, there.isEmpty() ? 1 : there.get(0).version() + 1, actor.area(), retired, from,
                text, actor.who(), reason.strip(), clock.instant(), 0);
        audit.record(actor.who(), new AuditTrail.Deed(action, "rule/" + code,
                there.isEmpty() ? "" : store.written(there.get(0).text()), store.written(text),
                "version " + added.version() + " from " + from + ": " + reason.strip()));
        return added;
    }

    private List<RuleVersion> requireBase(String code, int baseVersion) {
        store.lock();
        List<RuleVersion> there = store.of(code);
        int latest = there.isEmpty() ? 0 : there.get(0).version();
        if (latest != baseVersion) {
            throw there.isEmpty() ? Refusal.notFound("rule.unknown", code)
                    : Refusal.conflict(baseVersion == 0 ? "rule.exists" : "rule.changed-meanwhile", code,
                    String.valueOf(latest), there.get(0).authorName(), there.get(0).reason())
                    .with("latestVersion", latest);
        }
        return there;
    }

    private List<Refusal.FieldError> terms(Quarter from, String reason) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        if (from.compareTo(earliest()) < 0) {
            errors.add(new Refusal.FieldError("effectiveFrom", new Refusal.Text("rule.bad.past", from.code(),
                    earliest().code())));
        }
        if (!Texts.isLine(reason, SHORTEST_REASON, LONGEST_REASON)) {
            errors.add(new Refusal.FieldError("reason",
                    new Refusal.Text("rule.bad.reason", SHORTEST_REASON, LONGEST_REASON)));
        }
        return errors;
    }

    private static RuleExaminer examiner(IndicatorCatalogue catalogue) {
        return new RuleExaminer(catalogue, new RuleProbe(catalogue));
    }

    private void requireMayEdit(String code, Actor actor) {
        requireAdministrator(actor);
        if (!RuleCode.isValid(code)) {
            throw Refusal.field("code", "rule.bad.code", code == null ? "" : code.substring(0, Math.min(30, code.length())));
        }
        if (!mayEdit(code, actor)) {
            throw Refusal.forbidden("rule.not-your-area", code, ownCode(code, actor));
        }
    }

    private static boolean visible(RuleVersion version, Actor actor) {
        return version.provincial() || actor.area().equals(RuleCode.PROVINCE) || version.area().equals(actor.area());
    }

    private static void requireReader(Actor actor) {
        if (!READERS.contains(actor.role())) {
            throw Refusal.forbidden("rule.readers-only");
        }
    }

    private static void requireAdministrator(Actor actor) {
        if (actor.role() != Role.ADMIN) {
            throw Refusal.forbidden("rule.administrators-only");
        }
    }
}
