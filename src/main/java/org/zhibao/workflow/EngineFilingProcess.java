package org.zhibao.workflow;

import static org.zhibao.workflow.FilingVariables.CITY_GROUP;
import static org.zhibao.workflow.FilingVariables.DECISION;
import static org.zhibao.workflow.FilingVariables.FILING_ID;
import static org.zhibao.workflow.FilingVariables.PROVINCE_GROUP;
import static org.zhibao.workflow.FilingVariables.RECTIFYING;
import static org.zhibao.workflow.FilingVariables.SUBMITTED_BY;
import static org.zhibao.workflow.FilingVariables.UNIT_USER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingProcess;
import org.zhibao.filing.Stage;

/** Drives {@code filing.bpmn} for the filing feature. */
@Component
class EngineFilingProcess implements FilingProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineCalls engine;
    private final DeadlineClock clock;

    EngineFilingProcess(RuntimeService runtime, TaskService tasks, EngineCalls engine, DeadlineClock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Map<Long, String> start(List<Start> starts) {
        Map<Long, String> instances = new HashMap<>();
        engine.asSystem(() -> starts.forEach(s -> instances.put(s.filingId(), start(s))));
        return instances;
    }

    private String start(Start start) {
        return start(start, false);
    }

    private String start(Start start, boolean rectifying) {
        Map<String, Object> variables = FilingVariables.dues(start.dues());
        variables.put(FILING_ID, start.filingId());
        variables.put(UNIT_USER, start.unitUser());
        variables.put(CITY_GROUP, Groups.reviewersOf(start.cityCode()));
        variables.put(PROVINCE_GROUP, Groups.provinceReviewersOf(start.cityCode()));
        variables.put(RECTIFYING, rectifying);
        String businessKey = start.period() + "-" + start.orgCode();
        return runtime.startProcessInstanceByKey(FilingVariables.PROCESS, businessKey, variables).getId();
    }

    @Override
    public String reopen(String running, Start start, boolean rectifying, Actor actor) {
        AtomicReference<String> instance = new AtomicReference<>();
        // the rights to act were checked by the feature; the engine's own cover tasks only
        engine.as(actor, () -> engine.trusted(() -> {
            if (running != null) {
                runtime.createMessageCorrelation("reopened").processInstanceId(running).correlate();
            }
            instance.set(start(start, rectifying));
        }));
        return instance.get();
    }

    @Override
    public void close(List<String> processInstanceIds) {
        engine.asSystem(() -> processInstanceIds.forEach(id -> correlate("period-closed", id)));
    }

    @Override
    public void tellAll(List<String> processInstanceIds, Stage stage, FilingAction what) {
        engine.asSystem(() -> processInstanceIds.forEach(id -> correlate(message(stage, what), id)));
    }

    private void correlate(String message, String processInstanceId) {
        runtime.createMessageCorrelation(message).processInstanceId(processInstanceId).correlate();
    }

    @Override
    public void claim(String taskId, Actor actor) {
        engine.as(actor, () -> tasks.claim(taskId, actor.userId()));
    }

    @Override
    public void release(String taskId, Actor actor) {
        // whoever may work on a task may not assign it; that the actor holds it was checked by the feature
        engine.as(actor, () -> engine.trusted(() -> tasks.setAssignee(taskId, null)));
    }

    @Override
    public void handOver(String taskId, Actor to) {
        // whoever gets a task may not assign it; that somebody else holds it was checked by the feature
        engine.as(to, () -> engine.trusted(() -> tasks.setAssignee(taskId, to.userId())));
    }

    @Override
    public void submit(String taskId, Actor actor, Map<Stage, Instant> dues) {
        Map<String, Object> variables = FilingVariables.dues(dues);
        variables.put(SUBMITTED_BY, actor.userId());
        engine.as(actor, () -> tasks.complete(taskId, variables));
    }

    @Override
    public void decide(String taskId, Actor actor, FilingAction decision, Map<Stage, Instant> dues) {
        Map<String, Object> variables = FilingVariables.dues(dues);
        variables.put(DECISION, decision.name());
        if (decision == FilingAction.RETURN) {
            variables.put(RECTIFYING, true);
        }
        engine.as(actor, () -> tasks.complete(taskId, variables));
    }

    @Override
    public void tell(String processInstanceId, Stage stage, FilingAction what, Actor actor,
                     Map<Stage, Instant> dues) {
        Map<String, Object> variables = FilingVariables.dues(dues);
        // the rights to act were checked by the feature; the engine's own cover tasks only
        engine.as(actor, () -> engine.trusted(() -> {
            if (what == FilingAction.SUSPEND) {
                // also reaches a process begun within this very command, which no query finds yet
                runtime.messageEventReceived(message(stage, what), processInstanceId, variables);
            } else {
                runtime.createMessageCorrelation(message(stage, what)).processInstanceId(processInstanceId)
                        .setVariables(variables).correlate();
            }
        }));
    }

    @Override
    public List<String> redate(List<Redate> redates) {
        List<String> failed = new ArrayList<>();
        engine.asSystem(() -> engine.trusted(() -> failed.addAll(clock.move(redates.stream().map(r ->
                new DeadlineClock.Move(r.processInstanceId(), r.taskId(), FilingVariables.due(r.stage()), r.due()))
                .toList()))));
        return failed;
    }

    /** The message of {@code filing.bpmn} that tells of an action. */
    private static String message(Stage stage, FilingAction what) {
        return switch (what) {
            case WITHDRAW -> stage == Stage.CITY_REVIEW ? "unit-withdraws" : "city-withdraws";
            case REPORT -> "reported";
            case MINISTRY_FEEDBACK -> "ministry-feedback";
            case ARCHIVE -> "archive";
            case SUSPEND -> "suspend";
            default -> throw new IllegalArgumentException("no message tells of " + what);
        };
    }
}
