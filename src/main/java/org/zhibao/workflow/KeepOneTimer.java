package org.zhibao.workflow;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * What the engine does after a job has failed. When a repeating timer fails, the engine at once schedules the next
 * repetition beside the failed one, which is tried again: from then on there would be two. Here the failed one alone
 * stays, and goes on repeating once it succeeds.
 */
final class KeepOneTimer implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new DefaultJobRetryCmd(jobId, failure) {
            @Override
            public Object execute(CommandContext context) {
                Object done = super.execute(context);
                if (context.getJobManager().findJobById(jobId) instanceof TimerEntity failed
                        && failed.getRepeat() != null && failed.getExecutionId() != null) {
                    keep(failed, context);
                }
                return done;
            }
        };
    }

    private static void keep(TimerEntity failed, CommandContext context) {
        if (failed.getJobHandlerConfiguration() instanceof TimerJobConfiguration repetition) {
            repetition.setFollowUpJobCreated(false);
            failed.setJobHandlerConfiguration(repetition);
        }
        for (JobEntity other : context.getJobManager().findJobsByExecutionId(failed.getExecutionId())) {
            if (other instanceof TimerEntity && !other.getId().equals(failed.getId())
                    && failed.getJobDefinitionId().equals(other.getJobDefinitionId())) {
                context.getJobManager().deleteJob(other);
            }
        }
    }
}
