package org.zhibao.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingOpening;
import org.zhibao.period.Periods;

/** 分批启动填报: has one chunk of filings started, in the transaction of this job. */
@Component
class StartFilings implements JavaDelegate {

    static final int CHUNK = 200;

    private final FilingOpening opening;
    private final Periods periods;

    StartFilings(FilingOpening opening, Periods periods) {
        this.opening = opening;
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String period = (String) execution.getVariable(PeriodVariables.PERIOD);
        String done = (String) execution.getVariable(PeriodVariables.STARTED_UP_TO);
        Optional<String> reached = opening.openNext(period, done, CHUNK);
        reached.ifPresentOrElse(code -> execution.setVariable(PeriodVariables.STARTED_UP_TO, code),
                () -> periods.finishOpening(period));
        execution.setVariable(PeriodVariables.ALL_STARTED, reached.isEmpty());
    }
}
