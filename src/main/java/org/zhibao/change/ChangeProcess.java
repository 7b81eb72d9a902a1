package org.zhibao.change;

import java.time.Instant;
import org.zhibao.account.Actor;

/** The process of a change, in the words of the change; tells {@link ChangePosition} where it arrives. */
public interface ChangeProcess {

    /**
     * Starts the decision of a city; gives the process instance id.
     *
     * @param due until when the city decides
     */
    String start(long changeId, String city, Instant due);

    /** The city confirms; the change is applied by that. */
    void confirm(String taskId, Actor actor);

    /** The city refuses. */
    void refuse(String taskId, Actor actor);

    /** Who proposed it takes it back before the city has decided. */
    void withdraw(String processInstanceId, Actor actor);
}
