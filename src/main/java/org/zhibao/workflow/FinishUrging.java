package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.notice.Urgings;

/** 通知市级并结束: has the cities' reviewers told, and the urging ended. */
@Component
class FinishUrging implements JavaDelegate {

    private final Urgings urgings;

    FinishUrging(Urgings urgings) {
        this.urgings = urgings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        urgings.finish((Long) execution.getVariable(NoticeVariables.URGING_ID));
    }
}
