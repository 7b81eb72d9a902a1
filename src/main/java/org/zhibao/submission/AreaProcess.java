package org.zhibao.submission;

import java.time.Instant;
import org.zhibao.account.Actor;

/** The process of a city's submission, in the words of the submission; tells {@link AreaPosition} where it arrives. */
public interface AreaProcess {

    /** Starts the submission of a city; gives the process instance id. */
    String start(String period, String city, Instant dueSign, Instant dueAcceptance);

    /** The city signed: its task is done, and the province has one. */
    void signed(String taskId, Instant dueAcceptance, Actor actor);

    /** The city signed again after the province had accepted. */
    void supplemented(String processInstanceId, Instant dueAcceptance, Actor actor);

    /** The province accepts. */
    void accept(String taskId, Actor actor);

    /** The province sends it back until {@code due}. */
    void sendBack(String taskId, Instant due, Actor actor);

    /** The period goes into the archive: the process ends, wherever it stands. */
    void settle(String processInstanceId);

    /** Moves the due date of an open task together with its deadline timer. */
    void redate(String taskId, AreaState state, Instant due);
}
