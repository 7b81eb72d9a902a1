package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.suspension.SuspensionPosition;

/** 记录逾期: flags the suspension that the city has not verified in time. */
@Component
class MarkSuspensionOverdue implements JavaDelegate {

    private final SuspensionPosition position;

    MarkSuspensionOverdue(SuspensionPosition position) {
        this.position = position;
    }

    @Override
    public void execute(DelegateExecution execution) {
        position.overdue((Long) execution.getVariable(SuspensionVariables.SUSPENSION));
    }
}
