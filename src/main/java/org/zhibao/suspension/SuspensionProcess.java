package org.zhibao.suspension;

import java.time.Instant;
import org.zhibao.account.Actor;

/** The process of a suspension, in the words of the suspension; tells {@link SuspensionPosition} where it arrives. */
public interface SuspensionProcess {

    /**
     * Starts the verification by a city; gives the process instance id.
     *
     * @param dueVerification until when the city verifies
     * @param endsAt          when a suspension that was verified ends by itself
     */
    String start(long suspensionId, String city, Instant dueVerification, Instant endsAt);

    /** The city found it to be so. */
    void accept(String taskId, Actor actor);

    /** The city found it not to be so. */
    void refuse(String taskId, Actor actor);

    /** Who declared it takes it back before the city has decided. */
    void withdraw(String processInstanceId, Actor actor);
}
