package org.zhibao.clock;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingDues;
import org.zhibao.filing.PeriodDays;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.Deadlines;
import org.zhibao.period.PeriodDeadlines;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;

/**
 * Re-dating (调整期限): after a change of the calendar, of a rule or of a date set by document, an administrator looks at
 * what it means for the open tasks of a period and confirms; then period and tasks move.
 */
@Service
@Transactional
public class Redatings {

    /**
     * An open period, and whether it is to be re-dated.
     *
     * @param plan    what a re-dating would do; null if the rules give no usable dates
     * @param refused why they give none; null if they do
     * @param running whether a re-dating of it is under way
     */
    public record OpenPeriod(ReportingPeriod period, RedatingPlan plan, Refusal refused, boolean running) {
    }

    /** How far a change has come: how many cases have which outcome. */
    public record Progress(DueChange change, Map<CaseOutcome, Long> counts) {

        /** How many cases have been looked at. */
        public long done() {
            return change.cases() - pending();
        }

        /** How many cases are still to be looked at. */
        public long pending() {
            return counts.getOrDefault(CaseOutcome.PENDING, 0L);
        }

        public long count(CaseOutcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        public boolean finished() {
            return change.state() == DueChange.State.DONE;
        }
    }

    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.AUDITOR);

    private final Periods periods;
    private final Deadlines deadlines;
    private final FilingDues dues;
    private final DueChanges changes;
    private final DueChangeCases cases;
    private final DueChangeRun run;
    private final DueChangeProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    Redatings(Periods periods, Deadlines deadlines, FilingDues dues, DueChanges changes, DueChangeCases cases,
              DueChangeRun run, DueChangeProcess process, AuditTrail audit, Clock clock) {
        this.periods = periods;
        this.deadlines = deadlines;
        this.dues = dues;
        this.changes = changes;
        this.cases = cases;
        this.run = run;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every open period with what a re-dating would do, the latest first. */
    @Transactional(readOnly = true)
    public List<OpenPeriod> openPeriods(Actor actor) {
        requireReader(actor);
        return periods.all().stream().filter(p -> p.state() == PeriodState.OPEN).map(this::openPeriod).toList();
    }

    /**
     * What a re-dating of an open period would do. Changes nothing.
     *
     * @throws Refusal if the period is not open, or the rules give no usable dates
     */
    @Transactional(readOnly = true)
    public RedatingPlan plan(String code, Actor actor) {
        requireReader(actor);
        ReportingPeriod period = periods.require(code);
        if (period.state() != PeriodState.OPEN) {
            throw Refusal.conflict("clock.redating.not-open", code,
                    new Refusal.Text("period.state." + period.state()));
        }
        return plan(period);
    }

    /**
     * Confirms a re-dating; goes on in the background.
     *
     * @param expected the days the administrator has seen in the preview; refused if the rules give others by now
     * @param reason   why, 4 to 500 characters
     * @return the change, whose progress can be asked for
     */
    public DueChange start(String code, DueChange.Days expected, String reason, Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("clock.redating.administrators-only");
        }
        String why = ClockTexts.reason(reason);
        RedatingPlan plan = plan(code, actor);
        if (changes.existsByRunningPeriod(code)) {
            throw Refusal.conflict("clock.redating.running", code);
        }
        if (!plan.after().equals(expected)) {
            throw Refusal.conflict("clock.redating.changed-meanwhile", code);
        }
        if (!plan.needed()) {
            throw Refusal.conflict("clock.redating.nothing", code);
        }
        DueChange change = save(DueChange.redating(code, plan.before(), plan.after(), why, actor, clock.instant()));
        audit.record(actor.who(), new AuditTrail.Deed("REDATE", "period/" + code, plan.before().toString(),
                plan.after().toString(), "change " + change.id() + ", " + plan.moves().size() + " open tasks: " + why));
        process.start(change.id(), code);
        return change;
    }

    private DueChange save(DueChange change) {
        try {
            return changes.saveAndFlush(change);
        } catch (DataIntegrityViolationException somebodyFaster) {
            throw Refusal.conflict("clock.redating.running", change.period());
        }
    }

    /** How far a re-dating has come. */
    @Transactional(readOnly = true)
    public Progress progress(long id, Actor actor) {
        requireReader(actor);
        DueChange change = changes.findById(id).filter(c -> c.kind() == DueChange.Kind.REDATING)
                .orElseThrow(() -> Refusal.notFound("clock.change.unknown", String.valueOf(id)));
        return new Progress(change, cases.counts(id));
    }

    /** A page of a re-dating's log; {@code outcome} null for all. */
    @Transactional(readOnly = true)
    public List<DueCase> log(long id, CaseOutcome outcome, long after, int limit, Actor actor) {
        progress(id, actor);
        return cases.page(id, outcome, after, limit);
    }

    /** Re-datings, the latest first. */
    @Transactional(readOnly = true)
    public List<DueChange> past(int limit, Actor actor) {
        requireReader(actor);
        return changes.before(DueChange.Kind.REDATING, Long.MAX_VALUE, Limit.of(limit));
    }

    /** How many re-datings there have been. */
    @Transactional(readOnly = true)
    public long total(Actor actor) {
        requireReader(actor);
        return changes.countByKind(DueChange.Kind.REDATING);
    }

    private OpenPeriod openPeriod(ReportingPeriod period) {
        boolean running = changes.existsByRunningPeriod(period.code());
        try {
            return new OpenPeriod(period, plan(period), null, running);
        } catch (Refusal refused) {
            return new OpenPeriod(period, null, refused, running);
        }
    }

    private RedatingPlan plan(ReportingPeriod period) {
        PeriodDeadlines rules = deadlines.of(period.quarter());
        DueChange.Days after = new DueChange.Days(rules.of(DeadlineStage.ENTERPRISE).day(),
                rules.of(DeadlineStage.CITY).day(), rules.of(DeadlineStage.PROVINCE).day());
        return RedatingPlan.of(period.code(), run.daysOf(period.code()), after, rules,
                dues.planned(period.code(), PeriodDays.of(rules)), clock.instant());
    }

    private static void requireReader(Actor actor) {
        if (!READERS.contains(actor.sight())) {
            throw Refusal.forbidden("clock.redating.administrators-only");
        }
    }
}
