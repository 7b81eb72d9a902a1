package org.zhibao.workflow;

/** The variables of {@code registry-change.bpmn}. */
final class ChangeVariables {

    static final String PROCESS = "registry-change";
    static final String CHANGE = "changeId";
    static final String CITY_GROUP = "cityGroup";
    static final String DUE_DECISION = "dueDecision";
    static final String DECISION = "changeDecision";

    private ChangeVariables() {
    }
}
