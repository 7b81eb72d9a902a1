package org.zhibao.change;

import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the projection of a change's position in its process; told in the transaction that moves it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ChangePosition {

    private final ChangeRecords records;
    private final ChangeHolds holds;
    private final ApplicationEventPublisher events;

    ChangePosition(ChangeRecords records, ChangeHolds holds, ApplicationEventPublisher events) {
        this.records = records;
        this.holds = holds;
        this.events = events;
    }

    /**
     * The process arrived; {@code taskId} and {@code due} are null where nobody has anything to do.
     *
     * @return the change as it stands now
     */
    public ChangeSummary entered(long id, ChangeState state, String taskId, Instant due) {
        RegistryChange change = records.findById(id).orElseThrow();
        change.enter(state, taskId, due);
        if (state != ChangeState.PROPOSED) {
            holds.release(id);
        }
        return change.summary();
    }

    /** The deadline timer of the city's task fired; told again every day, it is news once. */
    public void overdue(long id) {
        RegistryChange change = records.findById(id).orElseThrow();
        if (change.becameOverdue()) {
            events.publishEvent(new ChangeOverdue(change.summary()));
        }
    }
}
