package org.zhibao.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine's cases and versions, in the words of this feature. */
public interface CaseEngine {

    /** Every process whose cases can be moved, with its versions and where its cases stand. */
    List<CaseProcess> processes();

    /** One of them. */
    Optional<CaseProcess> process(String key);

    /** What people call the steps of versions, by their ids; the latest name counts. Versions that are gone have none. */
    Map<String, String> stepNames(String process, List<Integer> versions);

    /** What becomes of each step; changes nothing. */
    MovePlan plan(MoveOrder order);

    /** The next open cases of a version in the order of their ids. */
    List<OpenCase> openCases(String process, int version, String after, int limit);

    /** What would become of the cases; changes nothing. */
    List<CaseVerdict> check(MoveOrder order, List<OpenCase> cases);

    /**
     * Moves the cases, in the caller's transaction: position, due dates, timers and projection of each together. What the
     * engine refuses stays and is told; anything else that fails is thrown, and the caller must roll back.
     */
    List<CaseVerdict> move(MoveOrder order, List<OpenCase> cases);

    /** Does something in a transaction and a command of its own, apart from the job that runs. */
    void apart(Runnable step);

    /** Whether the failure says that somebody else changed the same thing at the same time. */
    boolean busy(RuntimeException failure);

    /** Starts the process that carries out a run; it then calls {@link CaseMoveRun}. */
    void start(long moveId, String process);
}
