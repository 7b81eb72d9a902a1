package org.zhibao.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.Stage;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;

/**
 * Urging (催报) by county, city and province, each within its own area (W24, W32): of enterprises that have something to
 * fill in, and by the province also of a city's reviewers. How often is bounded by the rules of the area.
 */
@Service
@Transactional
public class Urgings {

    public static final int LONGEST_SENTENCE = 200;

    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_TEXT = 60;
    private static final Set<Role> LEVELS = EnumSet.of(Role.COUNTY, Role.CITY, Role.PROVINCE);
    private static final List<Stage> ENTERPRISE = List.of(Stage.FILL_IN, Stage.RECTIFY);
    private static final List<Stage> CITY = List.of(Stage.CITY_REVIEW, Stage.CITY_FEEDBACK);

    private final UrgingStore store;
    private final ReminderSettings settings;
    private final NoticeWriter writer;
    private final NoticeTurn turn;
    private final NoticeProcess process;
    private final FilingDesk desk;
    private final Accounts accounts;
    private final Registry registry;
    private final AuditTrail audit;
    private final Clock clock;

    Urgings(UrgingStore store, ReminderSettings settings, NoticeWriter writer, NoticeTurn turn, NoticeProcess process,
            FilingDesk desk, Accounts accounts, Registry registry, AuditTrail audit, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.writer = writer;
        this.turn = turn;
        this.process = process;
        this.desk = desk;
        this.accounts = accounts;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a role may urge at all. */
    public static boolean mayUrge(Role role) {
        return LEVELS.contains(role);
    }

    /** What urging the scope would do now. Refused with 403 outside the actor's area. */
    @Transactional(readOnly = true)
    public UrgingPreview preview(UrgingScope scope, Actor actor) {
        require(scope, actor);
        Instant now = clock.instant();
        ReminderSettings.InForce rules = settings.inForce();
        Map<String, UrgingStore.Urged> cities = store.urgedCities(0, now);
        Set<String> urgedCities = new HashSet<>();
        long units = 0;
        long cityReports = 0;
        long capped = 0;
        long nothing = 0;
        for (UrgingStore.Group group : store.groups(scope, actor, now)) {
            if (!stages(actor.role()).contains(group.stage())) {
                nothing += group.filings();
            } else if (enough(group.stage(), group.city(), group.urged(), cities, rules)) {
                capped += group.filings();
            } else if (ENTERPRISE.contains(group.stage())) {
                units += group.filings();
            } else {
                cityReports += group.filings();
                urgedCities.add(group.city());
            }
        }
        return new UrgingPreview(units, cityReports, urgedCities.size(), capped, nothing);
    }

    /**
     * Begins to urge; goes on in the background.
     *
     * @param sentence   added by the person, at most {@value #LONGEST_SENTENCE} characters; may be empty
     * @param requestKey made up by the caller for this one urging: a retry with it finds the same urging
     * @return the urging's id
     */
    public long start(UrgingScope scope, String sentence, String requestKey, Actor actor) {
        require(scope, actor);
        String added = sentence(sentence);
        if (requestKey == null || requestKey.isBlank() || requestKey.length() > LONGEST_KEY) {
            throw Refusal.field("key", "submission.key", LONGEST_KEY);
        }
        turn.take();
        Optional<Long> earlier = store.withKey(requestKey);
        if (earlier.isPresent()) {
            require(earlier.get(), actor);
            return earlier.get();
        }
        UrgingPreview preview = preview(scope, actor);
        if (!preview.anybody()) {
            throw Refusal.conflict("urging.nobody", preview.capped(), preview.nothingToDo());
        }
        long id = store.add(scope, added, requestKey, preview, actor, clock.instant());
        audit.record(actor.who(), "URGE", "urging/" + id, "units " + preview.units() + ", city reports "
                + preview.cityReports() + ", left out " + preview.leftOut() + ", " + scope
                + (added.isEmpty() ? "" : ": " + added));
        process.urge(id);
        return id;
    }

    /**
     * Urges the next filings, in one transaction. Whether somebody is urged is decided now: a report may have been
     * submitted since, or its unit been urged by somebody else.
     *
     * @param after the id up to which filings are done; 0 at the beginning
     * @return the id up to which they are done now; empty if there are no more
     */
    public OptionalLong urgeNext(long urgingId, long after, int limit) {
        Urging urging = find(urgingId);
        turn.take();
        Instant now = clock.instant();
        List<UrgingStore.Candidate> candidates = store.next(urging.scope(), urging.actor(), stages(urging.level()),
                after, limit, now);
        if (candidates.isEmpty()) {
            return OptionalLong.empty();
        }
        Map<String, List<Actor>> units = accountsOf(candidates);
        Map<String, UrgingStore.Urged> cities = store.urgedCities(urgingId, now);
        ReminderSettings.InForce rules = settings.inForce();
        Map<FilingRow, UrgingOutcome> outcomes = new LinkedHashMap<>();
        List<NoticeDraft> drafts = new ArrayList<>();
        for (UrgingStore.Candidate candidate : candidates) {
            FilingRow filing = candidate.filing();
            List<Actor> told = units.getOrDefault(filing.orgCode(), List.of());
            boolean enterprise = ENTERPRISE.contains(filing.stage());
            if (enough(filing.stage(), filing.cityCode(), candidate.urged(), cities, rules)) {
                outcomes.put(filing, UrgingOutcome.CAPPED);
            } else if (enterprise && told.isEmpty()) {
                outcomes.put(filing, UrgingOutcome.NO_ACCOUNT);
            } else {
                outcomes.put(filing, UrgingOutcome.URGED);
                if (enterprise) {
                    told.forEach(actor -> drafts.add(draft(urging, filing, actor)));
                }
            }
        }
        store.addTargets(urging, outcomes, now);
        writer.write(drafts);
        return OptionalLong.of(candidates.get(candidates.size() - 1).filing().id());
    }

    /** Tells the reviewers of the cities met, each once for all its reports, and ends the urging. */
    public void finish(long urgingId) {
        Urging urging = find(urgingId);
        Map<String, long[]> reports = store.cityReports(urgingId);
        List<NoticeDraft> drafts = new ArrayList<>();
        accounts.withRole(Role.CITY).stream().filter(actor -> reports.containsKey(actor.area())).forEach(actor -> {
            long[] counts = reports.get(actor.area());
            drafts.add(new NoticeDraft("urging/" + urgingId, NoticeKind.URGED_CITY, actor,
                    List.of(registry.region(actor.area()).name(), String.valueOf(counts[0]), String.valueOf(counts[1]),
                            urging.byName()), urging.sentence(), "/", null, urgingId));
        });
        writer.write(drafts);
        store.finish(urgingId, clock.instant());
    }

    private static NoticeDraft draft(Urging urging, FilingRow filing, Actor recipient) {
        NoticeKind kind = filing.stage() == Stage.FILL_IN ? NoticeKind.URGED_FILL_IN : NoticeKind.URGED_RECTIFY;
        List<String> arguments = new ArrayList<>(filing.arguments(0));
        arguments.add(urging.byName());
        return new NoticeDraft("urging/" + urging.id() + "/" + filing.id(), kind, recipient, arguments,
                urging.sentence(), filing.link(), filing.id(), urging.id());
    }

    private Map<String, List<Actor>> accountsOf(List<UrgingStore.Candidate> candidates) {
        Map<String, List<Actor>> units = new HashMap<>();
        accounts.ofUnits(candidates.stream().map(c -> c.filing().orgCode()).distinct().toList())
                .forEach(actor -> units.computeIfAbsent(actor.orgCode(), code -> new ArrayList<>()).add(actor));
        return units;
    }

    private static boolean enough(Stage stage, String city, UrgingStore.Urged unit,
                                  Map<String, UrgingStore.Urged> cities, ReminderSettings.InForce rules) {
        return ENTERPRISE.contains(stage) ? unit.enough(rules.ofArea(city))
                : cities.getOrDefault(city, UrgingStore.Urged.NEVER).enough(rules.ofArea(ReminderSettings.PROVINCE));
    }

    private static List<Stage> stages(Role level) {
        List<Stage> stages = new ArrayList<>(ENTERPRISE);
        if (level == Role.PROVINCE) {
            stages.addAll(CITY);
        }
        return stages;
    }

    private Urging find(long id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("urging.unknown", String.valueOf(id)));
    }

