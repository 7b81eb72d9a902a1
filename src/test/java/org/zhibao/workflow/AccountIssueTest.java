package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageTestExecutionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.AccountIssue;
import org.zhibao.account.AccountIssues;
import org.zhibao.account.Actor;
import org.zhibao.account.Slip;
import org.zhibao.account.SlipDesk;
import org.zhibao.demo.DemoUnits;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.NewUnit;
import org.zhibao.registry.Registry;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/**
 * {@code account-issue.bpmn} on a real engine, every node and every flow: accounts for the units of the roster that have
 * none, and their slips.
 */
@ApplicationTest
@Import({Coverage.class, AccountIssueTest.FullCoverage.class})
@TestExecutionListeners(value = ProcessEngineCoverageTestExecutionListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class AccountIssueTest {

    /** Beyond those of any other test. */
    private static final int FIRST = 3_000;
    private static final int UNITS = IssueAccounts.CHUNK + 40;

    @TestConfiguration
    static class FullCoverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everyNodeAndFlow() {
            return Coverage.of(IssueVariables.PROCESS);
        }
    }

    private static int from = FIRST;

    @Autowired
    private AccountIssues issues;
    @Autowired
    private SlipDesk slips;
    @Autowired
    private Registry registry;
    @Autowired
    private DemoUnits demo;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private JdbcClient database;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;

    private List<String> units;
    private List<String> others;
    private Actor admin;

    /** Units of other tests that have no account wait outside. */
    @BeforeEach
    void register() {
        others = database.sql("select u.org_code from reporting_unit u where u.active and not exists (select 1 from account a "
                + "where a.org_code = u.org_code)").query(String.class).list();
        activate(others, false);
        List<NewUnit> fresh = demo.generate(from + UNITS).subList(from, from + UNITS);
        from += UNITS;
        registry.addAll(fresh);
        units = fresh.stream().map(unit -> unit.orgCode().value()).toList();
        admin = scenario.actor("admin");
    }

    /** Other tests report for every unit on the roster. */
    @AfterEach
    void takeOff() {
        activate(units, false);
        activate(others, true);
        database.sql("update account set slip_due = false where org_code in (:units)").param("units", units).update();
    }

    @Test
    void everyUnitOnTheRosterWithoutAnAccountGetsOneChunkByChunk() {
        assertThat(issues.missing(admin)).isEqualTo(UNITS);
        long id = issues.start("430000", admin);
        assertThatThrownBy(() -> issues.start("430100", admin)).isInstanceOf(Refusal.class)
                .hasMessageContaining("account.issue.running");
        jobs.executeJob(due().get(0).getId());
        assertThat(run(id).made()).as("after the first chunk").isEqualTo(IssueAccounts.CHUNK);
        workOff();
        assertThat(run(id)).satisfies(done -> {
            assertThat(done.running()).isFalse();
            assertThat(done.made()).isEqualTo(UNITS).isEqualTo(done.units());
        });
        assertThat(accounts()).hasSize(UNITS).doesNotHaveDuplicates().isEqualTo(units.stream().sorted().toList());
        assertThat(issues.missing(admin)).isZero();
        assertThatThrownBy(() -> issues.start("430000", admin)).hasMessageContaining("none-missing");
    }

    @Test
    void aChunkThatIsCutOffIsMadeOnceWhenItIsTakenUpAgain() {
        long id = issues.start("430000", admin);
        Job chunk = due().get(0);
        transaction.executeWithoutResult(cutOff -> {
            jobs.executeJob(chunk.getId());
            cutOff.setRollbackOnly();
        });
        assertThat(run(id).made()).isZero();
        assertThat(accounts()).isEmpty();
        workOff();
        assertThat(run(id).made()).isEqualTo(UNITS);
        assertThat(accounts()).hasSize(UNITS);
    }

    @Test
    void everyMorningTheAccountsThatAreMissingAreMade() {
        runInTheMorning();
        assertThat(issues.latest(admin).get(0)).satisfies(run -> {
            assertThat(run.running()).isTrue();
            assertThat(run.units()).isEqualTo(UNITS);
        });
        long runs = issues.latest(admin).get(0).id();
        runInTheMorning();
        workOff();
        assertThat(accounts()).hasSize(UNITS);
        runInTheMorning();
        workOff();
        assertThat(issues.latest(admin).get(0).id()).as("nothing is missing, nothing is done").isEqualTo(runs);
    }

    @Test
    void aSlipIsPrintedOnceAndItsPasswordIsDrawnThen() {
        issues.start("430000", admin);
        workOff();
        SlipDesk.Waiting county = slips.waiting(admin).get(0);
        String first = database.sql("select user_id from account where slip_due and area = :area order by user_id limit 1")
                .param("area", county.area()).query(String.class).single();
        assertThat(api.as(first, "").get("/api/v1/periods").status()).isEqualTo(401);

        List<Slip> printed = slips.print(county.area(), admin);
        assertThat(printed).hasSize((int) county.slips()).extracting(Slip::password).doesNotHaveDuplicates();
        assertThat(printed.get(0).userId()).isEqualTo(first);
        assertThat(api.as(first, printed.get(0).password()).get("/api/v1/periods").detail())
                .contains("/account/password");
        assertThatThrownBy(() -> slips.print(county.area(), admin)).hasMessageContaining("account.slips.none");
        assertThat(slips.waiting(admin)).extracting(SlipDesk.Waiting::area).doesNotContain(county.area());
        assertThat(database.sql("select count(*) from audit_entry where action = 'PRINT_SLIPS' and detail like :user")
                .param("user", "%" + first + "%").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void twoWhoPrintAtOnceNeverPrintTheSameSlip() throws Exception {
        issues.start("430000", admin);
        workOff();
        String county = slips.waiting(admin).get(0).area();
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Slip> all = new ArrayList<>();
        try {
            Callable<List<Slip>> print = () -> {
                try {
                    return slips.print(county, admin);
                } catch (Refusal nothingLeft) {
                    return List.of();
                }
            };
            for (Future<List<Slip>> printed : people.invokeAll(List.of(print, print))) {
                all.addAll(printed.get());
            }
        } finally {
            people.shutdown();
        }
        Set<String> users = new HashSet<>(all.stream().map(Slip::userId).toList());
        assertThat(users).hasSameSizeAs(all).isNotEmpty();
    }

    @Test
    void aManagerMakesAndPrintsForItsOwnCityOnly() {
        Actor manager = scenario.actor("admin430100");
        long own = issues.missing(manager);
        assertThat(own).isPositive().isLessThan(UNITS);
        assertThatThrownBy(() -> issues.start("430200", manager)).hasMessageContaining("account.other-area");
        issues.start("", manager);
        workOff();
        assertThat(accounts()).hasSize((int) own);
        assertThat(slips.waiting(manager)).isNotEmpty().allSatisfy(w -> assertThat(w.area()).startsWith("4301"));
        assertThatThrownBy(() -> slips.print("430202", manager)).hasMessageContaining("account.other-area");
        assertThatThrownBy(() -> issues.missing(scenario.actor("support"))).isInstanceOf(Refusal.class);
    }

    private void activate(List<String> orgCodes, boolean active) {
        if (!orgCodes.isEmpty()) {
            database.sql("update reporting_unit set active = :active where org_code in (:units)").param("active", active)
                    .param("units", orgCodes).update();
        }
    }

    private void runInTheMorning() {
        jobs.executeJob(jobs.createJobQuery().processDefinitionKey(IssueVariables.PROCESS).timers().singleResult().getId());
    }

    private AccountIssue run(long id) {
        return issues.latest(admin).stream().filter(issue -> issue.id() == id).findFirst().orElseThrow();
    }

    private List<String> accounts() {
        return database.sql("select org_code from account where org_code in (:units) order by org_code")
                .param("units", units).query(String.class).list();
    }

    private void workOff() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().processDefinitionKey(IssueVariables.PROCESS).messages().list();
    }
}
