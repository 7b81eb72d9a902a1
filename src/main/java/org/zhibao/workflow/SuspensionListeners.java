package org.zhibao.workflow;

import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhibao.suspension.SuspensionPosition;
import org.zhibao.suspension.SuspensionState;
import org.zhibao.suspension.SuspensionSummary;

/** Has suspensions follow their process: elements with a {@code suspension} are states of it. */
@Component
class SuspensionListeners extends FollowingListeners {

    /** Looked up late: the engine is built before the services that use it. */
    private final ObjectProvider<SuspensionPosition> position;

    SuspensionListeners(ObjectProvider<SuspensionPosition> position) {
        super("suspension", SuspensionVariables.SUSPENSION);
        this.position = position;
    }

    @Override
    String entered(long id, String state, String task, Instant due) {
        SuspensionSummary suspension = position.getObject().entered(id, SuspensionState.valueOf(state), task, due);
        return suspension.unitName() + " · " + suspension.periods();
    }
}
