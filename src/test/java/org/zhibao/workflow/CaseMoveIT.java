package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhibao.filing.FilingAction.ACCEPT;
import static org.zhibao.filing.FilingAction.FEED_BACK;
import static org.zhibao.filing.FilingAction.FORWARD;
import static org.zhibao.filing.FilingAction.MINISTRY_FEEDBACK;
import static org.zhibao.filing.FilingAction.REPORT;
import static org.zhibao.filing.FilingAction.RETURN;
import static org.zhibao.filing.FilingAction.SUBMIT;
import static org.zhibao.workflow.FilingModels.CITY_REVIEW;
import static org.zhibao.workflow.FilingModels.EXAMINATION;
import static org.zhibao.workflow.FilingModels.KEY;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.operation.CaseEngine;
import org.zhibao.operation.CaseMove;
import org.zhibao.operation.CaseMoveRun;
import org.zhibao.operation.MoveOrder;
import org.zhibao.operation.MoveOutcome;
import org.zhibao.operation.MovePlan;
import org.zhibao.operation.MoveProblem;
import org.zhibao.operation.OpenCase;
import org.zhibao.operation.RunningCases;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.CountyCheck;
import org.zhibao.testing.Scenario;

/** Running cases follow {@code filing.bpmn} to edited versions: positions, due dates, timers and projections go along. */
@ApplicationTest
class CaseMoveIT {

    private static final List<List<FilingAction>> WAYS = List.of(
            List.of(),
            List.of(SUBMIT),
            List.of(SUBMIT, RETURN),
            List.of(SUBMIT, FORWARD),
            List.of(SUBMIT, FORWARD, FEED_BACK),
            List.of(SUBMIT, FORWARD, ACCEPT),
            List.of(SUBMIT, FORWARD, ACCEPT, REPORT),
            List.of(SUBMIT, FORWARD, ACCEPT, REPORT, MINISTRY_FEEDBACK));

    @Autowired
    private Scenario scenario;
    @Autowired
    private RunningCases cases;
    @Autowired
    private FilingActions actions;
    @Autowired
    private Periods periods;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private ProcessEngine engine;

    private final Quarter quarter = ClockScenario.quarterAhead();
    private ClockScenario clocks;
    private Invariants invariants;
    private FilingModels models;
    private int old;

    @BeforeEach
    void beginWithAVersionOfOnesOwn(@Autowired AutowireCapableBeanFactory beans) {
        clocks = new ClockScenario(beans);
        invariants = new Invariants(engine);
        models = new FilingModels(beans);
        old = models.deploy(FilingModels.shipped());
    }

    @AfterEach
    void restore() {
        models.restore();
        if (periods.find(quarter.code()).isPresent()) {
            clocks.close(quarter);
        }
    }

    @Test
    void casesMoveAndGoThroughTheAddedStepWithItsDueDateAndTimer() {
        List<FilingSummary> before = casesEverywhere();
        int changed = models.deploy(CountyCheck.model());
        CaseMove move = models.move(old, changed, Map.of());

        RunningCases.Progress progress = cases.progress(move.id(), clocks.admin());
        assertThat(progress.staying()).isEmpty();
        assertThat(progress.count(MoveOutcome.MOVED)).isEqualTo(before.size());
        for (FilingSummary filing : before) {
            assertThat(version(filing)).isEqualTo(changed);
            FilingSummary now = scenario.now(filing);
            assertThat(now).as("nothing about the case itself").isEqualTo(filing);
            invariants.hold(now);
        }
        assertThat(audit.of("process/" + KEY)).last().satisfies(row -> {
            assertThat(row.action()).isEqualTo("MOVE_CASES");
            assertThat(row.detail()).contains("[" + old + "] -> " + changed, "流程修订");
        });

        withinTheAddedStep(before);
    }

    private void withinTheAddedStep(List<FilingSummary> before) {
        FilingSummary fresh = before.stream().filter(f -> f.stage() == Stage.FILL_IN).findFirst().orElseThrow();
        scenario.submit(fresh, scenario.report(fresh));
        assertThat(task(fresh).getTaskDefinitionKey()).isEqualTo(CountyCheck.TASK);
        invariants.hold(scenario.now(fresh));
        scenario.decide(fresh, FORWARD, scenario.city(fresh));
        assertThat(task(fresh).getTaskDefinitionKey()).isEqualTo(CITY_REVIEW);
        scenario.decide(fresh, FORWARD, scenario.city(fresh));
        assertThat(scenario.now(fresh).stage()).isEqualTo(Stage.PROVINCE_REVIEW);
        invariants.hold(scenario.now(fresh));
    }

