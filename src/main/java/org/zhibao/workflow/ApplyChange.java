package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.change.ChangeCourse;

/** 变更生效: applies the change that the city has confirmed. */
@Component
class ApplyChange implements JavaDelegate {

    private final ChangeCourse course;

    ApplyChange(ChangeCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.apply((Long) execution.getVariable(ChangeVariables.CHANGE));
    }
}
