package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelProblem;

/** Whether every step can be reached and left again, and no circle runs without end. */
@Component
class SoundFlow implements ModelGate.Check {

    @Override
    public List<ModelProblem> problems(String file, byte[] content, Element root) {
        List<ModelProblem> found = new ArrayList<>();
        Models.all(root, "process", "subProcess").forEach(scope -> found.addAll(scope(file, scope)));
        return found;
    }

    private static List<ModelProblem> scope(String file, Element scope) {
        FlowGraph graph = new FlowGraph(scope);
        List<ModelProblem> found = new ArrayList<>();
        List<String> starts = graph.nodes().stream().filter(SoundFlow::begins).map(Models::id).toList();
        List<String> ends = new ArrayList<>(graph.nodes().stream().filter(SoundFlow::ends).map(Models::id).toList());
        if (graph.nodes().stream().anyMatch(SoundFlow::endsTheRest)) {
            // who goes round goes round until that event comes
            ends.addAll(graph.circling());
        }
        if (graph.nodes().stream().noneMatch(e -> Models.is(e, "startEvent"))) {
            return List.of(Models.error(file, scope, new Text("model.no-start")));
        }
        Set<String> reachable = graph.from(starts);
        Set<String> leaving = graph.to(ends);
        for (Element node : graph.nodes()) {
            if (!reachable.contains(Models.id(node))) {
                found.add(Models.error(file, node, new Text("model.unreachable")));
            } else if (!leaving.contains(Models.id(node))) {
                found.add(Models.error(file, node, new Text("model.no-way-out")));
            }
        }
        graph.restless().forEach(node -> found.add(Models.error(file, node, new Text("model.restless-circle"))));
        Models.children(scope, "exclusiveGateway", "inclusiveGateway").forEach(g -> conditions(file, scope, g, found));
        return found;
    }

    /** Event sub-processes begin whenever their event comes. */
    private static boolean begins(Element node) {
        return Models.is(node, "startEvent") || "true".equals(node.getAttribute("triggeredByEvent"));
    }

    /** An event sub-process ends where it ends. A task that leads nowhere ends too, by mistake: only end events count. */
    private static boolean ends(Element node) {
        return Models.is(node, "endEvent") || "true".equals(node.getAttribute("triggeredByEvent"))
                || Models.is(node, "intermediateThrowEvent") && Models.defines(node, "linkEventDefinition");
    }

    /** Whether it is an event sub-process that ends everything else in its scope. */
    private static boolean endsTheRest(Element node) {
        return "true".equals(node.getAttribute("triggeredByEvent")) && Models.children(node, "startEvent").stream()
                .noneMatch(start -> "false".equals(start.getAttribute("isInterrupting")));
    }

    private static void conditions(String file, Element scope, Element gateway, List<ModelProblem> found) {
        List<Element> out = Models.children(scope, "sequenceFlow").stream()
                .filter(f -> f.getAttribute("sourceRef").equals(Models.id(gateway))).toList();
        if (out.size() > 1) {
            out.stream().filter(f -> !Models.id(f).equals(gateway.getAttribute("default")))
                    .filter(f -> Models.children(f, "conditionExpression").isEmpty())
                    .forEach(f -> found.add(Models.error(file, f, new Text("model.no-condition"))));
        }
    }
}
