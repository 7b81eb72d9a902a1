package org.zhibao.workflow;

/** The variables of {@code account-issue.bpmn}. */
final class IssueVariables {

    static final String PROCESS = "account-issue";
    /** The run that is carried out. */
    static final String ISSUE_ID = "issueId";
    static final String ALL_ISSUED = "allIssued";

    private IssueVariables() {
    }
}
