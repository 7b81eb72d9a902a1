package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.submission.AreaPosition;

/** 记录逾期: flags the submission of the area. */
@Component
class MarkAreaOverdue implements JavaDelegate {

    private final AreaPosition position;

    MarkAreaOverdue(AreaPosition position) {
        this.position = position;
    }

    @Override
    public void execute(DelegateExecution execution) {
        position.overdue((String) execution.getVariable(AreaVariables.PERIOD),
                (String) execution.getVariable(AreaVariables.AREA));
    }
}
