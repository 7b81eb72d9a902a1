package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageTestExecutionListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestExecutionListeners;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingOpening;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;

/** {@code filing.bpmn} from end to end on a real engine; together the tests pass every node and every flow. */
@ApplicationTest
@Import({Coverage.class, FilingProcessTest.FullCoverage.class})
@TestExecutionListeners(value = ProcessEngineCoverageTestExecutionListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class FilingProcessTest {

    @TestConfiguration
    static class FullCoverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everyNodeAndFlow() {
            return Coverage.of(FilingVariables.PROCESS);
        }
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private Periods periods;
    @Autowired
    private FilingOpening opening;
    @Autowired
    private PeriodCourse course;
    @Autowired
    private SmallPeriod small;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private HistoryService history;

    private Invariants invariants;

    @BeforeEach
    void invariants(@Autowired ProcessEngine engine) {
        invariants = new Invariants(engine);
    }

    @Test
    void openingAPeriodStartsEveryFilingExactlyOnce() {
        Quarter quarter = new Quarter(2024, 1);
        small.plan(quarter.code());
        course.confirm(quarter.code(), true, scenario.actor("admin"));
        String reached = opening.openNext(quarter.code(), "", 2).orElseThrow();
        assertThat(opening.openNext(quarter.code(), "", 2)).as("the same chunk again").contains(reached);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(quarter.code() + "-%").list())
                .extracting(ProcessInstance::getBusinessKey).doesNotHaveDuplicates().hasSize(2);
        assertThat(periods.require(quarter.code()).openedCount()).isEqualTo(2);
    }

    @Test
    void aReportInOrderGoesStraightToTheArchive() {
        FilingSummary filing = scenario.freshFiling();
        expect(filing, Stage.FILL_IN, FilingStatus.NOT_STARTED);
        scenario.save(filing, scenario.report(filing));
        expect(filing, Stage.FILL_IN, FilingStatus.DRAFTING);
        scenario.submit(filing, scenario.report(filing));
        expect(filing, Stage.CITY_REVIEW, FilingStatus.SUBMITTED);
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        expect(filing, Stage.PROVINCE_REVIEW, FilingStatus.FORWARDED);
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        expect(filing, Stage.ACCEPTED, FilingStatus.ACCEPTED);
        scenario.record(filing, FilingAction.REPORT, scenario.province());
        expect(filing, Stage.REPORTED, FilingStatus.REPORTED);
        scenario.record(filing, FilingAction.ARCHIVE, scenario.province());
        expect(filing, Stage.ARCHIVED, FilingStatus.ARCHIVED);
        assertThat(instance(filing)).isEqualTo(0);
    }

    @Test
    void aReportWithABlockingFindingComesBackToTheUnit() {
        FilingSummary filing = scenario.freshFiling();
        assertThat(scenario.submit(filing, scenario.reportWith(filing, Map.of("A10", ""))).received()).isFalse();
        expect(filing, Stage.FILL_IN, FilingStatus.CHECK_FAILED);
        assertThat(scenario.submit(filing, scenario.report(filing)).received()).isTrue();
        expect(filing, Stage.CITY_REVIEW, FilingStatus.SUBMITTED);
    }

    @Test
    void aReturnedReportIsRectifiedAndCheckedAgain() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        expect(filing, Stage.RECTIFY, FilingStatus.RETURNED);
        scenario.submit(filing, scenario.reportWith(filing, Map.of("A10", "")));
        expect(filing, Stage.RECTIFY, FilingStatus.CHECK_FAILED);
        scenario.submit(filing, scenario.report(filing));
        expect(filing, Stage.CITY_REVIEW, FilingStatus.SUBMITTED);
    }

    @Test
    void theUnitWithdrawsAndIsBackWhereItWas() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        scenario.withdraw(filing, scenario.unit(filing));
        expect(filing, Stage.FILL_IN, FilingStatus.DRAFTING);
        scenario.submit(filing, scenario.report(filing));
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        scenario.submit(filing, scenario.report(filing));
        scenario.withdraw(filing, scenario.unit(filing));
        expect(filing, Stage.RECTIFY, FilingStatus.RETURNED);
    }

    @Test
    void theCityWithdrawsAndReviewsAgain() {
        FilingSummary filing = scenario.forwarded();
        scenario.withdraw(filing, scenario.city(filing));
        expect(filing, Stage.CITY_REVIEW, FilingStatus.SUBMITTED);
    }

    @Test
    void theCityAnswersFeedbackWithARemark() {
        FilingSummary filing = scenario.forwarded();
        scenario.decide(filing, FilingAction.FEED_BACK, scenario.province());
        expect(filing, Stage.CITY_FEEDBACK, FilingStatus.FEEDBACK);
        scenario.decide(filing, FilingAction.REMARK, scenario.city(filing));
        expect(filing, Stage.PROVINCE_REVIEW, FilingStatus.FORWARDED);
    }

    @Test
    void theCityAnswersFeedbackWithAReturn() {
        FilingSummary filing = scenario.forwarded();
        scenario.decide(filing, FilingAction.FEED_BACK, scenario.province());
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        expect(filing, Stage.RECTIFY, FilingStatus.RETURNED);
        scenario.submit(filing, scenario.report(filing));
        expect(filing, Stage.CITY_REVIEW, FilingStatus.SUBMITTED);
    }

    @Test
    void theMinistrysFeedbackReachesProvinceAndCity() {
        FilingSummary filing = scenario.reported();
        scenario.record(filing, FilingAction.MINISTRY_FEEDBACK, scenario.province());
        expect(filing, Stage.PROVINCE_FEEDBACK, FilingStatus.FEEDBACK);
        scenario.decide(filing, FilingAction.REMARK, scenario.province());
        expect(filing, Stage.REPORTED, FilingStatus.REPORTED);
        scenario.record(filing, FilingAction.MINISTRY_FEEDBACK, scenario.province());
        scenario.decide(filing, FilingAction.FEED_BACK, scenario.province());
        expect(filing, Stage.CITY_FEEDBACK, FilingStatus.FEEDBACK);
    }

    @Test
    void aSuspensionEndsTheFilingWhereverItStands() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        scenario.record(filing, FilingAction.SUSPEND, scenario.city(filing));
        expect(filing, Stage.SUSPENDED, FilingStatus.SUSPENDED);
        assertThat(instance(filing)).isEqualTo(0);
    }

    @Test
    void aMissedDeadlineIsFlaggedAtEveryStageAndTheTaskStaysOpen() {
        FilingSummary filing = scenario.freshFiling();
        missDeadline(filing);
        scenario.submit(filing, scenario.report(filing));
        missDeadline(filing);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        missDeadline(filing);
        scenario.submit(filing, scenario.report(filing));
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        missDeadline(filing);
        scenario.decide(filing, FilingAction.FEED_BACK, scenario.province());
        missDeadline(filing);
        scenario.decide(filing, FilingAction.REMARK, scenario.city(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        scenario.record(filing, FilingAction.REPORT, scenario.province());
        scenario.record(filing, FilingAction.MINISTRY_FEEDBACK, scenario.province());
        missDeadline(filing);
    }

    @Test
    void whatIsNotFiledEndsWithThePeriodAndGoesOnOnceItIsReopened() {
        FilingSummary filing = small.open("2024Q2").get(0);
        FilingSummary returned = scenario.submitted(small.filings("2024Q2").get(1));
        scenario.decide(returned, FilingAction.RETURN, scenario.city(returned));
        small.close("2024Q2");
        expect(filing, Stage.CLOSED, FilingStatus.NOT_FILED);
        expect(returned, Stage.CLOSED, FilingStatus.NOT_FILED);
        assertThat(instance(filing)).isEqualTo(0);

        scenario.record(filing, FilingAction.REOPEN, scenario.actor("admin"));
        expect(filing, Stage.FILL_IN, FilingStatus.NOT_STARTED);
        scenario.record(returned, FilingAction.REOPEN, scenario.province());
        expect(returned, Stage.RECTIFY, FilingStatus.RETURNED);
        FilingSummary late = scenario.submitted(filing);
        expect(late, Stage.CITY_REVIEW, FilingStatus.SUBMITTED);
        assertThat(late.late()).as("filed after the period closed").isTrue();
    }

    @Test
    void anAcceptedReportIsReopenedOnceThePeriodIsClosed() {
        FilingSummary filing = scenario.submitted(small.open("2024Q3").get(0));
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        assertThatThrownBy(() -> scenario.record(filing, FilingAction.REOPEN, scenario.province()))
                .hasMessageContaining("action.period-open");
        small.close("2024Q3");
        scenario.record(filing, FilingAction.REOPEN, scenario.province());
        expect(filing, Stage.RECTIFY, FilingStatus.RETURNED);
        scenario.submit(filing, scenario.report(filing));
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        expect(filing, Stage.ACCEPTED, FilingStatus.ACCEPTED);
    }

    @Test
    void aBareCompletionPastTheFormIsRefused() {
        FilingSummary filing = scenario.freshFiling();
        assertThatThrownBy(() -> tasks.complete(filing.taskId())).hasMessageContaining("form");
        expect(filing, Stage.FILL_IN, FilingStatus.NOT_STARTED);
    }

    @Test
    void theEnginesHistoryKnowsWhoDidIt() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        assertThat(history.createUserOperationLogQuery().processInstanceId(invariants.processInstance(filing)).list())
                .extracting(o -> o.getOperationType() + " " + o.getUserId())
                .contains("Complete " + filing.orgCode(), "Claim city" + filing.cityCode(),
                        "Complete city" + filing.cityCode());
    }

    private void missDeadline(FilingSummary filing) {
        String task = scenario.now(filing).taskId();
        Job timer = invariants.timers(filing).get(0);
        jobs.executeJob(timer.getId());
        FilingSummary now = scenario.now(filing);
        assertThat(now.overdue()).as("overdue at %s", now.stage()).isTrue();
        assertThat(now.taskId()).as("the task stays open at %s", now.stage()).isEqualTo(task);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    private void expect(FilingSummary before, Stage stage, FilingStatus status) {
        FilingSummary filing = scenario.now(before);
        assertThat(filing.stage()).isEqualTo(stage);
        assertThat(filing.status()).isEqualTo(status);
        invariants.hold(filing);
    }

    private long instance(FilingSummary filing) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(Invariants.key(filing)).count();
    }
}
