package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.CountyCheck;

/** Design invariants 1 and 2, asked of the engine: what the filing shows is where its process stands. */
final class Invariants {

    private static final Map<Stage, String> TASKS = Map.of(
            Stage.FILL_IN, "UserTask_FillIn",
            Stage.RECTIFY, "UserTask_Rectify",
            Stage.CITY_REVIEW, "UserTask_CityReview",
            Stage.PROVINCE_REVIEW, "UserTask_ProvinceReview",
            Stage.CITY_FEEDBACK, "UserTask_CityFeedback",
            Stage.PROVINCE_FEEDBACK, "UserTask_ProvinceFeedback");

    /** Where edited models have the same work under another id. */
    private static final Map<String, Set<String>> ALSO = Map.of("UserTask_CityReview",
            Set.of(CountyCheck.TASK, FilingModels.EXAMINATION));

    private final TaskService tasks;
    private final ManagementService jobs;
    private final HistoryService history;

    Invariants(ProcessEngine engine) {
        this.tasks = engine.getTaskService();
        this.jobs = engine.getManagementService();
        this.history = engine.getHistoryService();
    }

    /**
     * An open task is the one the filing names, due when it says, with exactly one live deadline timer, which goes on
     * day by day once the task is overdue; claimed by whom it says; and the status is one that belongs to the stage.
     */
    void hold(FilingSummary filing) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(key(filing)).list();
        assertThat(statusesAt(filing)).as("status at %s", filing.stage()).contains(filing.status());
        if (!TASKS.containsKey(filing.stage())) {
            assertThat(open).isEmpty();
            assertThat(timers(filing)).isEmpty();
            assertThat(filing.taskId()).isNull();
            assertThat(filing.dueAt()).isNull();
            return;
        }
        assertThat(open).extracting(Task::getId).containsExactly(filing.taskId());
        Task task = open.get(0);
        String usual = TASKS.get(filing.stage());
        assertThat(task.getTaskDefinitionKey()).matches(id -> id.equals(usual)
                || ALSO.getOrDefault(usual, Set.of()).contains(id), "a task of " + filing.stage());
        assertThat(task.getDueDate().toInstant()).isEqualTo(filing.dueAt());
        boolean withUnit = filing.stage() == Stage.FILL_IN || filing.stage() == Stage.RECTIFY;
        assertThat(task.getAssignee()).isEqualTo(withUnit ? filing.orgCode() : filing.claimedBy());
        assertThat(timers(filing)).singleElement().satisfies(timer -> {
            Duration late = Duration.between(filing.dueAt(), timer.getDuedate().toInstant());
            assertThat(late.toSeconds() % Duration.ofDays(1).toSeconds()).as("seconds beside a whole day").isZero();
            assertThat(late.isNegative()).isFalse();
            assertThat(late.isZero() || filing.overdue()).as("overdue, as the timer goes on").isTrue();
        });
    }

    List<Job> timers(FilingSummary filing) {
        return jobs.createJobQuery().processInstanceId(processInstance(filing)).timers().list();
    }

    String processInstance(FilingSummary filing) {
        // a filing that was re-opened goes on in another instance of the same key
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key(filing))
                .orderByProcessInstanceStartTime().desc().list().get(0).getId();
    }

    private static Set<FilingStatus> statusesAt(FilingSummary filing) {
        boolean claimed = filing.claimedBy() != null;
        return switch (filing.stage()) {
            case FILL_IN -> Set.of(FilingStatus.NOT_STARTED, FilingStatus.DRAFTING, FilingStatus.CHECK_FAILED);
            case RECTIFY -> Set.of(FilingStatus.RETURNED, FilingStatus.CHECK_FAILED);
            case CITY_REVIEW -> Set.of(claimed ? FilingStatus.CITY_REVIEW : FilingStatus.SUBMITTED);
            case PROVINCE_REVIEW -> Set.of(claimed ? FilingStatus.PROVINCE_REVIEW : FilingStatus.FORWARDED);
            case CITY_FEEDBACK, PROVINCE_FEEDBACK -> Set.of(FilingStatus.FEEDBACK);
            case ACCEPTED -> Set.of(FilingStatus.ACCEPTED);
            case REPORTED -> Set.of(FilingStatus.REPORTED);
            case ARCHIVED -> Set.of(FilingStatus.ARCHIVED);
            case SUSPENDED -> Set.of(FilingStatus.SUSPENDED);
            case CLOSED -> Set.of(FilingStatus.NOT_FILED);
        };
    }

    static String key(FilingSummary filing) {
        return filing.period() + "-" + filing.orgCode();
    }
}
