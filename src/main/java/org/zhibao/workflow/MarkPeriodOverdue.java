package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.period.PeriodPosition;

/** 记录逾期: flags the open act of the period. */
@Component
class MarkPeriodOverdue implements JavaDelegate {

    private final PeriodPosition position;

    MarkPeriodOverdue(PeriodPosition position) {
        this.position = position;
    }

    @Override
    public void execute(DelegateExecution execution) {
        position.overdue((String) execution.getVariable(PeriodVariables.PERIOD));
    }
}
