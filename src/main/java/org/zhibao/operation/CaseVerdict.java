package org.zhibao.operation;

/**
 * What became of one case.
 *
 * @param problem why it stays; null unless it does
 * @param detail  what the engine said; null if nothing
 */
public record CaseVerdict(String processInstanceId, MoveOutcome outcome, MoveProblem problem, String detail) {

    /** It stays. */
    public static CaseVerdict stays(String processInstanceId, MoveProblem problem, String detail) {
        return new CaseVerdict(processInstanceId, MoveOutcome.STAYS, problem, detail);
    }

    /** Nothing is against it. */
    public static CaseVerdict of(String processInstanceId, MoveOutcome outcome) {
        return new CaseVerdict(processInstanceId, outcome, null, null);
    }
}
