package org.zhibao.filing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhibao.account.Actor;

/**
 * The process a filing goes through, in the words of the filing. The engine behind it moves in the caller's transaction;
 * where the token arrives it reports back to {@link FilingPosition}.
 */
public interface FilingProcess {

    /** One filing to be started; {@code dues} say when its stages are due. */
    record Start(long filingId, String period, String orgCode, String unitUser, String cityCode,
                 Map<Stage, Instant> dues) {
    }

    /** Starts the filings' processes; gives the process instance id of each filing id. */
    Map<Long, String> start(List<Start> starts);

    /**
     * Lets the enterprise write again: what is left of the filing's process ends, and a new one begins with the enterprise.
     *
     * @param running    the process instance that still waits; null if it has ended
     * @param rectifying whether the enterprise corrects an earlier revision, rather than files for the first time
     * @return the new process instance id
     */
    String reopen(String running, Start start, boolean rectifying, Actor actor);

    /** The period closed while the enterprise had the task: the filings end as not filed. */
    void close(List<String> processInstanceIds);

    /** What became of the period as a whole becomes of its filings: reported or archived. */
    void tellAll(List<String> processInstanceIds, Stage stage, FilingAction what);

    /** Assigns the open task to the actor. Refused with 409 if somebody else holds it. */
    void claim(String taskId, Actor actor);

    /** Assigns an open task to another reviewer than holds it; due date and timer stay as they are. */
    void handOver(String taskId, Actor to);

    /** Gives the open task back to all who may claim it. */
    void release(String taskId, Actor actor);

    /**
     * Completes the enterprise's task; the process checks the report.
     *
     * @param dues when the stages that may follow are due
     */
    void submit(String taskId, Actor actor, Map<Stage, Instant> dues);

    /** Completes a reviewer's task with its decision. */
    void decide(String taskId, Actor actor, FilingAction decision, Map<Stage, Instant> dues);

    /**
     * Tells a waiting process that something happened outside its tasks: a withdrawal, the report to the ministry, the
     * ministry's feedback, the archiving, a suspension.
     */
    void tell(String processInstanceId, Stage stage, FilingAction what, Actor actor, Map<Stage, Instant> dues);

    /** An open task to be due at another time. */
    record Redate(String processInstanceId, String taskId, Stage stage, Instant due) {
    }

    /**
     * Moves the due dates of open tasks together with their deadline timers, and what a return to the stage is due by.
     *
     * @return ids of the tasks that could not be moved, because they are not open or have not exactly one timer; nothing
     *         about them has changed
     */
    List<String> redate(List<Redate> redates);
}
