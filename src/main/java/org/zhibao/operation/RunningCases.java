package org.zhibao.operation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.clock.ClockTexts;
import org.zhibao.refusal.Refusal;

/**
 * Running cases that follow their process to another version (迁移): where they stand, what would become of them, and the
 * move itself. Administrators of the platform move, auditors look.
 */
@Service
@Transactional
public class RunningCases {

    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.AUDITOR);
    private static final int MOST_STEPS = 60;
    /** As an id can be, and as a run can be written down. */
    private static final Pattern STEP = Pattern.compile("[^\\s=\\p{Cntrl}]{0,255}");
    private static final Pattern KEY = Pattern.compile("[^\\s\\p{Cntrl}]{1,64}");

    /**
     * How far a run has come: how many cases have which outcome.
     *
     * @param steps    what people call the steps of the old versions, by their ids
     * @param newSteps the same of the new version
     */
    public record Progress(CaseMove move, Map<MoveOutcome, Long> counts, List<StayingCases> staying,
                           Map<String, String> steps, Map<String, String> newSteps) {

        /** How many cases have been done. */
        public long done() {
            return move.cases() - count(MoveOutcome.PENDING);
        }

        public long count(MoveOutcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        /** The steps for which another was chosen, in the order of their ids. */
        public Map<String, String> mapped() {
            Map<String, String> mapped = new TreeMap<>(move.order().steps());
            mapped.values().removeIf(String::isEmpty);
            return mapped;
        }
    }

    private final CaseEngine engine;
    private final CaseMoves moves;
    private final CaseMoveCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    RunningCases(CaseEngine engine, CaseMoves moves, CaseMoveCases cases, AuditTrail audit, Clock clock) {
        this.engine = engine;
        this.moves = moves;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every process with its versions and where its cases stand. */
    @Transactional(readOnly = true)
    public List<CaseProcess> processes(Actor actor) {
        requireReader(actor);
        return engine.processes();
    }

    /** One process. */
    @Transactional(readOnly = true)
    public CaseProcess process(String key, Actor actor) {
        requireReader(actor);
        return Optional.of(key).filter(k -> KEY.matcher(k).matches()).flatMap(engine::process)
                .orElseThrow(() -> Refusal.notFound("operation.process.unknown", shown(key)));
    }

    /** What becomes of each step; changes nothing. Refuses versions that do not exist or are the same. */
    @Transactional(readOnly = true)
    public MovePlan plan(MoveOrder order, Actor actor) {
        requireVersions(order, process(order.process(), actor));
        return engine.plan(order);
    }

    /** Looks at every case in the background: which would move, which would stay and why. Changes none. */
    public CaseMove check(MoveOrder order, Actor actor) {
        requireAdministrator(actor);
        MovePlan plan = requirePossible(order, actor);
        CaseMove run = start(CaseMove.Kind.CHECK, plan.order(), null, actor);
        audit.record(actor.who(), "CHECK_CASES", "process/" + order.process(), "run " + run.id() + ", " + told(order));
        return run;
    }

    /**
     * Moves the cases in the background.
     *
     * @param reason why, 4 to 500 characters
     * @throws Refusal if a run of the process goes on, or there is nothing to move
     */
    public CaseMove move(MoveOrder order, String reason, Actor actor) {
        requireAdministrator(actor);
        String why = ClockTexts.reason(reason);
        MovePlan plan = requirePossible(order, actor);
        CaseMove run = start(CaseMove.Kind.MOVE, plan.order(), why, actor);
        audit.record(actor.who(), "MOVE_CASES", "process/" + order.process(), "run " + run.id() + ", " + told(order)
                + ": " + why);
        return run;
    }

    /** Moves what a run was about, as far as it is still on the old versions: after a dry run, or to try again. */
    public CaseMove moveAgain(long runId, String reason, Actor actor) {
        requireAdministrator(actor);
        return move(moves.require(runId).order(), reason, actor);
    }

    private MovePlan requirePossible(MoveOrder order, Actor actor) {
        MovePlan plan = plan(order, actor);
        plan.steps().stream().filter(s -> s.way() == MovePlan.Way.CHOSEN && s.target() == null).findFirst()
                .ifPresent(s -> {
                    throw Refusal.field("step." + s.activity(), "operation.move.step", s.name(), new Refusal.Text(
                            "operation.problem." + (s.problem() == null ? MoveProblem.NO_STEP : s.problem())));
                });
        boolean any = process(order.process(), actor).versions().stream()
                .anyMatch(v -> order.from().contains(v.version()) && v.open() > 0);
        if (!any) {
            throw Refusal.conflict("operation.move.nothing");
        }
        return plan;
    }

    private CaseMove start(CaseMove.Kind kind, MoveOrder order, String reason, Actor actor) {
        requireNoneRunning(order.process());
        try {
            long id = moves.add(kind, order, reason, actor, clock.instant());
            engine.start(id, order.process());
            return moves.require(id);
        } catch (DuplicateKeyException somebodyFaster) {
            throw Refusal.conflict("operation.move.running.other");
        }
    }

    private void requireNoneRunning(String process) {
        Optional<CaseMove> running = moves.running(process);
        if (running.isPresent()) {
            throw Refusal.conflict("operation.move.running", running.get().byName(),
                    String.valueOf(running.get().id()));
        }
    }

    private static void requireVersions(MoveOrder order, CaseProcess process) {
        requireSound(order);
        List<Integer> known = process.versions().stream().map(CaseVersion::version).toList();
        if (!known.contains(order.to())) {
            throw Refusal.field("to", "operation.move.version", String.valueOf(order.to()));
        }
        order.from().stream().filter(v -> !known.contains(v) || v == order.to()).findFirst().ifPresent(v -> {
            throw Refusal.field("from", v == order.to() ? "operation.move.same" : "operation.move.version",
                    String.valueOf(v));
        });
    }

    /** Whatever the versions are: an order that a run can be made of. */
    private static void requireSound(MoveOrder order) {
        if (order.from().isEmpty() || order.from().size() > MoveOrder.MOST_VERSIONS) {
            throw Refusal.field("from", order.from().isEmpty() ? "operation.move.from" : "operation.move.versions",
                    MoveOrder.MOST_VERSIONS);
        }
        if (order.steps().size() > MOST_STEPS || CaseMoves.written(order.steps()).length() > 4000) {
            throw Refusal.field("steps", "operation.move.steps", MOST_STEPS);
        }
        order.steps().forEach((step, target) -> {
            if (step.isEmpty() || !STEP.matcher(step).matches() || !STEP.matcher(target).matches()) {
                throw Refusal.field("step." + step, "operation.move.step", step,
                        new Refusal.Text("operation.problem." + MoveProblem.NO_STEP));
            }
        });
    }

    /** The run of a process that goes on, if one does. */
    @Transactional(readOnly = true)
    public Optional<CaseMove> running(String process, Actor actor) {
        requireReader(actor);
        return moves.running(process);
    }

    /** How far a run has come. */
    @Transactional(readOnly = true)
    public Progress progress(long id, Actor actor) {
        requireReader(actor);
        CaseMove move = moves.require(id);
        MoveOrder order = move.order();
        return new Progress(move, cases.counts(id), cases.staying(id), engine.stepNames(order.process(), order.from()),
                engine.stepNames(order.process(), List.of(order.to())));
    }

    /** A page of a run's log; {@code outcome} null for all. */
    @Transactional(readOnly = true)
    public List<MovedCase> log(long id, MoveOutcome outcome, long after, int limit, Actor actor) {
        requireReader(actor);
        return cases.page(id, outcome, after, limit);
    }

    /** The runs of a process, the latest first. */
    @Transactional(readOnly = true)
    public List<CaseMove> past(String process, int limit, Actor actor) {
        requireReader(actor);
        return moves.past(process, limit);
    }

    /** How many runs of a process there have been. */
    @Transactional(readOnly = true)
    public long total(String process, Actor actor) {
        requireReader(actor);
        return moves.count(process);
    }

    private static String told(MoveOrder order) {
        return "versions " + order.from() + " -> " + order.to() + (order.steps().isEmpty() ? "" : ", "
                + CaseMoves.written(order.steps()).replace("\n", ", "));
    }

    /** What somebody sent as a key or an id, unless it is too long to be one. */
    static String shown(String key) {
        return key.length() > 64 ? "…" : key;
    }

    static void requireReader(Actor actor) {
        if (!READERS.contains(actor.sight())) {
            throw Refusal.forbidden("operation.administrators-only");
        }
    }

    static void requireAdministrator(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("operation.administrators-only");
        }
    }
}
