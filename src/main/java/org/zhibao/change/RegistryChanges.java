package org.zhibao.change;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.refusal.Refusal;
import org.zhibao.suspension.EvidenceFile;
import org.zhibao.suspension.Reasons;

/**
 * What people do about changes of the registry (名录变更, W30): a county proposes one with reason and evidence, its city
 * confirms it, by which it is applied, or refuses it; what the city proposes itself it has confirmed. Each act moves the
 * process, is noted in the history, leaves one audit row and is told by {@link ChangeMoved}, in one transaction.
 */
@Service
@Transactional
public class RegistryChanges {

    /** Working days in which the city decides. */
    public static final int DAYS_TO_DECIDE = 5;

    private final ChangeRecords records;
    private final ChangeHolds holds;
    private final ChangeFiles files;
    private final ChangeLetters letters;
    private final ChangeRights rights;
    private final ProposalCheck check;
    private final ChangeProcess process;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RegistryChanges(ChangeRecords records, ChangeHolds holds, ChangeFiles files, ChangeLetters letters,
                    ChangeRights rights, ProposalCheck check, ChangeProcess process, WorkingCalendar calendar,
                    AuditTrail audit, Clock clock, ApplicationEventPublisher events) {
        this.records = records;
        this.holds = holds;
        this.files = files;
        this.letters = letters;
        this.rights = rights;
        this.check = check;
        this.process = process;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Proposes a change; gives its id. What the city proposes is applied at once.
     *
     * @param evidence at most {@value EvidenceFile#MOST_FILES} files
     */
    public long propose(Proposal proposal, List<EvidenceFile> evidence, Actor actor) {
        ChangeRights.requireProposer(actor);
        ChangeFacts facts = check.require(proposal, actor);
        RegistryChange change = records.save(new RegistryChange(facts, actor, clock.instant()));
        holds.take(change.id(), facts);
        files.add(change.id(), evidence, actor);
        change.startedAs(process.start(change.id(), facts.cityCode(), due()));
        note(change, actor, ChangeAct.PROPOSE, "", facts.kind() + " " + facts.from() + ": " + facts.reason());
        if (actor.role() == Role.CITY) {
            settle(change, true, "", actor);
        }
        return change.id();
    }

    /** Adds evidence as long as the city has not decided. */
    public void attach(long id, List<EvidenceFile> evidence, Actor actor) {
        RegistryChange change = proposersOwn(id, actor);
        if (evidence.isEmpty()) {
            throw Refusal.field("files", "suspension.files-none");
        }
        files.add(id, evidence, actor);
        note(change, actor, ChangeAct.ATTACH, "", "files " + evidence.size());
    }

    /**
     * The city decides.
     *
     * @param confirmed whether it is to be
     * @param reason    why not; may be empty if it is
     */
    public void decide(long id, boolean confirmed, String reason, Actor actor) {
        if (actor.role() != Role.CITY) {
            throw Refusal.forbidden("change.city-only");
        }
        RegistryChange change = lock(id, actor);
        requireUndecided(change);
        String why = Reasons.optional("reason", reason);
        if (!confirmed && why.isEmpty()) {
            throw Refusal.field("reason", "change.reason-missing");
        }
        if (confirmed) {
            check.again(change.facts());
        }
        settle(change, confirmed, why, actor);
    }

    /** Whoever proposed it takes it back as long as the city has not decided. */
    public void withdraw(long id, String reason, Actor actor) {
        RegistryChange change = proposersOwn(id, actor);
        String why = Reasons.optional("reason", reason);
        process.withdraw(change.processInstanceId(), actor);
        note(change, actor, ChangeAct.WITHDRAW, why, why);
    }

    private void settle(RegistryChange change, boolean confirmed, String why, Actor actor) {
        change.decided(actor, clock.instant());
        if (confirmed) {
            process.confirm(change.taskId(), actor);
        } else {
            process.refuse(change.taskId(), actor);
        }
        note(change, actor, confirmed ? ChangeAct.APPLY : ChangeAct.REFUSE, why, why);
    }

    private RegistryChange proposersOwn(long id, Actor actor) {
        ChangeRights.requireProposer(actor);
        RegistryChange change = lock(id, actor);
        if (!change.proposedFor(actor)) {
            throw Refusal.forbidden("change.not-proposed-by-you", change.summary().proposedByName());
        }
        requireUndecided(change);
        return change;
    }

    private RegistryChange lock(long id, Actor actor) {
        RegistryChange change = records.lock(id)
                .orElseThrow(() -> Refusal.notFound("change.unknown", String.valueOf(id)));
        rights.requireSight(actor, change.summary());
        return change;
    }

    private static void requireUndecided(RegistryChange change) {
        if (!change.undecided()) {
            throw Refusal.conflict("change.moved-on", new Refusal.Text("change.state." + change.summary().state()));
        }
    }

    private Instant due() {
        LocalDate today = LocalDate.now(clock.withZone(WorkingCalendar.ZONE));
        return calendar.endOf(calendar.plusWorkingDays(today, DAYS_TO_DECIDE));
    }

    private void note(RegistryChange change, Actor actor, ChangeAct act, String reason, String detail) {
        letters.save(new ChangeLetter(change, actor, act, reason, clock.instant()));
        ChangeSummary summary = change.summary();
        audit.record(actor.who(), new AuditTrail.Deed("REGISTRY_CHANGE_" + act, change.subject(), change.before(),
                summary.state().name(), summary.orgCode() + (detail.isEmpty() ? "" : ": " + detail)));
        events.publishEvent(new ChangeMoved(summary, act, reason));
    }
}
