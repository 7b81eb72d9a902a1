package org.zhibao.workflow;

/** The variables of {@code reminding.bpmn} and {@code urging.bpmn}. */
final class NoticeVariables {

    static final String REMINDING = "reminding";
    static final String URGING = "urging";
    static final String URGING_ID = "urgingId";
    /** The id of the filing up to which a process has come. */
    static final String DONE_UP_TO = "doneUpTo";
    static final String ALL_REMINDED = "allReminded";
    static final String ALL_URGED = "allUrged";

    private NoticeVariables() {
    }
}
