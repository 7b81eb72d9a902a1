package org.zhibao.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The nodes of one process or sub-process and where their flows lead. */
final class FlowGraph {

    private static final Set<String> NODES = Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent",
            "intermediateThrowEvent", "task", "manualTask", "userTask", "serviceTask", "sendTask", "receiveTask",
            "businessRuleTask", "callActivity", "subProcess", "exclusiveGateway", "inclusiveGateway", "parallelGateway",
            "eventBasedGateway");

    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> onward = new HashMap<>();
    /** Where a further token begins, while the first one stays. */
    private final Map<String, Set<String>> aside = new HashMap<>();

    FlowGraph(Element scope) {
        Models.children(scope).stream().filter(e -> NODES.contains(e.getLocalName()))
                .forEach(e -> nodes.put(Models.id(e), e));
        Models.children(scope, "sequenceFlow").forEach(f ->
                lead(onward, f.getAttribute("sourceRef"), f.getAttribute("targetRef")));
        // what hangs at an activity begins there
        nodes.values().stream().filter(e -> Models.is(e, "boundaryEvent"))
                .forEach(e -> lead("false".equals(e.getAttribute("cancelActivity")) ? aside : onward,
                        e.getAttribute("attachedToRef"), Models.id(e)));
        links();
    }

    private void links() {
        for (Element thrower : nodes.values()) {
            for (Element link : Models.children(thrower, "linkEventDefinition")) {
                nodes.values().stream().filter(e -> Models.is(e, "intermediateCatchEvent"))
                        .filter(e -> Models.children(e, "linkEventDefinition").stream()
                                .anyMatch(l -> Models.name(l).equals(Models.name(link))))
                        .forEach(e -> lead(onward, Models.id(thrower), Models.id(e)));
            }
        }
    }

    private static void lead(Map<String, Set<String>> ways, String from, String to) {
        ways.computeIfAbsent(from, none -> new HashSet<>()).add(to);
    }

    Collection<Element> nodes() {
        return nodes.values();
    }

    /** Every node that can be reached from these, themselves included. */
    Set<String> from(Collection<String> starts) {
        Map<String, Set<String>> both = new HashMap<>();
        Stream.of(onward, aside).forEach(ways -> ways.forEach((from, targets) -> targets.forEach(to -> lead(both, from, to))));
        return reached(starts, both);
    }

    /** Every node from which one of these can be reached, themselves included. */
    Set<String> to(Collection<String> ends) {
        Map<String, Set<String>> back = new HashMap<>();
        onward.forEach((from, targets) -> targets.forEach(to -> lead(back, to, from)));
        return reached(ends, back);
    }

    /** The nodes from which a way leads back to themselves. */
    List<String> circling() {
        return nodes.keySet().stream().filter(node -> reached(onward.getOrDefault(node, Set.of()), onward).contains(node))
                .toList();
    }

    /** Nodes on a circle on which a token would never wait. */
    List<Element> restless() {
        Map<String, Set<String>> running = new HashMap<>();
        onward.forEach((from, targets) -> running.put(from,
                targets.stream().filter(to -> runs(from) && runs(to)).collect(Collectors.toSet())));
        return nodes.values().stream().filter(node -> reached(running.getOrDefault(Models.id(node), Set.of()), running)
                .contains(Models.id(node))).limit(1).toList();
    }

    private boolean runs(String node) {
        return nodes.containsKey(node) && !waits(nodes.get(node));
    }

    /** Where the engine stores where it is, and goes on later. */
    private static boolean waits(Element node) {
        return Models.is(node, "userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity",
                "boundaryEvent", "subProcess") || "true".equals(Models.camunda(node, "asyncBefore"))
                || "true".equals(Models.camunda(node, "asyncAfter"));
    }

    private static Set<String> reached(Collection<String> starts, Map<String, Set<String>> edges) {
        Set<String> seen = new HashSet<>(starts);
        Deque<String> open = new ArrayDeque<>(new ArrayList<>(starts));
        while (!open.isEmpty()) {
            for (String next : edges.getOrDefault(open.pop(), Set.of())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }
}
