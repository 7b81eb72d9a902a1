package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhibao.workflow.ClockScenario.day;
import static org.zhibao.workflow.ClockScenario.endOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.audit.AuditTrail;
import org.zhibao.clock.CaseOutcome;
import org.zhibao.clock.DueChange;
import org.zhibao.clock.EscalationLevel;
import org.zhibao.clock.ExtensionRequest;
import org.zhibao.clock.Extensions;
import org.zhibao.clock.LatenessRow;
import org.zhibao.clock.LatenessRows;
import org.zhibao.clock.RedatingPlan;
import org.zhibao.clock.Redatings;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.LatenessEnded.Ending;
import org.zhibao.filing.Stage;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** {@code redating.bpmn} from end to end: period, tasks, timers and the lateness ledger move together. */
@ApplicationTest
class RedatingIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private Redatings redatings;
    @Autowired
    private Extensions extensions;
    @Autowired
    private LatenessRows lateness;
    @Autowired
    private Periods periods;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient database;
    @Autowired
    private ProcessEngine engine;

    private final Quarter quarter = ClockScenario.quarterAhead();
    private ClockScenario clocks;
    private Invariants invariants;

    @BeforeEach
    void prepare(@Autowired AutowireCapableBeanFactory beans) {
        clocks = new ClockScenario(beans);
        invariants = new Invariants(engine);
    }

    @AfterEach
    void close() {
        clocks.run();
        if (periods.find(quarter.code()).isPresent()) {
            clocks.close(quarter);
        }
    }

    @Test
    void everyOpenTaskAndItsTimerMoveAndTheLogSaysFromWhenToWhen() {
        clocks.open(quarter, 6);
        FilingSummary submitted = scenario.submitted(clocks.filings(quarter).get(0));
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        RedatingPlan plan = redatings.plan(quarter.code(), clocks.admin());
        assertThat(plan.stages().get(Stage.FILL_IN).moves()).isEqualTo(5);
        assertThat(plan.stages().get(Stage.CITY_REVIEW).moves()).isEqualTo(1);
        assertThat(plan.cities().values().stream().mapToInt(i -> i).sum()).isEqualTo(6);

        DueChange change = clocks.redate(quarter);

        assertThat(periods.require(quarter.code()).enterpriseDue()).isEqualTo(endOf(day(quarter, 4, 10)));
        List<FilingSummary> filings = clocks.filings(quarter);
        assertThat(filings).hasSize(6).allSatisfy(filing -> {
            assertThat(filing.dueAt()).isEqualTo(endOf(filing.stage() == Stage.FILL_IN ? day(quarter, 4, 10)
                    : day(quarter, 4, 15)));
            invariants.hold(filing);
        });
        Redatings.Progress progress = redatings.progress(change.id(), clocks.admin());
        assertThat(progress.finished()).isTrue();
        assertThat(progress.count(CaseOutcome.MOVED)).isEqualTo(6);
        assertThat(redatings.log(change.id(), null, 0, 10, clocks.admin()))
                .filteredOn(c -> c.filingId() == submitted.id()).singleElement()
                .satisfies(c -> assertThat(c.newDue()).isEqualTo(endOf(day(quarter, 4, 15))))
                .satisfies(c -> assertThat(c.oldDue()).isEqualTo(submitted.dueAt()));
        assertThat(audit.of("period/" + quarter.code())).singleElement()
                .satisfies(row -> assertThat(row.detail()).contains("6 open tasks", "放假安排调整"));
    }

    @Test
    void aMovedTimerFiresOnTheNewDateAndThenDaily() {
        clocks.open(quarter, 1);
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        clocks.redate(quarter);
        clocks.document(quarter, day(quarter, 4, 8), day(quarter, 4, 15), day(quarter, 4, 20));
        clocks.redate(quarter);
        FilingSummary filing = clocks.filings(quarter).get(0);
        Instant due = endOf(day(quarter, 4, 8));
        assertThat(invariants.timers(filing)).singleElement().extracting(t -> t.getDuedate().toInstant())
                .isEqualTo(due);
        ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
        try {
            fire(filing);
        } finally {
            ClockUtil.reset();
        }
        assertThat(invariants.timers(filing)).singleElement().extracting(t -> t.getDuedate().toInstant())
                .isEqualTo(endOf(day(quarter, 4, 9)));
        invariants.hold(scenario.now(filing));
    }

    @Test
    void manyTasksMoveInChunksAndEveryNodeAndFlowIsPassed() {
        int units = MoveDueTasks.CHUNK + 20;
        clocks.open(quarter, units);
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        DueChange change = clocks.confirm(quarter);
        clocks.runNext();
        assertThat(redatings.progress(change.id(), clocks.admin()).pending()).isEqualTo(units);
        clocks.runNext();
        assertThat(redatings.progress(change.id(), clocks.admin()).pending()).as("a chunk is done").isEqualTo(20);
        assertThat(redatings.progress(change.id(), clocks.admin()).finished()).isFalse();
        clocks.run();
        assertThat(redatings.progress(change.id(), clocks.admin()).finished()).isTrue();
        assertThat(clocks.filings(quarter)).extracting(FilingSummary::dueAt).containsOnly(endOf(day(quarter, 4, 10)));

        List<HistoricActivityInstance> passed = engine.getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(instance(change)).list();
        String definition = passed.get(0).getProcessDefinitionId();
        assertThat(passed.stream().map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet()))
                .isEqualTo(engine.getRepositoryService().getBpmnModelInstance(definition)
                        .getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId)
                        .collect(Collectors.toSet()));
        assertThat(passed).filteredOn(a -> a.getActivityId().equals("ServiceTask_Move"))
                .as("the loop back, once").hasSize(2);
    }

    @Test
    void aCaseThatMovedOnMeanwhileIsLeftAndIsDueByTheNewDays() {
        clocks.open(quarter, 3);
        FilingSummary filing = clocks.filings(quarter).get(0);
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        DueChange change = clocks.confirm(quarter);
        clocks.runNext();
        assertThat(scenario.submitted(filing).dueAt()).isEqualTo(endOf(day(quarter, 4, 15)));
        clocks.run();
        assertThat(redatings.log(change.id(), CaseOutcome.MOVED_ON, 0, 10, clocks.admin()))
                .singleElement().satisfies(c -> assertThat(c.filingId()).isEqualTo(filing.id()));
        invariants.hold(scenario.now(filing));
    }

    @Test
    void whatEnteredItsStageByTheOldDaysAtTheSameTimeIsPutRight() {
        clocks.open(quarter, 1);
        FilingSummary filing = clocks.filings(quarter).get(0);
        Instant old = periods.require(quarter.code()).cityDue();
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        clocks.confirm(quarter);
        clocks.runNext();
        // as a submission does that read the old days before the period was re-dated
        database.sql("update reporting_period set city_due = ?, enterprise_due = ? where code = ?")
                .params(old.atOffset(java.time.ZoneOffset.UTC), old.minusSeconds(99).atOffset(java.time.ZoneOffset.UTC),
                        quarter.code()).update();
        assertThat(scenario.submitted(filing).dueAt()).isEqualTo(old);
        database.sql("update reporting_period set city_due = ?, enterprise_due = ? where code = ?")
                .params(endOf(day(quarter, 4, 15)).atOffset(java.time.ZoneOffset.UTC),
                        endOf(day(quarter, 4, 10)).atOffset(java.time.ZoneOffset.UTC), quarter.code()).update();
        clocks.run();
        assertThat(scenario.now(filing).dueAt()).isEqualTo(endOf(day(quarter, 4, 15)));
        invariants.hold(scenario.now(filing));
    }

    @Test
    void aWithdrawalAfterARedatingComesBackToTheNewDay() {
        clocks.open(quarter, 1);
        FilingSummary filing = scenario.submitted(clocks.filings(quarter).get(0));
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        clocks.redate(quarter);
        scenario.withdraw(filing, scenario.unit(filing));
        assertThat(scenario.now(filing).dueAt()).isEqualTo(endOf(day(quarter, 4, 10)));
        invariants.hold(scenario.now(filing));
    }

    @Test
    void anOverdueTaskThatGetsTimeAgainIsOverdueNoLongerAndItsLatenessEndsAsRedated() {
        clocks.open(quarter, 1);
        FilingSummary filing = clocks.filings(quarter).get(0);
        fire(filing);
        assertThat(lateness.open(filing.id())).isPresent();
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        clocks.redate(quarter);
        assertThat(scenario.now(filing).overdue()).isFalse();
        assertThat(lateness.ofFiling(filing.id())).singleElement().extracting(LatenessRow::ending)
                .isEqualTo(Ending.REDATED);
        invariants.hold(scenario.now(filing));
    }

    @Test
    void aTaskMovedIntoThePastIsOverdueAtOnceAndEscalatedAsFarAsItIsLate() {
        // a quarter long gone, planned late: the rules give days of that year
        Quarter gone = new Quarter(2018, 2);
        clocks.open(gone, 2);
        List<FilingSummary> before = clocks.filings(gone);
        scenario.submitted(before.get(0));
        assertThat(redatings.plan(gone.code(), clocks.admin()).becomeOverdue()).isEqualTo(2);
        clocks.redate(gone);
        assertThat(clocks.filings(gone)).allSatisfy(filing -> {
            assertThat(filing.overdue()).isTrue();
            assertThat(filing.dueAt()).isBefore(Instant.parse("2018-12-31T00:00:00Z"));
            invariants.hold(filing);
            LatenessRow row = lateness.open(filing.id()).orElseThrow();
            assertThat(row.level()).isEqualTo(EscalationLevel.PROVINCE);
            assertThat(row.provinceAt()).isNotNull();
            assertThat(row.countyAt() != null).as("the county is told of enterprises only")
                    .isEqualTo(filing.stage() == Stage.FILL_IN);
            fire(filing);
            assertThat(lateness.ofFiling(filing.id())).as("however often the timer fires").hasSize(1);
            invariants.hold(scenario.now(filing));
        });
        clocks.close(gone);
    }

    @Test
    void anExtensionSurvivesAnEarlierDateAndYieldsToALaterOne() {
        clocks.open(quarter, 2);
        FilingSummary filing = clocks.filings(quarter).get(0);
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        clocks.redate(quarter);
        extensions.grant(new ExtensionRequest(filing.id(), null, null, null, day(quarter, 4, 13), "停电检修"),
                scenario.city(filing));
        assertThat(scenario.now(filing).dueAt()).isEqualTo(endOf(day(quarter, 4, 13)));

        clocks.document(quarter, day(quarter, 4, 8), day(quarter, 4, 15), day(quarter, 4, 20));
        assertThat(redatings.plan(quarter.code(), clocks.admin()).kept()).singleElement()
                .satisfies(c -> assertThat(c.filing().id()).isEqualTo(filing.id()));
        DueChange change = clocks.redate(quarter);
        assertThat(scenario.now(filing).dueAt()).isEqualTo(endOf(day(quarter, 4, 13)));
        assertThat(redatings.progress(change.id(), clocks.admin()).count(CaseOutcome.KEPT_EXTENSION)).isEqualTo(1);
        assertThat(redatings.progress(change.id(), clocks.admin()).count(CaseOutcome.MOVED)).isEqualTo(1);

        clocks.document(quarter, day(quarter, 4, 14), day(quarter, 4, 16), day(quarter, 4, 20));
        clocks.redate(quarter);
        assertThat(scenario.now(filing).dueAt()).isEqualTo(endOf(day(quarter, 4, 14)));
        invariants.hold(scenario.now(filing));
    }

    @Test
    void aReviewAfterAReturnKeepsItsThreeWorkingDays() {
        clocks.open(quarter, 1);
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        FilingSummary filing = scenario.submitted(clocks.filings(quarter).get(0));
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        Instant rectify = scenario.now(filing).dueAt();
        clocks.redate(quarter);
        assertThat(scenario.now(filing).dueAt()).as("a time limit is not the period's day").isEqualTo(rectify);
        scenario.submit(filing, scenario.report(filing));
        assertThat(scenario.now(filing).dueAt()).as("the later of the two").isEqualTo(endOf(day(quarter, 4, 15)));
    }

    @Test
    void aSecondRedatingOfThePeriodIsRefusedWhileOneRuns() {
        clocks.open(quarter, 1);
        clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        clocks.confirm(quarter);
        assertThat(refused(() -> clocks.confirm(quarter))).isEqualTo("clock.redating.running");
        clocks.run();
        assertThat(refused(() -> clocks.confirm(quarter))).as("nothing is left").isEqualTo("clock.redating.nothing");
    }

    @Test
    void otherDatesThanThosePreviewedAndTooShortAReasonAreRefusedAndChangeNothing() {
        clocks.open(quarter, 1);
        DueChange.Days seen = clocks.document(quarter, day(quarter, 4, 10), day(quarter, 4, 15), day(quarter, 4, 20));
        assertThat(refused(() -> redatings.start(quarter.code(), seen, " 改 ", clocks.admin()))).isEqualTo("refusal.fields");
        assertThat(refused(() -> redatings.start(quarter.code(), seen, "国庆调休", scenario.province())))
                .isEqualTo("clock.redating.administrators-only");
        clocks.document(quarter, day(quarter, 4, 11), day(quarter, 4, 15), day(quarter, 4, 20));
        assertThat(refused(() -> redatings.start(quarter.code(), seen, "国庆调休", clocks.admin())))
                .isEqualTo("clock.redating.changed-meanwhile");
        assertThat(audit.of("period/" + quarter.code())).isEmpty();
        assertThat(clocks.filings(quarter)).extracting(FilingSummary::dueAt)
                .containsOnly(endOf(LocalDate.now().plusDays(7)));
    }

    @Test
    void aPeriodOfWhichTheRulesKnowNothingIsRefusedWithTheReason() {
        Quarter before = new Quarter(2012, 4);
        clocks.open(before, 1);
        try {
            assertThat(refused(() -> redatings.plan(before.code(), clocks.admin()))).contains("bad-rule");
            assertThat(redatings.openPeriods(clocks.admin())).filteredOn(p -> p.period().code().equals(before.code()))
                    .singleElement().satisfies(p -> assertThat(p.refused()).isNotNull());
        } finally {
            clocks.close(before);
        }
    }

    @Test
    void aTimerTakenUpBeforeItsTaskGotALaterDateMarksNothingAndWaitsForThatDate() {
        clocks.open(quarter, 1);
        FilingSummary filing = clocks.filings(quarter).get(0);
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            fire(filing);
        } finally {
            Context.removeJobExecutorContext();
        }
        assertThat(scenario.now(filing).overdue()).isFalse();
        assertThat(invariants.timers(filing)).singleElement().extracting(t -> t.getDuedate().toInstant())
                .isEqualTo(filing.dueAt());
        invariants.hold(scenario.now(filing));
    }

    @Test
    void aTimerThatFailsIsTriedAgainAndStaysTheOnlyOne() {
        clocks.open(quarter, 1);
        FilingSummary filing = clocks.filings(quarter).get(0);
        engine.getRuntimeService().setVariable(invariants.processInstance(filing), "filingId", -1L);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> fire(filing)).isInstanceOf(Refusal.class);
        }
        assertThat(invariants.timers(filing)).singleElement().extracting(Job::getRetries).isEqualTo(1);
        engine.getRuntimeService().setVariable(invariants.processInstance(filing), "filingId", filing.id());
        for (int i = 0; i < 2; i++) {
            fire(filing);
            assertThat(scenario.now(filing).overdue()).isTrue();
            invariants.hold(scenario.now(filing));
        }
    }

    private void fire(FilingSummary filing) {
        for (Job timer : invariants.timers(filing)) {
            engine.getManagementService().executeJob(timer.getId());
        }
    }

    private String instance(DueChange change) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(change.period() + "/change-" + change.id()).singleResult().getId();
    }

    private static String refused(Runnable action) {
        return catchThrowableOfType(Refusal.class, action::run).text().key();
    }
}
