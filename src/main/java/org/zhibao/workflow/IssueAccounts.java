package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.account.AccountIssues;

/** 分批开通账号: has one chunk of accounts made, in the transaction of this job; none if no run has begun. */
@Component
class IssueAccounts implements JavaDelegate {

    static final int CHUNK = 200;

    private final AccountIssues issues;

    IssueAccounts(AccountIssues issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long issue = (Long) execution.getVariable(IssueVariables.ISSUE_ID);
        execution.setVariable(IssueVariables.ALL_ISSUED, issue == null || issues.makeNext(issue, CHUNK));
    }
}
