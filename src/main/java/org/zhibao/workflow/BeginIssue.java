package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.account.AccountIssues;

/** 查找无账号企业: has the daily run begun, unless somebody has asked for one. */
@Component
class BeginIssue implements JavaDelegate {

    private final AccountIssues issues;

    BeginIssue(AccountIssues issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable(IssueVariables.ISSUE_ID) == null) {
            issues.beginDaily().ifPresent(id -> execution.setVariable(IssueVariables.ISSUE_ID, id));
        }
    }
}
