package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelKind;
import org.zhibao.workshop.ModelProblem;
import org.zhibao.workshop.ModelProblem.Severity;
import org.zhibao.workshop.ModelVersion;

/** Warns of steps that are gone while cases stand at them: such cases stay on their version until told where to go on. */
@Component
class OpenCases implements ModelGate.Check {

    private final DeployedModels deployed;
    private final RuntimeService runtime;
    private final EngineCalls engine;

    OpenCases(DeployedModels deployed, @Lazy RuntimeService runtime, @Lazy EngineCalls engine) {
        this.deployed = deployed;
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public List<ModelProblem> problems(String file, byte[] content, Element root) {
        if (DeployedModels.kind(file) != ModelKind.PROCESS) {
            return List.of();
        }
        List<ModelVersion> peopled = deployed.versions(file).stream().filter(v -> v.cases() > 0).toList();
        Map<String, String> gone = new TreeMap<>();
        peopled.forEach(version -> ModelReader.root(deployed.content(version)).ifPresent(old -> gone.putAll(steps(old))));
        gone.keySet().removeAll(Models.all(root).map(Models::id).collect(Collectors.toSet()));
        List<ModelProblem> found = new ArrayList<>();
        gone.forEach((id, name) -> standing(peopled.get(0).key(), id).ifPresent(cases -> found.add(
                new ModelProblem(file, id, name, Severity.WARNING, new Text("model.open-cases", cases)))));
        return found;
    }

    private static Map<String, String> steps(Element root) {
        return Models.all(root, "process", "subProcess").flatMap(scope -> new FlowGraph(scope).nodes().stream())
                .collect(Collectors.toMap(Models::id, Models::name, (a, b) -> a));
    }

    private Optional<Long> standing(String key, String step) {
        Set<Long> cases = new HashSet<>();
        engine.asSystem(() -> cases.add(runtime.createProcessInstanceQuery().processDefinitionKey(key)
                .activityIdIn(step).count()));
        return cases.stream().filter(n -> n > 0).findFirst();
    }
}
