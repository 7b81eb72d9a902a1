package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.filing.AcceptedFigures;

/** 归集数据: has the accepted figures spread into rows for statistics. */
@Component
class SpreadFigures implements JavaDelegate {

    private final AcceptedFigures figures;

    SpreadFigures(AcceptedFigures figures) {
        this.figures = figures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        figures.spread((Long) execution.getVariable(FilingVariables.FILING_ID));
    }
}