    @Test
    void anOverdueAndAClaimedTaskKeepTheirLatenessTheirHolderAndTheirDays() {
        clocks.open(quarter, 2);
        FilingSummary late = clocks.filings(quarter).get(0);
        FilingSummary held = scenario.submitted(clocks.filings(quarter).get(1));
        invariants.timers(late).forEach(t -> engine.getManagementService().executeJob(t.getId()));
        actions.claim(held.id(), scenario.city(held));
        FilingSummary lateBefore = scenario.now(late);
        FilingSummary heldBefore = scenario.now(held);
        Instant fires = invariants.timers(late).get(0).getDuedate().toInstant();

        int changed = models.deploy(FilingModels.withRenamedReview());
        MovePlan plan = cases.plan(FilingModels.order(old, changed, Map.of()), clocks.admin());
        assertThat(plan.staying()).as("the renamed step has no equal").isEqualTo(1);
        models.move(old, changed, Map.of(CITY_REVIEW, EXAMINATION));

        assertThat(scenario.now(late)).isEqualTo(lateBefore);
        assertThat(invariants.timers(late)).singleElement().extracting(t -> t.getDuedate().toInstant()).isEqualTo(fires);
        assertThat(scenario.now(held)).isEqualTo(heldBefore);
        assertThat(task(held)).satisfies(task -> {
            assertThat(task.getTaskDefinitionKey()).isEqualTo(EXAMINATION);
            assertThat(task.getName()).isEqualTo("市级审查");
            assertThat(task.getAssignee()).isEqualTo(scenario.city(held).userId());
        });
        assertThat(invariants.timers(held)).singleElement().extracting(t -> engine.getManagementService()
                .createJobDefinitionQuery().jobDefinitionId(t.getJobDefinitionId()).singleResult().getActivityId())
                .isEqualTo("Timer_ExaminationDeadline");
        invariants.hold(scenario.now(late));
        invariants.hold(scenario.now(held));
        invariants.timers(held).forEach(t -> engine.getManagementService().executeJob(t.getId()));
        assertThat(scenario.now(held).overdue()).as("the timer that went along marks it").isTrue();
        scenario.record(held, FORWARD, scenario.city(held));
        assertThat(scenario.now(held).stage()).isEqualTo(Stage.PROVINCE_REVIEW);
    }

    @Test
    void whatStandsAtAStepThatIsGoneStaysWithTheReasonUntilItIsToldWhereToGoOn() {
        int changed = models.deploy(CountyCheck.model());
        clocks.open(quarter, 3);
        FilingSummary checked = scenario.submitted(clocks.filings(quarter).get(0));
        assertThat(task(checked).getTaskDefinitionKey()).isEqualTo(CountyCheck.TASK);
        int again = models.deploy(FilingModels.shipped());

        CaseMove tried = cases.check(FilingModels.order(changed, again, Map.of()), clocks.admin());
        models.run();
        assertThat(cases.progress(tried.id(), clocks.admin())).satisfies(p -> {
            assertThat(p.count(MoveOutcome.READY)).isEqualTo(2);
            assertThat(p.staying()).singleElement().satisfies(s -> {
                assertThat(s.activity()).isEqualTo(CountyCheck.TASK);
                assertThat(s.problem()).isEqualTo(MoveProblem.NO_STEP);
            });
        });
        assertThat(clocks.filings(quarter)).as("a dry run moves nothing").allSatisfy(f ->
                assertThat(version(f)).isEqualTo(changed));

        CaseMove move = models.move(changed, again, Map.of());
        assertThat(cases.progress(move.id(), clocks.admin()).count(MoveOutcome.MOVED)).isEqualTo(2);
        assertThat(cases.log(move.id(), MoveOutcome.STAYS, 0, 10, clocks.admin())).singleElement().satisfies(c -> {
            assertThat(c.filingId()).isEqualTo(checked.id());
            assertThat(c.version()).isEqualTo(changed);
        });
        assertThat(version(checked)).isEqualTo(changed);
        assertThat(scenario.now(checked)).isEqualTo(checked);
        invariants.hold(scenario.now(checked));

        CaseMove retried = models.move(changed, again, Map.of(CountyCheck.TASK, CITY_REVIEW));
        assertThat(cases.progress(retried.id(), clocks.admin()).count(MoveOutcome.MOVED)).isEqualTo(1);
        assertThat(task(checked).getTaskDefinitionKey()).isEqualTo(CITY_REVIEW);
        invariants.hold(scenario.now(checked));
        scenario.decide(checked, FORWARD, scenario.city(checked));
        assertThat(scenario.now(checked).stage()).isEqualTo(Stage.PROVINCE_REVIEW);
    }

