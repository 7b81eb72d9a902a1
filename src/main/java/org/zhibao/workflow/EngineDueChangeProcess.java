package org.zhibao.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.zhibao.clock.DueChangeProcess;

/** Drives {@code redating.bpmn} for the clock feature. */
@Component
class EngineDueChangeProcess implements DueChangeProcess {

    private final RuntimeService runtime;
    private final EngineCalls engine;

    EngineDueChangeProcess(RuntimeService runtime, EngineCalls engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void start(long changeId, String period) {
        engine.asSystem(() -> runtime.startProcessInstanceByKey(RedatingVariables.PROCESS, period + "/change-" + changeId,
                Map.of(RedatingVariables.CHANGE_ID, changeId, RedatingVariables.ALL_MOVED, false)));
    }
}
