package org.zhibao.workflow;

/** The variables of {@code case-move.bpmn}. */
final class CaseMoveVariables {

    static final String PROCESS = "case-move";
    /** The dry run or move that is carried out. */
    static final String MOVE_ID = "moveId";
    static final String ALL_DONE = "allDone";

    private CaseMoveVariables() {
    }
}
