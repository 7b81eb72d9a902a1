package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingCourse;
import org.zhibao.period.Periods;

/** 分批关闭未报: has the period closed, and one chunk of filings that were not filed. */
@Component
class CloseFilings implements JavaDelegate {

    private final FilingCourse filings;
    private final Periods periods;

    CloseFilings(FilingCourse filings, Periods periods) {
        this.filings = filings;
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String period = (String) execution.getVariable(PeriodVariables.PERIOD);
        periods.closeOnTime(period);
        execution.setVariable(PeriodVariables.ALL_CLOSED, !filings.closeNext(period, StartFilings.CHUNK));
    }
}
