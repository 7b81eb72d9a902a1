package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.change.ChangePosition;

/** 记录逾期: flags the change that the city has not decided about in time. */
@Component
class MarkChangeOverdue implements JavaDelegate {

    private final ChangePosition position;

    MarkChangeOverdue(ChangePosition position) {
        this.position = position;
    }

    @Override
    public void execute(DelegateExecution execution) {
        position.overdue((Long) execution.getVariable(ChangeVariables.CHANGE));
    }
}
