package org.zhibao.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.submission.AreaProcess;
import org.zhibao.submission.AreaState;

/** Drives {@code area-submission.bpmn} for the submission feature. */
@Component
class EngineAreaProcess implements AreaProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineCalls engine;
    private final DeadlineClock clock;

    EngineAreaProcess(RuntimeService runtime, TaskService tasks, EngineCalls engine, DeadlineClock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public String start(String period, String city, Instant dueSign, Instant dueAcceptance) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(AreaVariables.PERIOD, period);
        variables.put(AreaVariables.AREA, city);
        variables.put(AreaVariables.CITY_GROUP, Groups.reviewersOf(city));
        variables.put(AreaVariables.PROVINCE_GROUP, Groups.provinceReviewersOf(city));
        variables.put(AreaVariables.DUE_SIGN, Date.from(dueSign));
        variables.put(AreaVariables.DUE_ACCEPTANCE, Date.from(dueAcceptance));
        AtomicReference<String> instance = new AtomicReference<>();
        engine.asSystem(() -> instance.set(runtime.startProcessInstanceByKey(AreaVariables.PROCESS,
                "area-" + period + "-" + city, variables).getId()));
        return instance.get();
    }

    @Override
    public void signed(String taskId, Instant dueAcceptance, Actor actor) {
        complete(taskId, Map.of(AreaVariables.DUE_ACCEPTANCE, Date.from(dueAcceptance)), actor);
    }

    @Override
    public void supplemented(String processInstanceId, Instant dueAcceptance, Actor actor) {
        // the rights to act were checked by the feature; the engine's own cover tasks only
        engine.as(actor, () -> engine.trusted(() -> runtime.createMessageCorrelation("area-supplemented")
                .processInstanceId(processInstanceId)
                .setVariable(AreaVariables.DUE_ACCEPTANCE, Date.from(dueAcceptance)).correlate()));
    }

    @Override
    public void accept(String taskId, Actor actor) {
        complete(taskId, Map.of(AreaVariables.DECISION, "ACCEPT"), actor);
    }

    @Override
    public void sendBack(String taskId, Instant due, Actor actor) {
        complete(taskId, Map.of(AreaVariables.DECISION, "RETURN", AreaVariables.DUE_SIGN, Date.from(due)), actor);
    }

    @Override
    public void settle(String processInstanceId) {
        engine.asSystem(() -> runtime.createMessageCorrelation("area-settled").processInstanceId(processInstanceId)
                .correlate());
    }

    @Override
    public void redate(String taskId, AreaState state, Instant due) {
        engine.asSystem(() -> clock.move(taskId, AreaVariables.due(state), due));
    }

    private void complete(String taskId, Map<String, Object> variables, Actor actor) {
        engine.as(actor, () -> engine.trusted(() -> tasks.complete(taskId, variables)));
    }
}
