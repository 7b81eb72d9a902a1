package org.zhibao.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.zhibao.period.PeriodProcess;

/** Drives {@code reporting-period.bpmn} for the period feature. */
@Component
class EnginePeriodProcess implements PeriodProcess {

    private final RuntimeService runtime;
    private final EngineCalls engine;

    EnginePeriodProcess(RuntimeService runtime, EngineCalls engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void open(String periodCode) {
        engine.asSystem(() -> runtime.startProcessInstanceByKey(PeriodVariables.PROCESS, periodCode,
                Map.of(PeriodVariables.PERIOD, periodCode, PeriodVariables.STARTED_UP_TO, "",
                        PeriodVariables.ALL_STARTED, false)));
    }
}
