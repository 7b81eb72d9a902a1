package org.zhibao.suspension;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;

/** Keeps the projection of a suspension's position in its process; told in the transaction that moves it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SuspensionPosition {

    private final SuspensionRecords records;
    private final SuspensionHolds holds;
    private final SuspensionLetters letters;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SuspensionPosition(SuspensionRecords records, SuspensionHolds holds, SuspensionLetters letters, AuditTrail audit,
                       Clock clock, ApplicationEventPublisher events) {
        this.records = records;
        this.holds = holds;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The process arrived; {@code taskId} and {@code due} are null where nobody has anything to do.
     *
     * @return the suspension as it stands now
     */
    public SuspensionSummary entered(long id, SuspensionState state, String taskId, Instant due) {
        Suspension suspension = require(id);
        suspension.enter(state, taskId, due);
        if (!state.holds()) {
            holds.release(id);
        }
        if (state == SuspensionState.ENDED) {
            letters.save(new SuspensionLetter(suspension, SuspensionAct.END, clock.instant()));
            audit.record(AuditTrail.Who.SYSTEM, new AuditTrail.Deed("SUSPENSION_END", suspension.subject(), suspension.before(),
                    state.name(), suspension.orgCode()));
            events.publishEvent(new SuspensionMoved(suspension.summary(), SuspensionAct.END, ""));
        }
        return suspension.summary();
    }

    /** The deadline timer of the city's task fired; told again every day, it is news once. */
    public void overdue(long id) {
        Suspension suspension = require(id);
        if (suspension.becameOverdue()) {
            events.publishEvent(new SuspensionOverdue(suspension.summary()));
        }
    }

    private Suspension require(long id) {
        return records.findById(id).orElseThrow();
    }
}
