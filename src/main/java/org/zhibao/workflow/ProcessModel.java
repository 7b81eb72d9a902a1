package org.zhibao.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** One version of a process as it is drawn: its steps, what they are, and what of them matters to a case that waits. */
final class ProcessModel {

    /** The extension properties by which a feature knows where its case stands. */
    private static final Set<String> POSITIONS = ModelContract.ALL.stream().map(ModelContract::property)
            .filter(property -> !property.isEmpty()).collect(Collectors.toSet());

    private final Map<String, FlowNode> nodes;

    ProcessModel(BpmnModelInstance model) {
        nodes = model.getModelElementsByType(FlowNode.class).stream()
                .collect(Collectors.toMap(FlowNode::getId, Function.identity()));
    }

    Collection<FlowNode> nodes() {
        return nodes.values();
    }

    Optional<FlowNode> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** What people call a step. */
    String name(String id) {
        return nodes.containsKey(id) ? ElementNames.name(nodes.get(id)) : id;
    }

    /** What a step is; an event also by what it waits for. Cases go on only at a step of the same kind. */
    static String kind(FlowNode node) {
        return Stream.concat(Stream.of(node.getElementType().getTypeName()), definitions(node)
                .map(d -> d.getElementType().getTypeName())).collect(Collectors.joining("/"));
    }

    private static Stream<EventDefinition> definitions(FlowNode node) {
        return node.getChildElementsByType(EventDefinition.class).stream();
    }

    /** What hangs on a step's border. */
    List<BoundaryEvent> borderOf(String id) {
        return nodes.values().stream().filter(BoundaryEvent.class::isInstance).map(BoundaryEvent.class::cast)
                .filter(b -> b.getAttachedTo() != null && id.equals(b.getAttachedTo().getId())).toList();
    }

    /** Whether two border events wait for the same thing. */
    static boolean alike(BoundaryEvent one, BoundaryEvent other) {
        return kind(one).equals(kind(other)) && one.cancelActivity() == other.cancelActivity()
                && Objects.equals(message(one), message(other));
    }

    private static String message(FlowNode node) {
        return definitions(node).filter(MessageEventDefinition.class::isInstance).map(d ->
                ((MessageEventDefinition) d).getMessage()).filter(Objects::nonNull).map(m -> m.getName()).findFirst()
                .orElse(null);
    }

    /** Whether a user task has a due date and exactly one deadline timer. */
    boolean keepsTime(UserTask task) {
        return task.getCamundaDueDate() != null && borderOf(task.getId()).stream()
                .filter(b -> !b.cancelActivity() && waitsForTime(b)).count() == 1;
    }

    static boolean waitsForTime(FlowNode event) {
        return definitions(event).anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** Where a case stands for its feature while it waits at the step; empty if the feature is not told. */
    static Map<String, String> position(FlowNode node) {
        if (node.getExtensionElements() == null) {
            return Map.of();
        }
        return node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(p -> p.getCamundaProperties().stream()).filter(p -> POSITIONS.contains(p.getCamundaName()))
                .collect(Collectors.toMap(p -> p.getCamundaName(), p -> p.getCamundaValue(), (a, b) -> a));
    }

    /** Whether an open task is the same work for the same people at both. */
    static boolean sameWork(UserTask one, UserTask other) {
        return position(one).equals(position(other))
                && Objects.equals(one.getCamundaAssignee(), other.getCamundaAssignee())
                && Objects.equals(one.getCamundaCandidateGroups(), other.getCamundaCandidateGroups())
                && Objects.equals(one.getCamundaCandidateUsers(), other.getCamundaCandidateUsers());
    }
}
