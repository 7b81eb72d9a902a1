package org.zhibao.workflow;

/** The variables of {@code suspension.bpmn}. */
final class SuspensionVariables {

    static final String PROCESS = "suspension";
    static final String SUSPENSION = "suspensionId";
    static final String CITY_GROUP = "cityGroup";
    static final String DUE_VERIFICATION = "dueVerification";
    static final String ENDS_AT = "endsAt";
    static final String DECISION = "suspensionDecision";

    private SuspensionVariables() {
    }
}
