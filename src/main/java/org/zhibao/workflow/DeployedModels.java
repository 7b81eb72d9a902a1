package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhibao.workshop.ModelKind;
import org.zhibao.workshop.ModelVersion;

/** What the engine holds, told by files: each file one process or a set of decisions, in versions. */
@Component
class DeployedModels {

    /** The source of an administrator's deployment, as Cockpit shows it; any other came with the software. */
    static final String BY_PEOPLE = "流程工坊";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final EngineCalls engine;

    DeployedModels(@Lazy RepositoryService repository, @Lazy RuntimeService runtime, @Lazy EngineCalls engine) {
        this.repository = repository;
        this.runtime = runtime;
        this.engine = engine;
    }

    static ModelKind kind(String file) {
        return file.endsWith(".dmn") || file.endsWith(".dmn11.xml") ? ModelKind.DECISION : ModelKind.PROCESS;
    }

    /** Earlier releases deployed files under their whole path where they ran unpacked. */
    static String file(String resource) {
        return resource.substring(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf('\\')) + 1);
    }

    /** The latest version of every file, by name. */
    List<ModelVersion> latest() {
        List<ResourceDefinition> definitions = new ArrayList<>();
        engine.asSystem(() -> {
            definitions.addAll(repository.createProcessDefinitionQuery().latestVersion().list());
            definitions.addAll(repository.createDecisionDefinitionQuery().latestVersion().list());
        });
        Map<String, ModelVersion> byFile = new TreeMap<>();
        versions(definitions).forEach(v -> byFile.merge(v.file(), v, (a, b) -> a.at().isBefore(b.at()) ? b : a));
        return List.copyOf(byFile.values());
    }

    /** Every version of a file, the latest first. */
    List<ModelVersion> versions(String file) {
        List<ResourceDefinition> definitions = new ArrayList<>();
        String any = "%" + file;
        engine.asSystem(() -> {
            definitions.addAll(repository.createProcessDefinitionQuery().processDefinitionResourceNameLike(any).list());
            definitions.addAll(repository.createDecisionDefinitionQuery().decisionDefinitionResourceNameLike(any).list());
        });
        return versions(definitions).stream().filter(v -> v.file().equals(file))
                .sorted(Comparator.comparing(ModelVersion::version).reversed()).toList();
    }

    byte[] content(ModelVersion version) {
        byte[][] content = new byte[1][];
        engine.asSystem(() -> content[0] = repository.getDeploymentResources(version.deployment()).stream()
                .filter(r -> file(r.getName()).equals(version.file())).findFirst().map(r -> r.getBytes())
                .orElseThrow(() -> new ProcessEngineException("no " + version.file() + " in " + version.deployment())));
        return content[0];
    }

    Optional<String> fileOfProcess(String key) {
        ProcessDefinition[] found = new ProcessDefinition[1];
        engine.asSystem(() -> found[0] = repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion()
                .singleResult());
        return Optional.ofNullable(found[0]).map(d -> file(d.getResourceName()));
    }

    Optional<String> fileOfDecision(String key) {
        DecisionDefinition[] found = new DecisionDefinition[1];
        engine.asSystem(() -> found[0] = repository.createDecisionDefinitionQuery().decisionDefinitionKey(key)
                .latestVersion().singleResult());
        return Optional.ofNullable(found[0]).map(d -> file(d.getResourceName()));
    }

    /** Of several decisions in one file, the one that was there the longest stands for all. */
    private List<ModelVersion> versions(List<ResourceDefinition> definitions) {
        Map<String, Deployment> deployments = new TreeMap<>();
        engine.asSystem(() -> deployments.putAll(repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, Function.identity()))));
        Map<String, List<ResourceDefinition>> files = definitions.stream()
                .filter(d -> deployments.containsKey(d.getDeploymentId()))
                .collect(Collectors.groupingBy(d -> d.getDeploymentId() + " " + d.getResourceName()));
        return files.values().stream().map(inFile -> version(inFile, deployments.get(inFile.get(0).getDeploymentId())))
                .toList();
    }

    private ModelVersion version(List<ResourceDefinition> inFile, Deployment deployment) {
        ResourceDefinition lasting = Collections.max(inFile, Comparator.comparing(ResourceDefinition::getVersion)
                .thenComparing(ResourceDefinition::getKey, Comparator.reverseOrder()));
        boolean process = lasting instanceof ProcessDefinition;
        long[] cases = new long[1];
        if (process) {
            engine.asSystem(() -> cases[0] = runtime.createProcessInstanceQuery().processDefinitionId(lasting.getId())
                    .count());
        }
        String names = inFile.stream().sorted(Comparator.comparing(ResourceDefinition::getKey).reversed())
                .map(d -> d.getName() == null ? d.getKey() : d.getName()).collect(Collectors.joining("、"));
        return new ModelVersion(file(lasting.getResourceName()), process ? ModelKind.PROCESS : ModelKind.DECISION,
                lasting.getKey(), names, lasting.getVersion(), lasting.getDeploymentId(), lasting.getId(),
                deployment.getDeploymentTime().toInstant(), !BY_PEOPLE.equals(deployment.getSource()), cases[0]);
    }
}
