package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.zhibao.operation.MoveProblem;

/**
 * How the steps of one version map to those of another: what the engine maps by itself, what somebody has chosen, and the
 * border events of both by what they wait for, so that a deadline timer goes along with its task and keeps its date. What
 * would break a case's clock or its projection is left out, with the reason.
 */
final class MoveInstructions {

    /** Why a step cannot be mapped. */
    record Obstacle(MoveProblem problem, String detail) {
    }

    private final ProcessModel from;
    private final ProcessModel to;
    private final Map<String, String> steps = new TreeMap<>();
    private final Map<String, Obstacle> obstacles = new HashMap<>();
    private MigrationPlan plan;

    private MoveInstructions(ProcessModel from, ProcessModel to) {
        this.from = from;
        this.to = to;
    }

    /** @param chosen steps of the one version to steps of the other; empty for none */
    static MoveInstructions of(RuntimeService runtime, String fromId, ProcessModel from, String toId, ProcessModel to,
                               Map<String, String> chosen) {
        MoveInstructions made = new MoveInstructions(from, to);
        runtime.createMigrationPlan(fromId, toId).mapEqualActivities().build().getInstructions()
                .forEach(i -> made.steps.put(i.getSourceActivityId(), i.getTargetActivityId()));
        chosen.forEach(made::choose);
        made.leaveOutWhatWouldBreak();
        made.mapBorders();
        made.plan = made.accepted(runtime, fromId, toId);
        return made;
    }

    private void choose(String source, String target) {
        if (target.isEmpty()) {
            steps.remove(source);
        } else if (from.find(source).isPresent() && to.find(target).isPresent()) {
            steps.put(source, target);
        }
    }

    private void leaveOutWhatWouldBreak() {
        new LinkedHashMap<>(steps).forEach((source, target) -> {
            FlowNode one = from.find(source).orElse(null);
            FlowNode other = to.find(target).orElse(null);
            if (one == null || other == null || one instanceof BoundaryEvent) {
                return;
            }
            if (other instanceof UserTask task && !to.keepsTime(task)) {
                leaveOut(source, new Obstacle(MoveProblem.NO_DEADLINE, null));
            } else if (!(other instanceof UserTask) && !ProcessModel.position(one).equals(ProcessModel.position(other))) {
                leaveOut(source, new Obstacle(MoveProblem.OTHER_POSITION, null));
            }
        });
    }

    private void leaveOut(String source, Obstacle obstacle) {
        steps.remove(source);
        obstacles.put(source, obstacle);
    }

    private void mapBorders() {
        from.nodes().stream().filter(BoundaryEvent.class::isInstance).forEach(b -> {
            String mapped = steps.get(b.getId());
            if (mapped != null && !onMappedSteps((BoundaryEvent) b, (BoundaryEvent) to.find(mapped).orElseThrow())) {
                steps.remove(b.getId());
            }
        });
        new TreeMap<>(steps).forEach((source, target) -> {
            List<BoundaryEvent> borders = from.borderOf(source);
            Set<String> taken = borders.stream().map(b -> steps.get(b.getId())).filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            for (BoundaryEvent border : borders) {
                List<BoundaryEvent> same = to.borderOf(target).stream().filter(b -> ProcessModel.alike(border, b)
                        && !taken.contains(b.getId())).toList();
                if (!steps.containsKey(border.getId()) && same.size() == 1) {
                    steps.put(border.getId(), same.get(0).getId());
                    taken.add(same.get(0).getId());
                }
            }
        });
    }

    private boolean onMappedSteps(BoundaryEvent source, BoundaryEvent target) {
        return target.getAttachedTo().getId().equals(steps.get(source.getAttachedTo().getId()));
    }

    /** The plan without the steps the engine does not accept. */
    private MigrationPlan accepted(RuntimeService runtime, String fromId, String toId) {
        while (true) {
            try {
                MigrationPlanBuilder builder = runtime.createMigrationPlan(fromId, toId);
                steps.forEach(builder::mapActivities);
                return builder.build();
            } catch (MigrationPlanValidationException refused) {
                List<String> out = new ArrayList<>();
                refused.getValidationReport().getInstructionReports().forEach(report -> {
                    String source = report.getMigrationInstruction().getSourceActivityId();
                    out.add(source);
                    leaveOut(source, new Obstacle(MoveProblem.ENGINE, String.join(" ", report.getFailures())));
                });
                if (out.isEmpty()) {
                    throw refused;
                }
                out.forEach(source -> from.borderOf(source).forEach(border -> steps.remove(border.getId())));
            }
        }
    }

    MigrationPlan plan() {
        return plan;
    }

    /** Where cases at a step go on; null if they stay. */
    String target(String source) {
        return steps.get(source);
    }

    /** Why a step cannot be mapped; null if it is, or nobody has chosen another. */
    Obstacle obstacle(String source) {
        return obstacles.get(source);
    }

    /** Whether the deadline timer of an open task of a step goes along with it. */
    boolean carriesTimer(String source) {
        return steps.containsKey(source) && from.borderOf(source).stream().anyMatch(b -> ProcessModel.waitsForTime(b)
                && steps.containsKey(b.getId()));
    }

    /** Whether an open task of a step is taken up anew: other work, or other people's. */
    boolean otherWork(String source) {
        FlowNode one = from.find(source).orElse(null);
        FlowNode other = to.find(steps.getOrDefault(source, "")).orElse(null);
        return one instanceof UserTask task && other instanceof UserTask next && !ProcessModel.sameWork(task, next);
    }

    /** Steps of the new version at which cases of a step could go on, the likeliest first. */
    List<FlowNode> choices(FlowNode step) {
        return to.nodes().stream().filter(n -> ProcessModel.kind(n).equals(ProcessModel.kind(step)))
                .sorted(Comparator.comparing((FlowNode n) -> !ProcessModel.position(n)
                        .equals(ProcessModel.position(step))).thenComparing(FlowNode::getId)).toList();
    }
}
