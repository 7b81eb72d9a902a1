package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.change.ChangeDesk;
import org.zhibao.change.ChangeKind;
import org.zhibao.change.ChangeSamples;
import org.zhibao.change.ChangeState;
import org.zhibao.change.ChangeSummary;
import org.zhibao.change.Proposal;
import org.zhibao.change.RegistryChanges;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.lineage.Lineage;
import org.zhibao.lineage.Origins;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.OldUnits;
import org.zhibao.testing.Scenario;

/** {@code registry-change.bpmn} on a real engine; together the tests pass every node and every flow. */
@ApplicationTest
@Import({Coverage.class, RegistryChangeProcessTest.FullCoverage.class})
@TestExecutionListeners(value = ProcessEngineCoverageTestExecutionListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class RegistryChangeProcessTest {

    @TestConfiguration
    static class FullCoverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everyNodeAndFlow() {
            return Coverage.of(ChangeVariables.PROCESS);
        }
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private OldUnits old;
    @Autowired
    private RegistryChanges changes;
    @Autowired
    private ChangeDesk desk;
    @Autowired
    private Registry registry;
    @Autowired
    private Lineage lineage;
    @Autowired
    private Accounts accounts;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aUnitThatClosesFilesWhatIsDueBeforeAndNothingAfterAndThenItsAccountIsClosed() {
        FilingSummary filing = scenario.freshFiling();
        long id = propose(ChangeKind.CLOSED, filing, next(filing), scenario.county(filing));
        expect(id, ChangeState.PROPOSED);
        assertThat(registry.require(filing.orgCode()).active()).as("until the city decides").isTrue();
        changes.decide(id, true, "", scenario.city(filing));
        expect(id, ChangeState.APPLIED);
        assertThat(registry.require(filing.orgCode()).active()).isFalse();
        assertThat(scenario.now(filing)).as("this quarter is still to be filed").isEqualTo(filing);
        assertThat(accounts.actor(filing.orgCode())).isPresent();

        scenario.submitted(filing);
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        assertThat(accounts.actor(filing.orgCode())).as("its last report is done").isEmpty();
    }

    @Test
    void reportsOfAClosedUnitEndAndThoseThatOpenLaterToo() {
        ReportingUnit unit = old.unit(70, "关停纸业有限公司", "", "关停路1号");
        FilingSummary filing = old.open(new Quarter(2016, 2), List.of(unit)).get(0);
        jdbc.sql("update reporting_unit set active = true where org_code = ?").param(unit.orgCode()).update();
        long id = propose(ChangeKind.CLOSED, filing, filing.period(), scenario.city(filing));
        expect(id, ChangeState.APPLIED);
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.SUSPENDED);
        assertThat(accounts.actor(unit.orgCode())).as("nothing is left to file").isEmpty();
        ReportingUnit other = old.unit(71, "在产纸业有限公司", "", "在产路1号");
        assertThat(old.open(new Quarter(2017, 2), List.of(unit, other))).as("on a roster all the same")
                .extracting(FilingSummary::stage).containsExactly(Stage.SUSPENDED, Stage.FILL_IN);
    }

    @Test
    void aNewCodeTakesTheHistoryAlongAndLeavesTheOpenReportWhereItIs() {
        FilingSummary filing = scenario.freshFiling();
        String code = OrganisationCode.ofBody("98000001").value();
        long id = changes.propose(new Proposal("RECODED", filing.orgCode(), next(filing), "换码后有限公司", code, "",
                ChangeSamples.WHY, Map.of()), List.of(), scenario.county(filing));
        changes.decide(id, true, "", scenario.city(filing));
        expect(id, ChangeState.APPLIED);
        assertThat(registry.require(code)).satisfies(unit -> {
            assertThat(unit.active()).isTrue();
            assertThat(unit.name()).isEqualTo("换码后有限公司");
            assertThat(unit.formerName()).isEqualTo(filing.unitName());
            assertThat(unit.countyCode()).isEqualTo(filing.countyCode());
        });
        assertThat(registry.require(filing.orgCode()).active()).isFalse();
        assertThat(lineage.of(code).at(Quarter.parse(filing.period())))
                .isEqualTo(new Origins(Origins.Kind.OTHER, List.of(filing.orgCode())));
        assertThat(scenario.now(filing)).isEqualTo(filing);
        assertThat(accounts.actor(filing.orgCode())).as("it still has to file").isPresent();
        registry.removeFromRoster(code);
    }

    @Test
    void aNewUnitJoinsTheRegistryAndTheListsAndANewNameKeepsTheOldOne() {
        FilingSummary filing = scenario.freshFiling();
        String code = OrganisationCode.ofBody("98000002").value();
        Actor county = scenario.county(filing);
        long id = changes.propose(ChangeSamples.fresh(code, filing.countyCode(), next(filing)), List.of(), county);
        changes.decide(id, true, "", scenario.city(filing));
        expect(id, ChangeState.APPLIED);
        assertThat(registry.require(code).countyCode()).isEqualTo(filing.countyCode());
        assertThat(jdbc.sql("select count(*) from roster_entry where org_code = ?").param(code).query(Integer.class).single())
                .as("the city's list and the others'").isEqualTo(2);
        registry.removeFromRoster(code);

        long renamed = changes.propose(ChangeSamples.of(ChangeKind.RENAMED, filing.orgCode(), filing.period(), "改名后有限公司",
                null), List.of(), county);
        changes.decide(renamed, true, "", scenario.city(filing));
        assertThat(registry.require(filing.orgCode())).satisfies(unit -> {
            assertThat(unit.name()).isEqualTo("改名后有限公司");
            assertThat(unit.formerName()).isEqualTo(filing.unitName());
        });
        assertThat(scenario.now(filing).unitName()).as("reports under way stay").isEqualTo(filing.unitName());
        assertThat(lineage.recorded(filing.orgCode())).hasSize(1);
    }

    @Test
    void aRefusedChangeChangesNothingAndCanBeProposedAgainWithdrawnOnesToo() {
        FilingSummary filing = scenario.freshFiling();
        Actor county = scenario.county(filing);
        long id = propose(ChangeKind.CLOSED, filing, next(filing), county);
        assertThatThrownBy(() -> changes.decide(id, false, " ", scenario.city(filing))).isInstanceOf(Refusal.class);
        changes.decide(id, false, "现场核查仍在生产", scenario.city(filing));
        expect(id, ChangeState.REFUSED);
        assertThat(registry.require(filing.orgCode()).active()).isTrue();
        long again = propose(ChangeKind.CLOSED, filing, next(filing), county);
        assertThatThrownBy(() -> propose(ChangeKind.CLOSED, filing, next(filing), county)).as("twice")
                .isInstanceOf(Refusal.class);
        changes.withdraw(again, "企业恢复生产", county);
        expect(again, ChangeState.WITHDRAWN);
        assertThatThrownBy(() -> changes.decide(again, true, "", scenario.city(filing))).isInstanceOf(Refusal.class);
        assertThat(propose(ChangeKind.CLOSED, filing, next(filing), county)).isGreaterThan(again);
    }

    @Test
    void aMissedDeadlineIsFlaggedAndToldOnceAndTheTaskStaysOpen() {
        FilingSummary filing = scenario.freshFiling();
        long id = propose(ChangeKind.CLOSED, filing, next(filing), scenario.county(filing));
        String task = summary(id).taskId();
        jobs.executeJob(timer(id).getId());
        jobs.executeJob(timer(id).getId());
        assertThat(summary(id).overdue()).isTrue();
        assertThat(summary(id).taskId()).isEqualTo(task);
        assertThat(jdbc.sql("select count(*) from notice where kind = 'CHANGE_OVERDUE' and recipient = ? and link = ?")
                .params(scenario.city(filing).userId(), "/registry-changes/" + id).query(Long.class).single()).isEqualTo(1);
        assertThatThrownBy(() -> tasks.complete(task)).as("on its page only").hasMessageContaining("form");
        changes.withdraw(id, "", scenario.county(filing));
    }

    private long propose(ChangeKind kind, FilingSummary filing, String from, Actor actor) {
        return changes.propose(ChangeSamples.of(kind, filing.orgCode(), from, null, null), List.of(), actor);
    }

    private static String next(FilingSummary filing) {
        return Quarter.parse(filing.period()).next().code();
    }

    /** The change shows where its process stands; an open task has a due date and exactly one live timer. */
    private void expect(long id, ChangeState state) {
        ChangeSummary change = summary(id);
        assertThat(change.state()).isEqualTo(state);
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey("registry-change-" + id).list();
        assertThat(open).hasSize(state == ChangeState.PROPOSED ? 1 : 0);
        if (state == ChangeState.PROPOSED) {
            assertThat(open.get(0).getId()).isEqualTo(change.taskId());
            assertThat(open.get(0).getDueDate().toInstant()).isEqualTo(change.dueAt());
            assertThat(timer(id).getDuedate()).isEqualTo(open.get(0).getDueDate());
        } else {
            assertThat(change.taskId()).isNull();
            assertThat(change.dueAt()).isNull();
        }
    }

    private ChangeSummary summary(long id) {
        return desk.view(id, scenario.actor("admin")).change();
    }

    private Job timer(long id) {
        return jobs.createJobQuery().processInstanceId(jdbc.sql("select process_instance_id from registry_change "
                + "where id = ?").param(id).query(String.class).single()).timers().singleResult();
    }
}
