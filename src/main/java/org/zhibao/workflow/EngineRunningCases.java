package org.zhibao.workflow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.zhibao.operation.CaseEngine;
import org.zhibao.operation.CaseProcess;
import org.zhibao.operation.CaseProcess.Position;
import org.zhibao.operation.CaseVerdict;
import org.zhibao.operation.CaseVersion;
import org.zhibao.operation.MoveOrder;
import org.zhibao.operation.MovePlan;
import org.zhibao.operation.OpenCase;

/** Looks at and moves running cases for the operation feature. */
@Component
class EngineRunningCases implements CaseEngine {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final CaseRows rows;
    private final CaseMover mover;
    private final EngineCalls engine;
    private final ProcessEngineConfigurationImpl configuration;

    EngineRunningCases(RepositoryService repository, RuntimeService runtime, CaseRows rows, CaseMover mover,
                       EngineCalls engine, ProcessEngineConfigurationImpl configuration) {
        this.repository = repository;
        this.runtime = runtime;
        this.rows = rows;
        this.mover = mover;
        this.engine = engine;
        this.configuration = configuration;
    }

    @Override
    public List<CaseProcess> processes() {
        // a run does not move itself
        return described(repository.createProcessDefinitionQuery().unlimitedList().stream()
                .filter(d -> !CaseMoveVariables.PROCESS.equals(d.getKey())).toList());
    }

    @Override
    public Optional<CaseProcess> process(String key) {
        return CaseMoveVariables.PROCESS.equals(key) ? Optional.empty() : described(repository
                .createProcessDefinitionQuery().processDefinitionKey(key).unlimitedList()).stream().findFirst();
    }

    private List<CaseProcess> described(List<ProcessDefinition> definitions) {
        Map<String, Long> open = rows.open();
        Map<String, Deployment> deployments = repository.createDeploymentQuery().unlimitedList().stream()
                .collect(Collectors.toMap(Deployment::getId, d -> d));
        Map<String, List<Position>> positions = rows.standing(definitions.stream().map(ProcessDefinition::getId)
                .filter(open::containsKey).toList()).stream().map(s -> position(definitions, s)).collect(
                        Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return definitions.stream().collect(Collectors.groupingBy(ProcessDefinition::getKey)).values().stream()
                .map(versions -> {
                    List<ProcessDefinition> latestFirst = versions.stream()
                            .sorted(Comparator.comparing(ProcessDefinition::getVersion).reversed()).toList();
                    ProcessDefinition latest = latestFirst.get(0);
                    return new CaseProcess(latest.getKey(), latest.getName() == null ? latest.getKey() : latest.getName(),
                            latestFirst.stream().map(d -> new CaseVersion(d.getVersion(), deployments
                                    .get(d.getDeploymentId()).getDeploymentTime().toInstant(),
                                    open.getOrDefault(d.getId(), 0L), d == latest)).toList(),
                            positions.getOrDefault(latest.getKey(), List.of()));
                }).sorted(Comparator.comparing(CaseProcess::open).reversed().thenComparing(CaseProcess::key)).toList();
    }

    private Map.Entry<String, Position> position(List<ProcessDefinition> definitions, CaseRows.Standing standing) {
        ProcessDefinition definition = definitions.stream().filter(d -> d.getId().equals(standing.definitionId()))
                .findFirst().orElseThrow();
        return Map.entry(definition.getKey(), new Position(definition.getVersion(), standing.activity(),
                mover.model(definition.getId()).name(standing.activity()), standing.cases()));
    }

    @Override
    public Map<String, String> stepNames(String process, List<Integer> versions) {
        Map<String, String> names = new HashMap<>();
        repository.createProcessDefinitionQuery().processDefinitionKey(process).orderByProcessDefinitionVersion().asc()
                .unlimitedList().stream().filter(d -> versions.contains(d.getVersion()))
                .forEach(d -> mover.model(d.getId()).nodes().forEach(n -> names.put(n.getId(), ElementNames.name(n))));
        return names;
    }

    @Override
    public MovePlan plan(MoveOrder order) {
        return mover.plan(order);
    }

    @Override
    public List<OpenCase> openCases(String process, int version, String after, int limit) {
        return rows.next(mover.definition(process, version).getId(), version, after, limit);
    }

    @Override
    public List<CaseVerdict> check(MoveOrder order, List<OpenCase> cases) {
        return mover.check(order, cases);
    }

    @Override
    public List<CaseVerdict> move(MoveOrder order, List<OpenCase> cases) {
        return mover.move(order, cases);
    }

    @Override
    public void apart(Runnable step) {
        engine.asSystem(() -> configuration.getCommandExecutorTxRequiresNew().execute(context -> {
            step.run();
            return null;
        }));
    }

    @Override
    public boolean busy(RuntimeException failure) {
        return failure instanceof OptimisticLockingException || failure instanceof ConcurrencyFailureException;
    }

    @Override
    public void start(long moveId, String process) {
        engine.asSystem(() -> runtime.startProcessInstanceByKey(CaseMoveVariables.PROCESS, process + "/move-" + moveId,
                Map.of(CaseMoveVariables.MOVE_ID, moveId, CaseMoveVariables.ALL_DONE, false)));
    }
}
