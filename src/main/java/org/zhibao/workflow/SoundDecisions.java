package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelKind;
import org.zhibao.workshop.ModelProblem;

/** Whether the tables of a file can be read, never answer twice, and answer what the platform asks. */
@Component
class SoundDecisions implements ModelGate.Check {

    /** What a decision is asked by, and what it has to answer. */
    record Question(Set<String> inputs, Set<String> outputs) {
    }

    static final String FILE = "deadlines.dmn";
    static final Map<String, Question> ASKED = Map.of(
            DmnDeadlineRules.NOMINAL, new Question(Set.of("stage", "period"), Set.of("monthOffset", "day")),
            DmnDeadlineRules.POLICY, new Question(Set.of("period"), Set.of("policy")));

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    @Override
    public List<ModelProblem> problems(String file, byte[] content, Element root) {
        if (DeployedModels.kind(file) != ModelKind.DECISION) {
            return List.of();
        }
        List<ModelProblem> found = new ArrayList<>();
        Models.all(root, "inputEntry", "outputEntry", "inputExpression", "literalExpression")
                .forEach(cell -> feel(file, cell, found));
        Models.all(root, "decisionTable").forEach(table -> table(file, table, found));
        if (FILE.equals(file)) {
            ASKED.forEach((decision, question) -> asked(file, root, decision, question, found));
        }
        return found;
    }

    private static void feel(String file, Element cell, List<ModelProblem> found) {
        String text = Models.children(cell, "text").stream().map(Models::text).findFirst().orElse("").strip();
        if (text.isEmpty() || "-".equals(text)) {
            return;
        }
        ParseResult read = Models.is(cell, "inputEntry") ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (read.isFailure()) {
            found.add(Models.error(file, cell, new Text("model.dmn-feel", text)));
        }
    }

    private static void table(String file, Element table, List<ModelProblem> found) {
        String policy = table.getAttribute("hitPolicy");
        if (!policy.isEmpty() && !"UNIQUE".equals(policy)) {
            return;
        }
        DecisionGrid grid = new DecisionGrid(table);
        List<Element> rows = Models.children(table, "rule");
        grid.overlaps().forEach(o -> found.add(Models.error(file, o.row(),
                new Text("model.dmn-overlap", rows.indexOf(o.row()) + 1, o.other()))));
        grid.gap().ifPresent(input -> found.add(Models.warning(file, table, new Text("model.dmn-gap", input))));
    }

    private static void asked(String file, Element root, String key, Question question, List<ModelProblem> found) {
        List<Element> decisions = Models.children(root, "decision").stream().filter(d -> key.equals(Models.id(d))).toList();
        if (decisions.isEmpty()) {
            found.add(Models.error(file, new Text("model.missing-decision", key)));
            return;
        }
        Element decision = decisions.get(0);
        Set<String> unknown = Models.all(decision, "inputExpression").flatMap(e -> Models.children(e, "text").stream())
                .map(Models::text).map(String::strip).filter(name -> !question.inputs().contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        unknown.forEach(name -> found.add(Models.error(file, decision, new Text("model.unknown-input", name,
                String.join("、", new TreeSet<>(question.inputs()))))));
        Set<String> there = Models.all(decision, "output").map(e -> e.getAttribute("name")).collect(Collectors.toSet());
        question.outputs().stream().filter(name -> !there.contains(name)).sorted().forEach(name ->
                found.add(Models.error(file, decision, new Text("model.missing-output", name))));
    }
}
