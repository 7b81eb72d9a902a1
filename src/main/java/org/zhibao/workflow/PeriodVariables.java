package org.zhibao.workflow;

/** The variables of {@code reporting-period.bpmn}. */
final class PeriodVariables {

    static final String PROCESS = "reporting-period";
    static final String PERIOD = "period";
    /** The organisation code up to which filings are started. */
    static final String STARTED_UP_TO = "startedUpTo";
    static final String ALL_STARTED = "allStarted";

    private PeriodVariables() {
    }
}
