package org.zhibao.workflow;

/** The variables of {@code reporting-period.bpmn}. */
final class PeriodVariables {

    static final String PROCESS = "reporting-period";
    static final String PERIOD = "period";
    static final String PROVINCE_GROUP = "provinceGroup";
    static final String DUE_CONFIRM = "dueConfirm";
    static final String DUE_REPORT = "dueReport";
    static final String DUE_ARCHIVE = "dueArchive";
    /** When the filings are started; only if that is later than the confirmation. */
    static final String OPENS_AT = "opensAt";
    static final String OPENS_LATER = "opensLater";
    /** The organisation code up to which filings are started. */
    static final String STARTED_UP_TO = "startedUpTo";
    static final String ALL_STARTED = "allStarted";
    static final String ALL_CLOSED = "allClosed";
    static final String ALL_REPORTED = "allReported";
    static final String ALL_ARCHIVED = "allArchived";
    /** Who reported the period, and who archives it. */
    static final String REPORTED_BY = "reportedBy";
    static final String ARCHIVED_BY = "archivedBy";

    private PeriodVariables() {
    }
}
