package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.period.PeriodCourse;

/** 计划到期的报告期: has the next period planned if it is time. */
@Component
class PlanPeriod implements JavaDelegate {

    private final PeriodCourse course;

    PlanPeriod(PeriodCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.planIfDue();
    }
}
