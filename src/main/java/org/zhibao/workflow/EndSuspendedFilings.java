package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.suspension.SuspensionCourse;

/** 结束期内填报: has the open filings of the unit end as suspended. */
@Component
class EndSuspendedFilings implements JavaDelegate {

    private final SuspensionCourse course;

    EndSuspendedFilings(SuspensionCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.begin((Long) execution.getVariable(SuspensionVariables.SUSPENSION));
    }
}
