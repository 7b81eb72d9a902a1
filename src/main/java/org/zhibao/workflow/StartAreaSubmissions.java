package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.submission.AreaCourse;

/** 启动市级汇总: has the submission of every city started. */
@Component
class StartAreaSubmissions implements JavaDelegate {

    private final AreaCourse areas;

    StartAreaSubmissions(AreaCourse areas) {
        this.areas = areas;
    }

    @Override
    public void execute(DelegateExecution execution) {
        areas.open((String) execution.getVariable(PeriodVariables.PERIOD));
    }
}