    private void require(long urgingId, Actor actor) {
        if (!find(urgingId).byUser().equals(actor.userId())) {
            throw Refusal.conflict("urging.key-used");
        }
    }

    private void require(UrgingScope scope, Actor actor) {
        if (!mayUrge(actor.role())) {
            throw Refusal.forbidden("urging.not-your-role");
        }
        if (scope.filingId() != null) {
            desk.filing(scope.filingId(), actor);
        }
        if (scope.area() != null && outside(scope.area(), actor)) {
            throw Refusal.forbidden("urging.other-area");
        }
        if (scope.text() != null && scope.text().length() > LONGEST_TEXT) {
            throw Refusal.field("text", "urging.text-too-long", LONGEST_TEXT);
        }
    }

    private static boolean outside(String area, Actor actor) {
        return switch (actor.role()) {
            case COUNTY -> !area.equals(actor.area());
            case CITY -> area.length() < 4 || !area.startsWith(actor.area().substring(0, 4));
            default -> false;
        };
    }

    private static String sentence(String sentence) {
        String stripped = sentence == null ? "" : sentence.strip();
        if (stripped.length() > LONGEST_SENTENCE) {
            throw Refusal.field("sentence", "urging.sentence-too-long", LONGEST_SENTENCE, stripped.length());
        }
        if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            throw Refusal.field("sentence", "urging.sentence-unprintable");
        }
        return stripped;
    }
}
