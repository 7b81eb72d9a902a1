package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.filing.ReportCheck;

/** 系统校验: has the submitted report checked and frozen. */
@Component
class CheckReport implements JavaDelegate {

    private final ReportCheck check;

    CheckReport(ReportCheck check) {
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long filingId = (Long) execution.getVariable(FilingVariables.FILING_ID);
        String submittedBy = (String) execution.getVariable(FilingVariables.SUBMITTED_BY);
        execution.setVariable(FilingVariables.CHECK_OUTCOME, check.check(filingId, submittedBy).name());
    }
}
