package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.operation.CaseMoveRun;

/** 分批迁移: has one chunk of cases looked at or moved. */
@Component
class MoveNextCases implements JavaDelegate {

    private final CaseMoveRun run;

    MoveNextCases(CaseMoveRun run) {
        this.run = run;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long move = (Long) execution.getVariable(CaseMoveVariables.MOVE_ID);
        execution.setVariable(CaseMoveVariables.ALL_DONE, run.next(move));
    }
}
