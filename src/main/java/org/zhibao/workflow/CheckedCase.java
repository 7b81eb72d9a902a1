package org.zhibao.workflow;

import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;

/** The engine's own look at a case before it would move it, without moving it. */
final class CheckedCase extends MigrateProcessInstanceCmd {

    CheckedCase(MigrationPlanExecutionBuilderImpl builder) {
        super(builder, false);
    }

    @Override
    protected void deleteUnmappedActivityInstances(MigratingProcessInstance moving) {
        // stays as it is
    }

    @Override
    protected void migrateProcessInstance(MigratingProcessInstance moving) {
        // stays where it is
    }
}
