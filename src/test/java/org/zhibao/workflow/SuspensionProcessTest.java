package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageTestExecutionListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestExecutionListeners;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.suspension.Declaration;
import org.zhibao.suspension.SuspensionDesk;
import org.zhibao.suspension.SuspensionState;
import org.zhibao.suspension.SuspensionSummary;
import org.zhibao.suspension.Suspensions;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;

/** {@code suspension.bpmn} on a real engine; together the tests pass every node and every flow. */
@ApplicationTest
@Import({Coverage.class, SuspensionProcessTest.FullCoverage.class})
@TestExecutionListeners(value = ProcessEngineCoverageTestExecutionListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class SuspensionProcessTest {

    private static final String WHY = "设备大修，全季停产，无排放";

    @TestConfiguration
    static class FullCoverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everyNodeAndFlow() {
            return Coverage.of(SuspensionVariables.PROCESS);
        }
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private SmallPeriod small;
    @Autowired
    private Suspensions suspensions;
    @Autowired
    private SuspensionDesk desk;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aVerifiedSuspensionEndsTheOpenFilingAndThoseOpenedLaterAndThenItself() {
        FilingSummary filing = small.open("2022Q3").get(0);
        long id = suspensions.declare(new Declaration(filing.orgCode(), "2022Q3", "2022Q4", "CLOSED", WHY), List.of(),
                scenario.unit(filing));
        expect(id, SuspensionState.DECLARED);
        assertThat(scenario.now(filing).stage()).as("the clock goes on until the city decides").isEqualTo(Stage.FILL_IN);

        suspensions.decide(id, true, "", scenario.city(filing));
        expect(id, SuspensionState.IN_FORCE);
        assertThat(scenario.now(filing)).satisfies(ended -> {
            assertThat(ended.status()).isEqualTo(FilingStatus.SUSPENDED);
            assertThat(ended.dueAt()).isNull();
        });

        List<FilingSummary> later = small.open("2022Q4");
        assertThat(later).extracting(FilingSummary::stage).containsExactlyInAnyOrder(Stage.SUSPENDED, Stage.FILL_IN,
                Stage.FILL_IN);
        assertThat(later.get(0)).satisfies(ended -> {
            assertThat(ended.orgCode()).isEqualTo(filing.orgCode());
            assertThat(ended.stage()).isEqualTo(Stage.SUSPENDED);
            assertThat(tasks.createTaskQuery().processInstanceBusinessKey("2022Q4-" + ended.orgCode()).count()).isZero();
        });

        Job end = timer(id);
        assertThat(end.getDuedate()).as("the day the first period after it opens")
                .isEqualTo(Date.from(Instant.parse(Quarter.parse("2022Q4").next().end() + "T16:00:00Z")));
        jobs.executeJob(end.getId());
        expect(id, SuspensionState.ENDED);
        assertThat(jobs.createJobQuery().processInstanceId(instance(id)).count()).isZero();
        assertThat(small.open("2023Q1")).extracting(FilingSummary::stage).as("everybody reports again")
                .containsOnly(Stage.FILL_IN);
    }

    @Test
    void aRefusedSuspensionLeavesTheFilingAndItsClockAsTheyAre() {
        FilingSummary filing = scenario.freshFiling();
        long id = declare(filing, scenario.unit(filing));
        assertThatThrownBy(() -> suspensions.decide(id, false, " ", scenario.city(filing)))
                .isInstanceOf(Refusal.class);
        suspensions.decide(id, false, "现场核查仍在生产", scenario.city(filing));
        expect(id, SuspensionState.REFUSED);
        assertThat(scenario.now(filing)).isEqualTo(filing);
        assertThat(declare(filing, scenario.unit(filing))).as("it can be declared again").isGreaterThan(id);
    }

    @Test
    void whoeverDeclaredItTakesItBackUntilTheCityHasDecided() {
        FilingSummary filing = scenario.freshFiling();
        Actor county = scenario.county(filing);
        long id = declare(filing, county);
        assertThatThrownBy(() -> suspensions.withdraw(id, "", scenario.unit(filing))).isInstanceOf(Refusal.class);
        suspensions.withdraw(id, "企业已恢复生产", county);
        expect(id, SuspensionState.WITHDRAWN);
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.FILL_IN);
        long again = declare(filing, county);
        suspensions.decide(again, true, "", scenario.city(filing));
        assertThatThrownBy(() -> suspensions.withdraw(again, "", county)).isInstanceOf(Refusal.class);
        expect(again, SuspensionState.IN_FORCE);
    }

    @Test
    void aMissedDeadlineIsFlaggedAndToldOnceAndTheTaskStaysOpen() {
        FilingSummary filing = scenario.freshFiling();
        long id = declare(filing, scenario.unit(filing));
        String task = summary(id).taskId();
        jobs.executeJob(timer(id).getId());
        jobs.executeJob(timer(id).getId());
        assertThat(summary(id).overdue()).isTrue();
        assertThat(summary(id).taskId()).isEqualTo(task);
        assertThat(told(id, "SUSPENSION_OVERDUE", scenario.city(filing))).isEqualTo(1);
        suspensions.decide(id, true, "", scenario.city(filing));
        expect(id, SuspensionState.IN_FORCE);
    }

    @Test
    void whatTheCityDeclaresItHasVerified() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        long id = declare(filing, scenario.city(filing));
        expect(id, SuspensionState.IN_FORCE);
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.SUSPENDED);
    }

    @Test
    void theTaskIsCompletedOnItsPageOnly() {
        FilingSummary filing = scenario.freshFiling();
        long id = declare(filing, scenario.unit(filing));
        assertThatThrownBy(() -> tasks.complete(summary(id).taskId())).hasMessageContaining("form");
        expect(id, SuspensionState.DECLARED);
    }

    private long declare(FilingSummary filing, Actor actor) {
        return suspensions.declare(new Declaration(filing.orgCode(), filing.period(), "", "STOPPED", WHY), List.of(),
                actor);
    }

    /** The suspension shows where its process stands; an open task has a due date and exactly one live timer. */
    private void expect(long id, SuspensionState state) {
        SuspensionSummary suspension = summary(id);
        assertThat(suspension.state()).isEqualTo(state);
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey("suspension-" + id).list();
        assertThat(open).hasSize(state == SuspensionState.DECLARED ? 1 : 0);
        if (state == SuspensionState.DECLARED) {
            assertThat(open.get(0).getId()).isEqualTo(suspension.taskId());
            assertThat(open.get(0).getDueDate().toInstant()).isEqualTo(suspension.dueAt());
            assertThat(timer(id).getDuedate()).isEqualTo(open.get(0).getDueDate());
        } else {
            assertThat(suspension.taskId()).isNull();
            assertThat(suspension.dueAt()).isNull();
        }
    }

    private SuspensionSummary summary(long id) {
        return desk.view(id, scenario.actor("admin")).suspension();
    }

    private Job timer(long id) {
        return jobs.createJobQuery().processInstanceId(instance(id)).timers().singleResult();
    }

    private String instance(long id) {
        return jdbc.sql("select process_instance_id from suspension where id = ?").param(id).query(String.class)
                .single();
    }

    private long told(long id, String kind, Actor recipient) {
        return jdbc.sql("select count(*) from notice where kind = ? and recipient = ? and link = ?")
                .params(kind, recipient.userId(), "/suspensions/" + id).query(Long.class).single();
    }
}
