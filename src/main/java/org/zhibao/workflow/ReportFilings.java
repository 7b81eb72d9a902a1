package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingCourse;
import org.zhibao.period.Periods;

/** 分批登记报送: has one chunk of accepted filings told that they are reported. */
@Component
class ReportFilings implements JavaDelegate {

    private final FilingCourse filings;
    private final Periods periods;

    ReportFilings(FilingCourse filings, Periods periods) {
        this.filings = filings;
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String period = (String) execution.getVariable(PeriodVariables.PERIOD);
        String by = (String) execution.getVariable(PeriodVariables.REPORTED_BY);
        boolean more = filings.reportNext(period, by, StartFilings.CHUNK);
        if (!more) {
            periods.finishReporting(period);
        }
        execution.setVariable(PeriodVariables.ALL_REPORTED, !more);
    }
}
