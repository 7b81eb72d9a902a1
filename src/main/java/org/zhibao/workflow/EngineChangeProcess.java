package org.zhibao.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.change.ChangeProcess;

/** Drives {@code registry-change.bpmn} for the changes of the registry. */
@Component
class EngineChangeProcess implements ChangeProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineCalls engine;

    EngineChangeProcess(RuntimeService runtime, TaskService tasks, EngineCalls engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public String start(long changeId, String city, Instant due) {
        Map<String, Object> variables = Map.of(ChangeVariables.CHANGE, changeId,
                ChangeVariables.CITY_GROUP, Groups.reviewersOf(city), ChangeVariables.DUE_DECISION, Date.from(due));
        AtomicReference<String> instance = new AtomicReference<>();
        engine.asSystem(() -> instance.set(runtime.startProcessInstanceByKey(ChangeVariables.PROCESS,
                "registry-change-" + changeId, variables).getId()));
        return instance.get();
    }

    @Override
    public void confirm(String taskId, Actor actor) {
        complete(taskId, "CONFIRM", actor);
    }

    @Override
    public void refuse(String taskId, Actor actor) {
        complete(taskId, "REFUSE", actor);
    }

    @Override
    public void withdraw(String processInstanceId, Actor actor) {
        // the rights to act were checked by the feature; the engine's own cover tasks only
        engine.as(actor, () -> engine.trusted(() -> runtime.createMessageCorrelation("registry-change-withdrawn")
                .processInstanceId(processInstanceId).correlate()));
    }

    private void complete(String taskId, String decision, Actor actor) {
        engine.as(actor, () -> engine.trusted(() -> tasks.complete(taskId,
                Map.of(ChangeVariables.DECISION, decision))));
    }
}
