package org.zhibao.operation;

/**
 * One case in the log of a dry run or move.
 *
 * @param id       its place in the log
 * @param version  the version it went by when it was listed
 * @param activity the step it stood at then; null if at several
 * @param problem  why it stays; null unless it does
 * @param filingId the filing it is of; null if it is of none
 */
public record MovedCase(long id, String processInstanceId, String businessKey, int version, String activity,
                        MoveOutcome outcome, MoveProblem problem, String detail, Long filingId, String unitName) {
}