    @Test
    void aCaseThatGoesOnAtAnotherStageBecomesTheWorkOfItsPeopleAndKeepsItsDate() {
        clocks.open(quarter, 1);
        FilingSummary filing = scenario.submitted(clocks.filings(quarter).get(0));
        actions.claim(filing.id(), scenario.city(filing));
        int changed = models.deploy(FilingModels.shipped());

        models.move(old, changed, Map.of(CITY_REVIEW, "UserTask_ProvinceReview"));

        FilingSummary now = scenario.now(filing);
        assertThat(now.stage()).isEqualTo(Stage.PROVINCE_REVIEW);
        assertThat(now.claimedBy()).isNull();
        assertThat(now.dueAt()).isEqualTo(filing.dueAt());
        invariants.hold(now);
        scenario.decide(filing, ACCEPT, scenario.province());
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.ACCEPTED);
        invariants.hold(scenario.now(filing));
    }

    @Test
    void aStepWithoutADeadlineTakesNobody() {
        clocks.open(quarter, 1);
        FilingSummary filing = scenario.submitted(clocks.filings(quarter).get(0));
        int changed = models.deploy(FilingModels.shipped().replace(" camunda:dueDate=\"${dueCityReview}\"", ""));
        MovePlan plan = cases.plan(FilingModels.order(old, changed, Map.of()), clocks.admin());
        assertThat(plan.others()).filteredOn(s -> s.cases() > 0).singleElement()
                .satisfies(s -> assertThat(s.problem()).isEqualTo(MoveProblem.NO_DEADLINE));
        CaseMove move = models.move(old, changed, Map.of());
        assertThat(cases.progress(move.id(), clocks.admin()).staying()).singleElement()
                .satisfies(s -> assertThat(s.problem()).isEqualTo(MoveProblem.NO_DEADLINE));
        invariants.hold(scenario.now(filing));
    }

    @Test
    void aMoveGoesOnWhereItStoppedAndRepeatsNothing() {
        int units = CaseMoveRun.MOVED_AT_ONCE + 7;
        clocks.open(quarter, units + 1);
        int changed = models.deploy(CountyCheck.model());
        FilingSummary odd = clocks.filings(quarter).get(0);
        invariants.timers(odd).forEach(t -> engine.getManagementService().deleteJob(t.getId()));
        CaseMove tried = cases.check(FilingModels.order(old, changed, Map.of()), clocks.admin());
        models.run();
        assertThat(cases.progress(tried.id(), clocks.admin()).staying()).as("the dry run sees what has lost its timer")
                .singleElement().satisfies(s -> assertThat(s.problem()).isEqualTo(MoveProblem.CLOCK));
        engine.getRuntimeService().createMessageCorrelation("period-closed")
                .processInstanceId(invariants.processInstance(odd)).correlate();

        CaseMove move = cases.move(FilingModels.order(old, changed, Map.of()), "随新版办理", clocks.admin());
        models.runNext();
        assertThat(cases.progress(move.id(), clocks.admin()).move().cases()).isEqualTo(units);
        models.runNext();
        assertThat(cases.progress(move.id(), clocks.admin()).count(MoveOutcome.MOVED))
                .isEqualTo(CaseMoveRun.MOVED_AT_ONCE);
        List<FilingSummary> left = clocks.filings(quarter).stream().filter(f -> version(f) == old).toList();
        assertThat(left).hasSize(7);
        scenario.submit(left.get(0), scenario.report(left.get(0)));
        String ended = invariants.processInstance(left.get(1));
        engine.getRuntimeService().createMessageCorrelation("period-closed").processInstanceId(ended).correlate();
        String broken = invariants.processInstance(left.get(2));
        invariants.timers(left.get(2)).forEach(t -> engine.getManagementService().deleteJob(t.getId()));
        models.run();

        RunningCases.Progress progress = cases.progress(move.id(), clocks.admin());
        assertThat(progress.move().finished()).isTrue();
        assertThat(progress.counts()).isEqualTo(Map.of(MoveOutcome.MOVED, (long) units - 2, MoveOutcome.GONE, 1L,
                MoveOutcome.STAYS, 1L));
        assertThat(cases.log(move.id(), MoveOutcome.STAYS, 0, 10, clocks.admin())).singleElement().satisfies(c -> {
            assertThat(c.processInstanceId()).isEqualTo(broken);
            assertThat(c.problem()).isEqualTo(MoveProblem.CLOCK);
        });
        assertThat(clocks.filings(quarter)).filteredOn(f -> version(f) == changed).hasSize(units - 2)
                .allSatisfy(f -> invariants.hold(f));

        List<HistoricActivityInstance> passed = engine.getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(engine.getHistoryService().createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(KEY + "/move-" + move.id()).singleResult().getId()).list();
        assertThat(passed.stream().map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet()))
                .as("every node of the process that moves").isEqualTo(engine.getRepositoryService()
                        .getBpmnModelInstance(passed.get(0).getProcessDefinitionId())
                        .getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId)
                        .collect(Collectors.toSet()));
        assertThat(passed).filteredOn(a -> a.getActivityId().equals("ServiceTask_Move")).as("the loop back").hasSize(2);
        // what the test broke on purpose: its case is ended
        engine.getRuntimeService().createMessageCorrelation("period-closed").processInstanceId(broken).correlate();
    }

    /** As when a case that no one expected comes up, and as when the process dies: the job begins again. */
    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
    void aChunkThatBreaksOffInTheMiddleIsTakenBackAndThenDoneOnce(Class<? extends Throwable> failure,
                                                                  @Autowired CaseMoveRun run) {
        clocks.open(quarter, 5);
        List<FilingSummary> before = clocks.filings(quarter);
        Map<Long, Job> timers = before.stream().collect(Collectors.toMap(FilingSummary::id, f ->
                invariants.timers(f).get(0)));
        int changed = models.deploy(CountyCheck.model());
        CaseMove move = cases.move(FilingModels.order(old, changed, Map.of()), "随新版办理", clocks.admin());
        models.runNext();

        CaseMoveRun target = AopTestUtils.getTargetObject(run);
        CaseEngine real = (CaseEngine) ReflectionTestUtils.getField(target, "engine");
        AtomicLong movedBefore = new AtomicLong();
        ReflectionTestUtils.setField(target, "engine", breaking(real, 3, failure, movedBefore));
        try {
            if (Error.class.isAssignableFrom(failure)) {
                assertThatThrownBy(models::runNext).hasRootCauseInstanceOf(failure);
                assertThat(before).as("what was moved is taken back").allSatisfy(f -> {
                    assertThat(version(f)).isEqualTo(old);
                    invariants.hold(scenario.now(f));
                });
                assertThat(cases.progress(move.id(), clocks.admin()).counts())
                        .isEqualTo(Map.of(MoveOutcome.PENDING, 5L));
            }
            models.run();
        } finally {
            ReflectionTestUtils.setField(target, "engine", real);
        }
        assertThat(movedBefore).as("cases that had moved when it broke off").hasValue(3);

        RunningCases.Progress progress = cases.progress(move.id(), clocks.admin());
        assertThat(progress.move().finished()).isTrue();
        assertThat(progress.counts()).isEqualTo(Map.of(MoveOutcome.MOVED, 5L));
        assertThat(cases.log(move.id(), null, 0, 10, clocks.admin())).hasSize(5);
        assertThat(before).allSatisfy(f -> {
            assertThat(version(f)).isEqualTo(changed);
            assertThat(scenario.now(f)).as("nothing about the case itself").isEqualTo(f);
            invariants.hold(scenario.now(f));
            assertThat(invariants.timers(f)).singleElement().satisfies(t -> {
                assertThat(t.getId()).as("the same timer").isEqualTo(timers.get(f.id()).getId());
                assertThat(t.getDuedate()).isEqualTo(timers.get(f.id()).getDuedate());
            });
        });
    }

    @Test
    void aSecondRunIsRefusedByNameWhileOneGoesOnAndAnAuditorMayOnlyLook() {
        clocks.open(quarter, 1);
        int changed = models.deploy(FilingModels.shipped());
        MoveOrder order = FilingModels.order(old, changed, Map.of());
        assertThat(refused(() -> cases.move(order, "随新版办理", scenario.actor("auditor"))))
                .isEqualTo("operation.administrators-only");
        assertThat(cases.plan(order, scenario.actor("auditor")).steps()).isNotEmpty();
        assertThat(refused(() -> cases.move(order, " 改 ", clocks.admin()))).isEqualTo("refusal.fields");
        assertThat(refused(() -> cases.move(FilingModels.order(old, 9999, Map.of()), "随新版办理", clocks.admin())))
                .isEqualTo("refusal.fields");
        assertThat(refused(() -> cases.check(FilingModels.order(old, changed, Map.of("UserTask\nFillIn", CITY_REVIEW)),
                clocks.admin()))).as("no id, and not to be written down").isEqualTo("refusal.fields");
        cases.move(order, "随新版办理", clocks.admin());
        assertThat(refused(() -> cases.move(order, "随新版办理", clocks.admin()))).isEqualTo("operation.move.running");
        assertThat(refused(() -> cases.check(order, clocks.admin()))).isEqualTo("operation.move.running");
        models.run();
        assertThat(refused(() -> cases.move(order, "随新版办理", clocks.admin()))).isEqualTo("operation.move.nothing");
    }

    /** A filing at every step at which one can wait. */
    private List<FilingSummary> casesEverywhere() {
        clocks.open(quarter, WAYS.size());
        List<FilingSummary> all = clocks.filings(quarter);
        for (int i = 0; i < all.size(); i++) {
            FilingSummary filing = all.get(i);
            for (FilingAction step : WAYS.get(i)) {
                switch (step) {
                    case SUBMIT -> scenario.submitted(filing);
                    case FORWARD, RETURN -> scenario.decide(filing, step, scenario.city(filing));
                    case REPORT, MINISTRY_FEEDBACK -> scenario.record(filing, step, scenario.province());
                    default -> scenario.decide(filing, step, scenario.province());
                }
            }
        }
        List<FilingSummary> now = all.stream().map(scenario::now).toList();
        assertThat(now.stream().map(FilingSummary::stage).collect(Collectors.toSet())).hasSize(WAYS.size());
        return now;
    }

    private Task task(FilingSummary filing) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(Invariants.key(filing))
                .singleResult();
    }

    private int version(FilingSummary filing) {
        ProcessInstance instance = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(Invariants.key(filing)).singleResult();
        return instance == null ? 0 : engine.getRepositoryService().getProcessDefinition(
                instance.getProcessDefinitionId()).getVersion();
    }

    /** The engine as it is, but its first chunk breaks off once so many of the cases have moved and are written. */
    private CaseEngine breaking(CaseEngine real, int after, Class<? extends Throwable> failure, AtomicLong moved) {
        AtomicBoolean broken = new AtomicBoolean();
        return (CaseEngine) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {CaseEngine.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("move") && broken.compareAndSet(false, true)) {
                        List<?> chunk = (List<?>) arguments[1];
                        real.move((MoveOrder) arguments[0], chunk.stream().limit(after).map(OpenCase.class::cast).toList());
                        Context.getCommandContext().getDbEntityManager().flush();
                        moved.set(chunk.stream().filter(c -> engine.getRuntimeService().createProcessInstanceQuery()
                                .processInstanceId(((OpenCase) c).processInstanceId()).processDefinitionId(
                                        latestDefinition()).count() == 1).count());
                        throw failure.getConstructor().newInstance();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private String latestDefinition() {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(KEY).latestVersion()
                .singleResult().getId();
    }

    private static String refused(Runnable action) {
        return catchThrowableOfType(Refusal.class, action::run).text().key();
    }
}
