package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingPosition;

/** 记录逾期: flags the filing at the stage of the user task whose deadline timer fired. */
@Component
class MarkOverdue implements JavaDelegate {

    private final FilingPosition position;

    MarkOverdue(FilingPosition position) {
        this.position = position;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EndEvent end = (EndEvent) execution.getBpmnModelElementInstance();
        FlowNode timer = end.getPreviousNodes().singleResult();
        long filingId = (Long) execution.getVariable(FilingVariables.FILING_ID);
        if (!DeadlineClock.outrun(position.pastDue(filingId))) {
            position.overdue(filingId, StageProperty.of(((BoundaryEvent) timer).getAttachedTo()).orElseThrow());
        }
    }
}
