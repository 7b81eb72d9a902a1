package org.zhibao.suspension;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ReportingUnit;

/**
 * What people do about suspensions (停报): a unit or its county declares one with reason and evidence, the city verifies
 * it; what the city declares itself it has verified. Each act moves the process, is noted in the history, leaves one
 * audit row and is told by {@link SuspensionMoved}, in one transaction.
 */
@Service
@Transactional
public class Suspensions {

    /** Working days in which the city verifies. */
    public static final int DAYS_TO_VERIFY = 5;

    private final SuspensionRecords records;
    private final SuspensionHolds holds;
    private final SuspensionFiles files;
    private final SuspensionLetters letters;
    private final SuspensionRights rights;
    private final DeclarationCheck check;
    private final SuspensionProcess process;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Suspensions(SuspensionRecords records, SuspensionHolds holds, SuspensionFiles files, SuspensionLetters letters,
                SuspensionRights rights, DeclarationCheck check, SuspensionProcess process, WorkingCalendar calendar,
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
     * Declares a suspension; gives its id. What the city declares is in force at once.
     *
     * @param evidence at most {@value EvidenceFile#MOST_FILES} files
     */
    public long declare(Declaration declaration, List<EvidenceFile> evidence, Actor actor) {
        ReportingUnit unit = rights.requireOwn(declaration.orgCode(), actor);
        return declare(unit, check.require(declaration), evidence, actor);
    }

    /**
     * Declares the suspensions of several units, all or none (W30); what is wrong is told by the organisation codes.
     *
     * @return how many that were
     */
    public int declareAll(List<Declaration> declarations, Actor actor) {
        if (declarations.isEmpty()) {
            throw Refusal.field("unit", "suspension.none-chosen");
        }
        Map<ReportingUnit, Facts> all = new LinkedHashMap<>();
        List<Refusal.FieldError> wrong = new ArrayList<>();
        for (Declaration declaration : declarations) {
            ReportingUnit unit = rights.requireOwn(declaration.orgCode(), actor);
            try {
                all.put(unit, check.require(declaration));
            } catch (Refusal refused) {
                refused.fields().forEach(field -> wrong.add(new Refusal.FieldError(unit.orgCode(),
                        new Refusal.Text("suspension.of-unit", unit.name(), field.text()))));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        all.forEach((unit, facts) -> declare(unit, facts, List.of(), actor));
        return all.size();
    }

    private long declare(ReportingUnit unit, Facts facts, List<EvidenceFile> evidence, Actor actor) {
        Suspension suspension = records.save(new Suspension(unit, facts, actor, clock.instant()));
        holds.take(suspension.id(), unit.orgCode(), facts.periods());
        files.add(suspension.id(), evidence, actor);
        suspension.startedAs(process.start(suspension.id(), unit.cityCode(), due(), facts.endsAt()));
        note(suspension, actor, SuspensionAct.DECLARE, "", facts.from() + "–" + facts.to() + " " + facts.kind() + ": "
                + facts.explanation());
        if (actor.role() == Role.CITY) {
            settle(suspension, true, "", actor);
        }
        return suspension.id();
    }

    /** Adds evidence as long as the city has not decided. */
    public void attach(long id, List<EvidenceFile> evidence, Actor actor) {
        Suspension suspension = declarersOwn(id, actor);
        if (evidence.isEmpty()) {
            throw Refusal.field("files", "suspension.files-none");
        }
        files.add(id, evidence, actor);
        note(suspension, actor, SuspensionAct.ATTACH, "", "files " + evidence.size());
    }

    /**
     * The city verifies.
     *
     * @param accepted whether it is so
     * @param reason   why not; may be empty if it is so
     */
    public void decide(long id, boolean accepted, String reason, Actor actor) {
        if (actor.role() != Role.CITY) {
            throw Refusal.forbidden("suspension.city-only");
        }
        Suspension suspension = lock(id, actor);
        requireUndecided(suspension);
        String why = Reasons.optional("reason", reason);
        if (!accepted && why.isEmpty()) {
            throw Refusal.field("reason", "suspension.reason-missing");
        }
        settle(suspension, accepted, why, actor);
    }

    /** Whoever declared it takes it back as long as the city has not decided. */
    public void withdraw(long id, String reason, Actor actor) {
        Suspension suspension = declarersOwn(id, actor);
        String why = Reasons.optional("reason", reason);
        process.withdraw(suspension.processInstanceId(), actor);
        note(suspension, actor, SuspensionAct.WITHDRAW, why, why);
    }

    private void settle(Suspension suspension, boolean accepted, String why, Actor actor) {
        suspension.decided(actor, clock.instant());
        if (accepted) {
            process.accept(suspension.taskId(), actor);
        } else {
            process.refuse(suspension.taskId(), actor);
        }
        note(suspension, actor, accepted ? SuspensionAct.ACCEPT : SuspensionAct.REFUSE, why, why);
    }

    private Suspension declarersOwn(long id, Actor actor) {
        if (!SuspensionRights.declares(actor.role())) {
            throw Refusal.forbidden("suspension.not-your-role");
        }
        Suspension suspension = lock(id, actor);
        if (!suspension.declaredFor(actor)) {
            throw Refusal.forbidden("suspension.not-declared-by-you", suspension.summary().declaredByName());
        }
        requireUndecided(suspension);
        return suspension;
    }

    private Suspension lock(long id, Actor actor) {
        Suspension suspension = records.lock(id)
                .orElseThrow(() -> Refusal.notFound("suspension.unknown", String.valueOf(id)));
        rights.requireSight(actor, suspension);
        return suspension;
    }

    private static void requireUndecided(Suspension suspension) {
        if (!suspension.undecided()) {
            throw Refusal.conflict("suspension.moved-on", new Refusal.Text("suspension.state."
                    + suspension.summary().state()));
        }
    }

    private Instant due() {
        LocalDate today = LocalDate.now(clock.withZone(WorkingCalendar.ZONE));
        return calendar.endOf(calendar.plusWorkingDays(today, DAYS_TO_VERIFY));
    }

    private void note(Suspension suspension, Actor actor, SuspensionAct act, String reason, String detail) {
        letters.save(new SuspensionLetter(suspension, actor, act, reason, clock.instant()));
        audit.record(actor.who(), new AuditTrail.Deed("SUSPENSION_" + act, suspension.subject(), suspension.before(),
                suspension.summary().state().name(), suspension.orgCode() + (detail.isEmpty() ? "" : ": " + detail)));
        events.publishEvent(new SuspensionMoved(suspension.summary(), act, reason));
    }
}
