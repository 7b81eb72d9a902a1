package org.zhibao.workflow;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.zhibao.operation.ClockNotKept;

/**
 * The engine's own move of a case, and what it leaves undone: it carries a task over as it is, though the new step may be
 * other people's, and gives a timer it does not know the dates of its expression, though the task may have another.
 * Afterwards every open task has its due date and exactly one deadline timer on it, or the move fails.
 */
final class MovingCase extends MigrateProcessInstanceCmd {

    private final MoveInstructions instructions;
    private final Set<String> timersBefore = new HashSet<>();

    MovingCase(MigrationPlanExecutionBuilderImpl builder, MoveInstructions instructions) {
        super(builder, false);
        this.instructions = instructions;
    }

    @Override
    protected void migrateProcessInstance(MigratingProcessInstance moving) {
        timersBefore.clear();
        moving.getMigratingActivityInstances().forEach(a -> timers(a.resolveRepresentativeExecution())
                .forEach(timer -> timersBefore.add(timer.getId())));
        moving.getMigratingActivityInstances().forEach(this::keepDate);
        super.migrateProcessInstance(moving);
        moving.getMigratingActivityInstances().forEach(this::settle);
    }

    /** A task that becomes other people's work is due when it was, unless a date for that work is known. */
    private void keepDate(MigratingActivityInstance moving) {
        Expression due = instructions.otherWork(moving.getSourceScope().getId())
                ? taskAt(moving).map(TaskDefinition::getDueDateExpression).orElse(null) : null;
        ExecutionEntity execution = moving.resolveRepresentativeExecution();
        if (due != null) {
            ExpressionGrammar.bareName(due.getExpressionText()).filter(name -> execution.getVariable(name) == null)
                    .ifPresent(name -> execution.getTasks().stream().map(TaskEntity::getDueDate).filter(Objects::nonNull)
                            .forEach(date -> execution.getProcessInstance().setVariable(name, date)));
        }
    }

    private static Optional<TaskDefinition> taskAt(MigratingActivityInstance moving) {
        return moving.getTargetScope() instanceof ActivityImpl step
                && step.getActivityBehavior() instanceof UserTaskActivityBehavior behavior
                ? Optional.of(behavior.getTaskDefinition()) : Optional.empty();
    }

    private void settle(MigratingActivityInstance moved) {
        taskAt(moved).ifPresent(definition -> settle(moved, definition));
    }

    private void settle(MigratingActivityInstance moved, TaskDefinition definition) {
        ExecutionEntity execution = moved.resolveRepresentativeExecution();
        for (TaskEntity task : List.copyOf(execution.getTasks())) {
            Date before = task.getDueDate();
            if (instructions.otherWork(moved.getSourceScope().getId())) {
                takeUp(task, definition, execution);
            } else {
                rename(task, definition, execution);
            }
            keepTime(task, execution, !Objects.equals(task.getDueDate(), before));
        }
    }

    /** Other people's work now: as if the case had just come to the step. */
    private static void takeUp(TaskEntity task, TaskDefinition definition, ExecutionEntity execution) {
        task.setAssignee(null);
        List.copyOf(task.getCandidates()).forEach(link ->
                task.deleteIdentityLink(link.getUserId(), link.getGroupId(), link.getType()));
        new TaskDecorator(definition, Context.getProcessEngineConfiguration().getExpressionManager())
                .decorate(task, execution);
        task.fireEvent(TaskListener.EVENTNAME_CREATE);
    }

    private static void rename(TaskEntity task, TaskDefinition definition, ExecutionEntity execution) {
        String name = definition.getNameExpression() == null ? null
                : (String) definition.getNameExpression().getValue(execution);
        if (name != null && !name.equals(task.getName())) {
            task.setName(name);
        }
    }

    private void keepTime(TaskEntity task, ExecutionEntity execution, boolean otherDate) {
        List<TimerEntity> timers = timers(execution);
        if (task.getDueDate() == null || timers.size() != 1) {
            throw new ClockNotKept("task " + task.getId() + " at " + task.getTaskDefinitionKey() + " due "
                    + task.getDueDate() + " has " + timers.size() + " timers");
        }
        TimerEntity timer = timers.get(0);
        boolean made = !timersBefore.contains(timer.getId());
        if (otherDate || made && !task.getDueDate().equals(timer.getDuedate())) {
            new SetJobDuedateCmd(timer.getId(), task.getDueDate(), true).execute(Context.getCommandContext());
        }
    }

    /** The timers at a task's own borders. */
    static List<TimerEntity> timers(ExecutionEntity execution) {
        return execution == null ? List.of() : execution.getJobs().stream().filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast).toList();
    }
}
