package org.zhibao.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.zhibao.operation.ClockNotKept;

/** The engine's own look at a case before it would move it, and a look at its clocks, without moving it. */
final class CheckedCase extends MigrateProcessInstanceCmd {

    private final MoveInstructions instructions;

    CheckedCase(MigrationPlanExecutionBuilderImpl builder, MoveInstructions instructions) {
        super(builder, false);
        this.instructions = instructions;
    }

    @Override
    protected void deleteUnmappedActivityInstances(MigratingProcessInstance moving) {
        // stays as it is
    }

    @Override
    protected void migrateProcessInstance(MigratingProcessInstance moving) {
        moving.getMigratingActivityInstances().forEach(this::look);
    }

    private void look(MigratingActivityInstance moving) {
        if (!instructions.carriesTimer(moving.getSourceScope().getId())) {
            return;
        }
        ExecutionEntity execution = moving.resolveRepresentativeExecution();
        List<TaskEntity> tasks = execution.getTasks();
        int timers = MovingCase.timers(execution).size();
        if (timers != 1 || tasks.stream().anyMatch(task -> task.getDueDate() == null)) {
            throw new ClockNotKept("has " + timers + " timers");
        }
    }
}
