package org.zhibao.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.suspension.SuspensionProcess;

/** Drives {@code suspension.bpmn} for the suspension feature. */
@Component
class EngineSuspensionProcess implements SuspensionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineCalls engine;

    EngineSuspensionProcess(RuntimeService runtime, TaskService tasks, EngineCalls engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public String start(long suspensionId, String city, Instant dueVerification, Instant endsAt) {
        Map<String, Object> variables = Map.of(SuspensionVariables.SUSPENSION, suspensionId,
                SuspensionVariables.CITY_GROUP, Groups.reviewersOf(city),
                SuspensionVariables.DUE_VERIFICATION, Date.from(dueVerification),
                SuspensionVariables.ENDS_AT, Date.from(endsAt));
        AtomicReference<String> instance = new AtomicReference<>();
        engine.asSystem(() -> instance.set(runtime.startProcessInstanceByKey(SuspensionVariables.PROCESS,
                "suspension-" + suspensionId, variables).getId()));
        return instance.get();
    }

    @Override
    public void accept(String taskId, Actor actor) {
        complete(taskId, "ACCEPT", actor);
    }

    @Override
    public void refuse(String taskId, Actor actor) {
        complete(taskId, "REFUSE", actor);
    }

    @Override
    public void withdraw(String processInstanceId, Actor actor) {
        // the rights to act were checked by the feature; the engine's own cover tasks only
        engine.as(actor, () -> engine.trusted(() -> runtime.createMessageCorrelation("suspension-withdrawn")
                .processInstanceId(processInstanceId).correlate()));
    }

    private void complete(String taskId, String decision, Actor actor) {
        engine.as(actor, () -> engine.trusted(() -> tasks.complete(taskId,
                Map.of(SuspensionVariables.DECISION, decision))));
    }
}
