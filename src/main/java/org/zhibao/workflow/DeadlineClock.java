package org.zhibao.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The deadline timers of user tasks: each fires when its task is due and from then on once a day, so that an open task
 * has exactly one live timer at any time. The models name it in {@code ${deadlineClock.daily(due)}}.
 */
@Component
public class DeadlineClock {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;

    /** Looked up late: the engine's expressions know this bean. */
    DeadlineClock(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy ManagementService jobs) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    /** An ISO 8601 repeating interval: at {@code due}, then every day. */
    public String daily(Date due) {
        return "R/" + due.toInstant() + "/P1D";
    }

    /**
     * Moves an open task's due date, its timer and the variable both were made from.
     *
     * @param variable the process variable that says when the task is due
     * @throws IllegalStateException if the task has not exactly one deadline timer
     */
    void move(String taskId, String variable, Instant due) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        runtime.setVariable(task.getProcessInstanceId(), variable, Date.from(due));
        tasks.setDueDate(taskId, Date.from(due));
        jobs.setJobDuedate(timer(task).getId(), Date.from(due));
    }

    private Job timer(Task task) {
        // the timer at the task's own boundary: its process may have others, of other stages
        List<Job> timers = jobs.createJobQuery().executionId(task.getExecutionId()).timers().list();
        if (timers.size() != 1) {
            throw new IllegalStateException("task " + task.getId() + " has " + timers.size() + " timers, not one");
        }
        return timers.get(0);
    }
}
