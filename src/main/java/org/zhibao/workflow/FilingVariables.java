package org.zhibao.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.zhibao.filing.Stage;

/** The few, small, typed variables of {@code filing.bpmn}; the figures are never among them. */
final class FilingVariables {

    static final String PROCESS = "filing";
    static final String FILING_ID = "filingId";
    static final String UNIT_USER = "unitUser";
    static final String CITY_GROUP = "cityGroup";
    static final String PROVINCE_GROUP = "provinceGroup";
    /** Who submitted last, for the check. */
    static final String SUBMITTED_BY = "submittedBy";
    static final String CHECK_OUTCOME = "checkOutcome";
    static final String DECISION = "decision";
    /** Whether the enterprise answers a return, rather than filing for the first time. */
    static final String RECTIFYING = "rectifying";

    private static final Map<Stage, String> DUES = Map.of(
            Stage.FILL_IN, "dueFillIn",
            Stage.RECTIFY, "dueRectify",
            Stage.CITY_REVIEW, "dueCityReview",
            Stage.PROVINCE_REVIEW, "dueProvinceReview",
            Stage.CITY_FEEDBACK, "dueCityFeedback",
            Stage.PROVINCE_FEEDBACK, "dueProvinceFeedback");

    private FilingVariables() {
    }

    static Map<String, Object> dues(Map<Stage, Instant> dues) {
        Map<String, Object> variables = new HashMap<>();
        dues.forEach((stage, due) -> variables.put(DUES.get(stage), Date.from(due)));
        return variables;
    }

    /** The variable that says when a stage is due. */
    static String due(Stage stage) {
        return DUES.get(stage);
    }
}
