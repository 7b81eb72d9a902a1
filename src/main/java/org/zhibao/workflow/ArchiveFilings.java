package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingCourse;
import org.zhibao.period.Periods;
import org.zhibao.submission.AreaCourse;

/** 分批归档: has one chunk of reported filings archived, and at the end the areas' submissions settled. */
@Component
class ArchiveFilings implements JavaDelegate {

    private final FilingCourse filings;
    private final AreaCourse areas;
    private final Periods periods;

    ArchiveFilings(FilingCourse filings, AreaCourse areas, Periods periods) {
        this.filings = filings;
        this.areas = areas;
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String period = (String) execution.getVariable(PeriodVariables.PERIOD);
        String by = (String) execution.getVariable(PeriodVariables.ARCHIVED_BY);
        boolean more = filings.archiveNext(period, by, StartFilings.CHUNK);
        if (!more) {
            areas.settle(period);
            periods.finishArchiving(period);
        }
        execution.setVariable(PeriodVariables.ALL_ARCHIVED, !more);
    }
}
