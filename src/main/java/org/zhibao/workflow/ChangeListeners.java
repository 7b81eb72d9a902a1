package org.zhibao.workflow;

import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhibao.change.ChangePosition;
import org.zhibao.change.ChangeState;
import org.zhibao.change.ChangeSummary;

/** Has changes of the registry follow their process: elements with a {@code change} are states of it. */
@Component
class ChangeListeners extends FollowingListeners {

    /** Looked up late: the engine is built before the services that use it. */
    private final ObjectProvider<ChangePosition> position;

    ChangeListeners(ObjectProvider<ChangePosition> position) {
        super("change", ChangeVariables.CHANGE);
        this.position = position;
    }

    @Override
    String entered(long id, String state, String task, Instant due) {
        ChangeSummary change = position.getObject().entered(id, ChangeState.valueOf(state), task, due);
        return change.unitName() + " · " + change.from();
    }
}
