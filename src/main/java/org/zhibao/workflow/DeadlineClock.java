package org.zhibao.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
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
     * An open task to be due at another time.
     *
     * @param variable the process variable that says when the task is due
     */
    record Move(String processInstanceId, String taskId, String variable, Instant due) {
    }

    /**
     * Moves the due dates of open tasks, their timers and the variables both were made from; the days on which a timer
     * goes on follow. Reads all tasks and timers at once; call it inside one command of the engine.
     *
     * @return ids of the tasks left as they are, because they are not open or have not exactly one timer
     */
    List<String> move(List<Move> moves) {
        Map<String, Task> open = tasks.createTaskQuery().taskIdIn(moves.stream().map(Move::taskId).toArray(String[]::new))
                .list().stream().collect(Collectors.toMap(Task::getId, t -> t));
        Map<String, List<Job>> timers = jobs.createJobQuery()
                .processInstanceIds(moves.stream().map(Move::processInstanceId).collect(Collectors.toSet())).timers()
                .list().stream().collect(Collectors.groupingBy(Job::getProcessInstanceId));
        // setting a variable looks up its instance: found in the engine's cache then
        if (!timers.isEmpty()) {
            runtime.createProcessInstanceQuery().processInstanceIds(timers.keySet()).list();
        }
        List<String> failed = new ArrayList<>();
        for (Move move : moves) {
            Task task = open.get(move.taskId());
            // the timer at the task's own boundary: its process may have others, of other stages
            List<Job> found = task == null ? List.of() : timers.getOrDefault(move.processInstanceId(), List.of())
                    .stream().filter(timer -> task.getExecutionId().equals(timer.getExecutionId())).toList();
            if (found.size() != 1) {
                failed.add(move.taskId());
                continue;
            }
            Date due = Date.from(move.due());
            runtime.setVariable(move.processInstanceId(), move.variable(), due);
            tasks.setDueDate(move.taskId(), due);
            jobs.setJobDuedate(found.get(0).getId(), due, true);
        }
        return failed;
    }

    /**
     * Moves one open task.
     *
     * @throws IllegalStateException if it is not open or has not exactly one timer
     */
    void move(String taskId, String variable, Instant due) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !move(List.of(new Move(task.getProcessInstanceId(), taskId, variable, due))).isEmpty()) {
            throw new IllegalStateException("task " + taskId + " is not open, or has not exactly one timer");
        }
    }

    /**
     * Whether a timer fires because the job executor had taken it up before its task got a later date. The engine
     * then has it fire again on that date: there is nothing to do.
     */
    static boolean outrun(boolean pastDue) {
        return !pastDue && Context.getJobExecutorContext() != null;
    }
}
