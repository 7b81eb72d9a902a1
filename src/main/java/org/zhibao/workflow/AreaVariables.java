package org.zhibao.workflow;

import org.zhibao.submission.AreaState;

/** The variables of {@code area-submission.bpmn}. */
final class AreaVariables {

    static final String PROCESS = "area-submission";
    static final String PERIOD = "period";
    static final String AREA = "area";
    static final String CITY_GROUP = "cityGroup";
    static final String PROVINCE_GROUP = "provinceGroup";
    static final String DUE_SIGN = "dueSign";
    static final String DUE_ACCEPTANCE = "dueAcceptance";
    static final String DECISION = "areaDecision";

    private AreaVariables() {
    }

    /** The variable that says when the task of a state is due. */
    static String due(AreaState state) {
        return state == AreaState.SIGNED ? DUE_ACCEPTANCE : DUE_SIGN;
    }
}
