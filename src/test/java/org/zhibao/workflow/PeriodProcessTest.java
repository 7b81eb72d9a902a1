package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
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
import org.springframework.test.context.TestExecutionListeners;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.PeriodState;
import org.zhibao.period.PeriodTask;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.submission.AreaActions;
import org.zhibao.submission.AreaDesk;
import org.zhibao.submission.AreaState;
import org.zhibao.submission.AreaView;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;

/** The processes of periods and areas on a real engine; together the tests pass every node and every flow. */
@ApplicationTest
@Import({Coverage.class, PeriodProcessTest.FullCoverage.class})
@TestExecutionListeners(value = ProcessEngineCoverageTestExecutionListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class PeriodProcessTest {

    private static final String EXPLAINED = "企业停产检修，月底补报";

    @TestConfiguration
    static class FullCoverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everyNodeAndFlow() {
            return Coverage.of(PeriodVariables.PROCESS, AreaVariables.PROCESS, "period-planning");
        }
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private SmallPeriod small;
    @Autowired
    private Periods periods;
    @Autowired
    private PeriodCourse course;
    @Autowired
    private AreaActions areas;
    @Autowired
    private AreaDesk desk;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService jobs;

    @Test
    void aPeriodRunsFromItsPlanToTheArchive() {
        small.plan("2021Q1");
        expect("2021Q1", PeriodState.PLANNED, PeriodTask.CONFIRM);
        course.confirm("2021Q1", false, scenario.actor("admin"));
        small.runJobs("2021Q1");
        expect("2021Q1", PeriodState.OPEN, null);
        List<FilingSummary> filings = small.filings("2021Q1");
        assertThat(filings).hasSize(3);
        small.accept(filings.get(0));
        small.accept(filings.get(1));
        for (String timer : List.of("Timer_EnterpriseDue", "Timer_CityDue", "Timer_ProvinceDue", "Timer_ClosingDay")) {
            fire("2021Q1", timer);
        }
        expect("2021Q1", PeriodState.OPEN, null);
        small.runJobs("2021Q1");
        expect("2021Q1", PeriodState.CLOSED, PeriodTask.REPORT);
        assertThat(scenario.now(filings.get(2)).stage()).isEqualTo(Stage.CLOSED);

        signAndAccept("2021Q1");
        areas.sign("2021Q1", AreaDesk.PROVINCE, Map.of(), scenario.province());
        assertThat(periods.require("2021Q1").state()).isEqualTo(PeriodState.REPORTING);
        small.runJobs("2021Q1");
        expect("2021Q1", PeriodState.REPORTED, PeriodTask.ARCHIVE);
        assertThat(scenario.now(filings.get(0)).stage()).isEqualTo(Stage.REPORTED);

        areas.archive("2021Q1", scenario.province());
        small.runJobs("2021Q1");
        assertThat(periods.require("2021Q1").state()).isEqualTo(PeriodState.ARCHIVED);
        assertThat(small.instance("2021Q1")).isNull();
        assertThat(small.filings("2021Q1")).extracting(FilingSummary::stage)
                .containsExactlyInAnyOrder(Stage.ARCHIVED, Stage.ARCHIVED, Stage.CLOSED);
        assertThat(desk.lines("2021Q1", scenario.province())).extracting(AreaDesk.Line::state)
                .containsOnly(AreaState.SETTLED);
        assertThat(runtime.createProcessInstanceQuery().variableValueEquals("period", "2021Q1").count()).isZero();
    }

    @Test
    void aPeriodConfirmedBeforeItsFirstDayOpensOnIt() {
        Quarter quarter = Quarter.parse("2035Q1");
        LocalDate first = quarter.end().plusDays(1);
        small.plan("2035Q1");
        course.confirm("2035Q1", false, scenario.actor("admin"));
        small.runJobs("2035Q1");
        expect("2035Q1", PeriodState.CONFIRMED, null);
        assertThat(timer("2035Q1", "Timer_OpeningDay").getDuedate())
                .isEqualTo(Date.from(Instant.parse(first.minusDays(1) + "T16:00:00Z")));
        fire("2035Q1", "Timer_OpeningDay");
        small.runJobs("2035Q1");
        expect("2035Q1", PeriodState.OPEN, null);
        assertThat(periods.require("2035Q1").openedCount()).isEqualTo(3);
        // so that no other test takes it for the current one
        small.close("2035Q1");
    }

    @Test
    void anAdministratorClosesAPeriodBeforeItsDay() {
        small.open("2021Q2");
        small.close("2021Q2");
        expect("2021Q2", PeriodState.CLOSED, PeriodTask.REPORT);
        assertThat(small.filings("2021Q2")).extracting(FilingSummary::stage).containsOnly(Stage.CLOSED);
        assertThat(jobs.createJobQuery().processInstanceId(small.instance("2021Q2").getId()).timers().list())
                .as("the deadline of the report alone").hasSize(1);
    }

    @Test
    void everyOpenActOfAPeriodIsFlaggedOnceItIsOverdueAndStaysOpen() {
        small.plan("2021Q3");
        missDeadline("2021Q3");
        course.confirm("2021Q3", true, scenario.actor("admin"));
        small.runJobs("2021Q3");
        small.close("2021Q3");
        missDeadline("2021Q3");
        Map<String, String> explained = new java.util.HashMap<>();
        desk.view("2021Q3", AreaDesk.PROVINCE, scenario.province()).items()
                .forEach(item -> explained.put(item.code(), EXPLAINED));
        areas.sign("2021Q3", AreaDesk.PROVINCE, explained, scenario.province());
        small.runJobs("2021Q3");
        missDeadline("2021Q3");
    }

    @Test
    void aCitySubmissionGoesToTheProvinceAndBackAndIsSupplemented() {
        FilingSummary filing = small.open("2021Q4").get(0);
        String city = filing.cityCode();
        missAreaDeadline("2021Q4", city);
        areas.sign("2021Q4", city, explanations("2021Q4", city), scenario.city(filing));
        expect("2021Q4", city, AreaState.SIGNED);
        missAreaDeadline("2021Q4", city);
        areas.sendBack("2021Q4", city, "请核实未上报单位", 3, scenario.province());
        expect("2021Q4", city, AreaState.RETURNED);
        areas.sign("2021Q4", city, explanations("2021Q4", city), scenario.city(filing));
        areas.accept("2021Q4", city, scenario.province());
        expect("2021Q4", city, AreaState.ACCEPTED);
        small.accept(filing);
        AreaView.Signature third = areas.sign("2021Q4", city, explanations("2021Q4", city), scenario.city(filing));
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.complete()).isEqualTo(1);
        expect("2021Q4", city, AreaState.SIGNED);
        areas.accept("2021Q4", city, scenario.province());
        expect("2021Q4", city, AreaState.ACCEPTED);
    }

    @Test
    void aRedatedPeriodMovesItsTimersAndOpenTasks() {
        small.open("2022Q1");
        String city = small.units().get(0).cityCode();
        LocalDate day = LocalDate.now().plusDays(40);
        periods.redate("2022Q1", day, day.plusDays(5), day.plusDays(10));
        ReportingPeriod period = periods.require("2022Q1");
        assertThat(timer("2022Q1", "Timer_EnterpriseDue").getDuedate()).isEqualTo(Date.from(period.enterpriseDue()));
        expect("2022Q1", city, AreaState.OPEN);
        assertThat(desk.view("2022Q1", city, scenario.province()).dueAt()).isEqualTo(period.cityDue());
        fire("2022Q1", "Timer_EnterpriseDue");
        assertThat(timer("2022Q1", "Timer_CityDue").getDuedate()).isEqualTo(Date.from(period.cityDue()));
        small.close("2022Q1");
        periods.redate("2022Q1", day, day.plusDays(6), day.plusDays(12));
        expect("2022Q1", PeriodState.CLOSED, PeriodTask.REPORT);
        assertThat(periods.require("2022Q1").taskDue()).isEqualTo(periods.require("2022Q1").reportDue());
    }

    @Test
    void thePeriodDueIsPlannedOnceHoweverOftenItIsLookedFor() {
        runtime.startProcessInstanceByKey("period-planning");
        long planned = periods.all().size();
        runtime.startProcessInstanceByKey("period-planning");
        assertThat(periods.all()).hasSize((int) planned);
        Job daily = jobs.createJobQuery().list().stream()
                .filter(job -> "period-planning".equals(job.getProcessDefinitionKey())).findFirst().orElseThrow();
        assertThat(daily.getDuedate()).isBetween(Instant.now(), Instant.now().plus(1, ChronoUnit.DAYS));
    }

    @Test
    void tasksOfPeriodsAndAreasAreCompletedOnTheirPagesOnly() {
        small.open("2022Q2");
        Task sign = tasks.createTaskQuery().taskDefinitionKey("UserTask_Sign").processVariableValueEquals("period",
                "2022Q2").list().get(0);
        assertThatThrownBy(() -> tasks.complete(sign.getId())).hasMessageContaining("form");
        small.close("2022Q2");
        String report = periods.require("2022Q2").taskId();
        assertThatThrownBy(() -> tasks.complete(report)).hasMessageContaining("form");
        expect("2022Q2", PeriodState.CLOSED, PeriodTask.REPORT);
    }

    private void signAndAccept(String period) {
        small.filings(period).stream().map(FilingSummary::cityCode).distinct().forEach(city -> {
            areas.sign(period, city, explanations(period, city), scenario.actor("city" + city));
            areas.accept(period, city, scenario.province());
        });
    }

    private Map<String, String> explanations(String period, String city) {
        Map<String, String> explained = new java.util.HashMap<>();
        desk.view(period, city, scenario.province()).exceptions()
                .forEach(item -> explained.put(item.code(), EXPLAINED));
        return explained;
    }

    /** The period shows where its process stands; an open act has a due date and exactly one live timer. */
    private void expect(String code, PeriodState state, PeriodTask act) {
        ReportingPeriod period = periods.require(code);
        assertThat(period.state()).isEqualTo(state);
        assertThat(period.task()).isEqualTo(act);
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(code).list();
        assertThat(open).hasSize(act == null ? 0 : 1);
        if (act != null) {
            assertThat(open.get(0).getId()).isEqualTo(period.taskId());
            requireOneTimer(open.get(0), period.taskDue());
        }
    }

    private void expect(String period, String city, AreaState state) {
        AreaView view = desk.view(period, city, scenario.province());
        assertThat(view.state()).isEqualTo(state);
        List<Task> open = areaTasks(period, city);
        assertThat(open).hasSize(view.dueAt() == null ? 0 : 1);
        open.forEach(task -> requireOneTimer(task, view.dueAt()));
    }

    private void requireOneTimer(Task task, Instant due) {
        assertThat(task.getDueDate().toInstant()).isEqualTo(due);
        assertThat(jobs.createJobQuery().processInstanceId(task.getProcessInstanceId()).timers().list())
                .singleElement().satisfies(timer -> assertThat(timer.getDuedate()).isEqualTo(task.getDueDate()));
    }

    private void missDeadline(String code) {
        String task = periods.require(code).taskId();
        Job timer = jobs.createJobQuery().processInstanceId(small.instance(code).getId()).timers().singleResult();
        jobs.executeJob(timer.getId());
        assertThat(periods.require(code).taskOverdue()).isTrue();
        assertThat(periods.require(code).taskId()).isEqualTo(task);
        assertThat(jobs.createJobQuery().processInstanceId(small.instance(code).getId()).timers().count()).isOne();
    }

    private void missAreaDeadline(String period, String city) {
        Task task = areaTasks(period, city).get(0);
        jobs.executeJob(jobs.createJobQuery().processInstanceId(task.getProcessInstanceId()).timers().singleResult()
                .getId());
        assertThat(desk.view(period, city, scenario.province()).overdue()).isTrue();
        assertThat(areaTasks(period, city)).extracting(Task::getId).containsExactly(task.getId());
    }

    private List<Task> areaTasks(String period, String city) {
        return tasks.createTaskQuery().processInstanceBusinessKey("area-" + period + "-" + city).list();
    }

    private Job timer(String code, String activity) {
        return jobs.createJobQuery().processInstanceId(small.instance(code).getId()).timers().list().stream()
                .filter(job -> activity(job).equals(activity)).findFirst().orElseThrow();
    }

    private String activity(Job job) {
        JobDefinition definition = jobs.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition.getActivityId();
    }

    private void fire(String code, String activity) {
        jobs.executeJob(timer(code, activity).getId());
    }
}
