package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.clock.DueChangeRun;

/** 登记待调整任务: has the period's days set and the open tasks taken down, in the transaction of this job. */
@Component
class BeginDueChange implements JavaDelegate {

    private final DueChangeRun run;

    BeginDueChange(DueChangeRun run) {
        this.run = run;
    }

    @Override
    public void execute(DelegateExecution execution) {
        run.begin((Long) execution.getVariable(RedatingVariables.CHANGE_ID));
    }
}
