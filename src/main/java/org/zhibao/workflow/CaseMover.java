package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingPosition;
import org.zhibao.operation.CaseVerdict;
import org.zhibao.operation.ClockNotKept;
import org.zhibao.operation.MoveOrder;
import org.zhibao.operation.MoveOutcome;
import org.zhibao.operation.MovePlan;
import org.zhibao.operation.MovePlan.Choice;
import org.zhibao.operation.MovePlan.Step;
import org.zhibao.operation.MovePlan.Way;
import org.zhibao.operation.MoveProblem;
import org.zhibao.operation.OpenCase;
import org.zhibao.refusal.Refusal;

/** Plans the move of cases from one version to another, looks at single cases, and moves them. */
@Component
class CaseMover {

    /** Steps at which a case waits, whether or not one does now. */
    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "callActivity", "eventBasedGateway");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final CaseRows rows;
    private final FilingPosition filings;
    private final ProcessEngineConfigurationImpl configuration;

    CaseMover(RepositoryService repository, RuntimeService runtime, CaseRows rows, FilingPosition filings,
              ProcessEngineConfigurationImpl configuration) {
        this.repository = repository;
        this.runtime = runtime;
        this.rows = rows;
        this.filings = filings;
        this.configuration = configuration;
    }

    ProcessDefinition definition(String process, int version) {
        ProcessDefinition found = repository.createProcessDefinitionQuery().processDefinitionKey(process)
                .processDefinitionVersion(version).singleResult();
        if (found == null) {
            throw Refusal.notFound("operation.move.version", String.valueOf(version));
        }
        return found;
    }

    ProcessModel model(String definitionId) {
        return new ProcessModel(repository.getBpmnModelInstance(definitionId));
    }

    private MoveInstructions instructions(MoveOrder order, int version) {
        String from = definition(order.process(), version).getId();
        String to = definition(order.process(), order.to()).getId();
        return MoveInstructions.of(runtime, from, model(from), to, model(to), order.steps());
    }

    MovePlan plan(MoveOrder order) {
        ProcessModel to = model(definition(order.process(), order.to()).getId());
        Map<String, Step> steps = new LinkedHashMap<>();
        for (int version : order.from()) {
            String id = definition(order.process(), version).getId();
            ProcessModel from = model(id);
            MoveInstructions instructions = instructions(order, version);
            Map<String, Long> standing = rows.standing(List.of(id)).stream()
                    .collect(Collectors.toMap(CaseRows.Standing::activity, CaseRows.Standing::cases));
            from.nodes().stream().filter(n -> standing.containsKey(n.getId()) || waits(n)).forEach(n -> steps.merge(
                    n.getId(), step(n, from, to, instructions, order.steps(), standing.getOrDefault(n.getId(), 0L)),
                    (one, other) -> added(one, other.cases())));
        }
        return new MovePlan(order, steps.values().stream().sorted(Comparator.comparing(Step::cases).reversed()
                .thenComparing(Step::activity)).toList());
    }

    private static boolean waits(FlowNode node) {
        return WAITING.contains(node.getElementType().getTypeName())
                || ProcessModel.kind(node).startsWith("intermediateCatchEvent");
    }

    private static Step step(FlowNode node, ProcessModel from, ProcessModel to, MoveInstructions instructions,
                             Map<String, String> chosen, long cases) {
        String id = node.getId();
        String target = instructions.target(id);
        MoveInstructions.Obstacle obstacle = instructions.obstacle(id);
        boolean byHand = chosen.containsKey(id) && !chosen.get(id).isEmpty()
                && !chosen.get(id).equals(id);
        Way way = byHand ? Way.CHOSEN : target != null || obstacle != null ? Way.SAME : Way.NONE;
        return new Step(id, from.name(id), node.getElementType().getTypeName(), cases, way, target == null ? null
                : new Choice(target, to.name(target)), instructions.choices(node).stream()
                .map(n -> new Choice(n.getId(), to.name(n.getId()))).toList(), obstacle == null ? null
                : obstacle.problem(), obstacle == null ? null : obstacle.detail());
    }

    private static Step added(Step step, long more) {
        return new Step(step.activity(), step.name(), step.kind(), step.cases() + more, step.way(), step.target(),
                step.choices(), step.problem(), step.detail());
    }

    List<CaseVerdict> check(MoveOrder order, List<OpenCase> cases) {
        MoveInstructions instructions = instructions(order, cases.get(0).version());
        return judge(instructions, new CheckedCase(builder(instructions), instructions), cases, MoveOutcome.READY);
    }

    /** Holds the filings of the cases first, so that who acts on one of them waits instead of failing. */
    List<CaseVerdict> move(MoveOrder order, List<OpenCase> cases) {
        if (FilingVariables.PROCESS.equals(order.process())) {
            filings.hold(cases.stream().map(OpenCase::processInstanceId).toList());
        }
        MoveInstructions instructions = instructions(order, cases.get(0).version());
        return judge(instructions, new MovingCase(builder(instructions), instructions), cases, MoveOutcome.MOVED);
    }

    private MigrationPlanExecutionBuilderImpl builder(MoveInstructions instructions) {
        return new MigrationPlanExecutionBuilderImpl(configuration.getCommandExecutorTxRequired(), instructions.plan());
    }

    private List<CaseVerdict> judge(MoveInstructions instructions, MigrateProcessInstanceCmd move, List<OpenCase> cases,
                                    MoveOutcome fine) {
        return configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() -> {
            ProcessDefinitionEntity to = configuration.getDeploymentCache()
                    .findDeployedProcessDefinitionById(instructions.plan().getTargetProcessDefinitionId());
            Map<String, ExecutionEntity> open = open(context, cases);
            List<CaseVerdict> verdicts = new ArrayList<>();
            for (OpenCase one : cases) {
                ExecutionEntity execution = open.get(one.processInstanceId());
                verdicts.add(execution == null || !execution.getProcessDefinitionId()
                        .equals(instructions.plan().getSourceProcessDefinitionId())
                        ? CaseVerdict.of(one.processInstanceId(), MoveOutcome.GONE)
                        : judge(context, instructions, move, one.processInstanceId(), to, fine));
            }
            return verdicts;
        }));
    }

    /** Reads the cases at once, so that the engine then finds each in its cache. */
    private Map<String, ExecutionEntity> open(CommandContext context, List<OpenCase> cases) {
        return runtime.createProcessInstanceQuery().processInstanceIds(cases.stream().map(OpenCase::processInstanceId)
                        .collect(Collectors.toSet())).unlimitedList().stream().map(ExecutionEntity.class::cast)
                .collect(Collectors.toMap(ExecutionEntity::getId, Function.identity(), (a, b) -> a, HashMap::new));
    }

    private CaseVerdict judge(CommandContext context, MoveInstructions instructions, MigrateProcessInstanceCmd move,
                              String id, ProcessDefinitionEntity to, MoveOutcome fine) {
        try {
            move.migrateProcessInstance(context, id, instructions.plan(), to, false);
            return CaseVerdict.of(id, fine);
        } catch (MigratingProcessInstanceValidationException refused) {
            return stays(id, refused.getValidationReport(), instructions);
        } catch (ClockNotKept broken) {
            if (fine == MoveOutcome.MOVED) {
                // half moved by now: the caller rolls back
                throw broken;
            }
            return CaseVerdict.stays(id, MoveProblem.CLOCK, broken.getMessage());
        }
    }

    private static CaseVerdict stays(String id, MigratingProcessInstanceValidationReport report,
                                     MoveInstructions instructions) {
        List<String> steps = report.getActivityInstanceReports().stream().map(a -> a.getSourceScopeId()).toList();
        for (String step : steps) {
            MoveInstructions.Obstacle obstacle = instructions.obstacle(step);
            if (obstacle != null) {
                return CaseVerdict.stays(id, obstacle.problem(), obstacle.detail());
            }
            if (instructions.target(step) == null) {
                return CaseVerdict.stays(id, MoveProblem.NO_STEP, null);
            }
        }
        List<String> said = new ArrayList<>(report.getFailures());
        report.getActivityInstanceReports().forEach(a -> said.addAll(a.getFailures()));
        report.getTransitionInstanceReports().forEach(t -> said.addAll(t.getFailures()));
        return CaseVerdict.stays(id, MoveProblem.ENGINE, String.join(" ", said));
    }
}
