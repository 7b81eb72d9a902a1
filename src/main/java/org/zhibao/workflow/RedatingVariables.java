package org.zhibao.workflow;

/** The variables of {@code redating.bpmn}. */
final class RedatingVariables {

    static final String PROCESS = "redating";
    /** The change of due dates that is carried out. */
    static final String CHANGE_ID = "changeId";
    static final String ALL_MOVED = "allMoved";

    private RedatingVariables() {
    }
}
