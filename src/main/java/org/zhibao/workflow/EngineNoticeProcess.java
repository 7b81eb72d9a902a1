package org.zhibao.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.zhibao.notice.NoticeProcess;

/** Drives {@code urging.bpmn} for the notice feature. */
@Component
class EngineNoticeProcess implements NoticeProcess {

    private final RuntimeService runtime;
    private final EngineCalls engine;

    EngineNoticeProcess(RuntimeService runtime, EngineCalls engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void urge(long urgingId) {
        engine.asSystem(() -> runtime.startProcessInstanceByKey(NoticeVariables.URGING, "urging-" + urgingId,
                Map.of(NoticeVariables.URGING_ID, urgingId)));
    }
}
