package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.operation.CaseMoveRun;

/** 登记待迁移案件: has the open cases taken down, in the transaction of this job. */
@Component
class BeginCaseMove implements JavaDelegate {

    private final CaseMoveRun run;

    BeginCaseMove(CaseMoveRun run) {
        this.run = run;
    }

    @Override
    public void execute(DelegateExecution execution) {
        run.begin((Long) execution.getVariable(CaseMoveVariables.MOVE_ID));
    }
}
