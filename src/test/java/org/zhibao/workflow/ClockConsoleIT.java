package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.audit.AuditTrail;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.operation.ClockAction;
import org.zhibao.operation.ClockConsole;
import org.zhibao.operation.ClockFailure;
import org.zhibao.operation.ClockPage;
import org.zhibao.operation.ClockQuery;
import org.zhibao.operation.ClockQuery.Due;
import org.zhibao.operation.ClockQuery.Kind;
import org.zhibao.operation.ClockQuery.State;
import org.zhibao.operation.ClockRow;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** The clocks console: every timer and job can be found, and re-dated, suspended, resumed and tried again. */
@ApplicationTest
class ClockConsoleIT {

    @Autowired
    private ClockConsole console;
    @Autowired
    private Scenario scenario;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private HttpApi api;

    private final Quarter quarter = ClockScenario.quarterAhead();
    private ClockScenario clocks;
    private Invariants invariants;

    @BeforeEach
    void open(@Autowired AutowireCapableBeanFactory beans) {
        clocks = new ClockScenario(beans);
        invariants = new Invariants(engine);
        clocks.open(quarter, 3);
    }

    @AfterEach
    void close() {
        clocks.close(quarter);
    }

    @Test
    void theFiltersFindWhatTheySayAndPagesAddUpToTheTotal() {
        FilingSummary filing = scenario.submitted(clocks.filings(quarter).get(0));
        ClockQuery review = new ClockQuery("filing", Kind.DEADLINE, Stage.CITY_REVIEW, filing.cityCode(), null, null, 1);
        assertThat(console.page(review, clocks.admin()).rows()).anySatisfy(row -> {
            assertThat(row.filingId()).isEqualTo(filing.id());
            assertThat(row.name()).isEqualTo("市级审核 · 逾期");
            assertThat(row.due()).isEqualTo(filing.dueAt());
            assertThat(row.businessKey()).isEqualTo(Invariants.key(filing));
        }).allSatisfy(row -> assertThat(row.stage()).isEqualTo(Stage.CITY_REVIEW));

        ClockQuery all = new ClockQuery(null, null, null, null, null, null, 1);
        ClockPage first = console.page(all, clocks.admin());
        long every = engine.getManagementService().createJobQuery().count();
        assertThat(first.total()).isEqualTo(every);
        long seen = 0;
        for (int page = 1; page <= first.pages(); page++) {
            seen += console.page(new ClockQuery(null, null, null, null, null, null, page), clocks.admin()).rows().size();
        }
        assertThat(seen).isEqualTo(every);
        long parts = 0;
        for (Due due : List.of(Due.PAST, Due.WEEK, Due.LATER)) {
            parts += due(due);
        }
        assertThat(parts).as("each is due at one time").isEqualTo(every);
        assertThat(due(Due.TODAY)).as("today is within the week").isLessThanOrEqualTo(due(Due.WEEK));
        assertThat(console.summary(clocks.admin())).satisfies(s -> {
            assertThat(s.deadlines() + s.timers() + s.jobs()).isEqualTo(every);
            assertThat(s.next()).isNotEmpty().isSortedAccordingTo(java.util.Comparator.comparing(n -> n.at()));
        });
    }

    @Test
    void redatingMovesTaskTimerAndProjectionTogetherAndLeavesOneRow() {
        List<FilingSummary> filings = clocks.filings(quarter);
        LocalDate day = LocalDate.now(WorkingCalendar.ZONE).plusDays(20);
        List<String> ids = filings.stream().limit(2).map(this::timer).map(Job::getId).toList();
        ClockConsole.Result result = console.act(ClockAction.REDATE, ids, day, "定时器异常，补足时间", clocks.admin());
        assertThat(result.done()).isEqualTo(2);
        for (FilingSummary filing : filings.subList(0, 2)) {
            assertThat(scenario.now(filing).dueAt()).isEqualTo(WorkingCalendar.lastSecond(day));
            invariants.hold(scenario.now(filing));
            assertThat(audit.of("filing/" + filing.period() + "/" + filing.orgCode())).filteredOn(r ->
                    r.detail().contains("补足时间")).singleElement().satisfies(r -> assertThat(r.action()).isEqualTo("EXTEND"));
        }
        ClockConsole.Result earlier = console.act(ClockAction.REDATE, ids.subList(0, 1), day.minusDays(3), "改到更早",
                clocks.admin());
        assertThat(earlier.done()).isZero();
        assertThat(earlier.left()).singleElement().satisfies(l ->
                assertThat(l.why().key()).isEqualTo("clock.extension.not-later"));
    }

    @Test
    void aSuspendedTimerDoesNotFireUntilItIsResumed() {
        FilingSummary filing = clocks.filings(quarter).get(0);
        String id = timer(filing).getId();
        console.act(ClockAction.SUSPEND, List.of(id), null, "核对期限", clocks.admin());
        assertThat(timer(filing).isSuspended()).isTrue();
        assertThat(console.page(new ClockQuery("filing", null, null, null, null, State.SUSPENDED, 1), clocks.admin())
                .rows()).extracting(ClockRow::id).containsExactly(id);
        assertThat(console.act(ClockAction.SUSPEND, List.of(id), null, "核对期限", clocks.admin()).left()).hasSize(1);
        console.act(ClockAction.RESUME, List.of(id), null, "核对完毕", clocks.admin());
        assertThat(timer(filing).isSuspended()).isFalse();
        assertThat(audit.of("process/filing/" + Invariants.key(filing))).extracting(r -> r.action())
                .containsExactly("SUSPEND_JOB", "RESUME_JOB");
        invariants.hold(scenario.now(filing));
    }

    @Test
    void aFailedTimerTellsItsCauseAndIsTriedAgain() {
        FilingSummary filing = clocks.filings(quarter).get(0);
        String id = timer(filing).getId();
        engine.getRuntimeService().setVariable(invariants.processInstance(filing), "filingId", -1L);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(id)).isInstanceOf(Refusal.class);
        }
        engine.getRuntimeService().setVariable(invariants.processInstance(filing), "filingId", filing.id());
        ClockQuery failed = new ClockQuery("filing", null, null, null, null, State.FAILED, 1);
        assertThat(console.page(failed, clocks.admin()).rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.retries()).isZero();
        });
        ClockFailure failure = console.failure(id, scenario.actor("auditor"));
        assertThat(failure.cause()).contains("filing.unknown");
        assertThat(failure.trace()).hasSizeLessThan(61).anySatisfy(line -> assertThat(line).contains("MarkOverdue.execute"));

        console.act(ClockAction.RETRY, List.of(id), null, "故障已排除", clocks.admin());
        engine.getManagementService().executeJob(id);
        assertThat(scenario.now(filing).overdue()).isTrue();
        invariants.hold(scenario.now(filing));
        assertThat(console.page(failed, clocks.admin()).rows()).isEmpty();
    }

    /** Of one the engine cannot read the job, of another the database does not take the row of the trail. */
    @Test
    void whatFailsInEngineOrDatabaseIsToldChangesNothingAndHoldsUpNoOther(@Autowired JdbcClient database) {
        List<FilingSummary> filings = clocks.filings(quarter);
        List<String> ids = filings.stream().map(f -> timer(f).getId()).toList();
        HttpApi.Caller admin = api.browser("admin").withToken()
                .with("Content-Type", "application/x-www-form-urlencoded");
        database.sql("update act_ru_job set type_ = 'unknown' where id_ = ?").param(ids.get(0)).update();
        database.sql("alter table audit_entry add constraint test_no_row check (detail not like '%" + ids.get(1) + "%')")
                .update();
        try {
            assertThat(admin.post("/admin/clocks/actions", "action=SUSPEND&process=filing&reason="
                    + HttpApi.encoded("核对期限") + "&ids=" + String.join("&ids=", ids)).status()).isEqualTo(302);
        } finally {
            database.sql("alter table audit_entry drop constraint test_no_row").update();
            database.sql("update act_ru_job set type_ = 'timer' where id_ = ?").param(ids.get(0)).update();
        }
        assertThat(admin.get("/admin/clocks?process=filing").text()).contains("暂停：完成 1 项，未完成 2 项",
                filings.get(0).unitName() + "：平台未能完成", filings.get(1).unitName() + "：平台未能完成");
        assertThat(filings).extracting(f -> timer(f).isSuspended()).containsExactly(false, false, true);
        assertThat(filings).extracting(f -> audit.of("process/filing/" + Invariants.key(f)).size())
                .as("a row in the trail for what was done").containsExactly(0, 0, 1);
        console.act(ClockAction.RESUME, ids.subList(2, 3), null, "核对完毕", clocks.admin());
    }

    @Test
    void anAdministratorChoosesConfirmsAndReadsTheResultAnAuditorOnlyLooks() {
        List<FilingSummary> filings = clocks.filings(quarter);
        String ids = "ids=" + timer(filings.get(0)).getId() + "&ids=" + timer(filings.get(1)).getId();
        HttpApi.Caller admin = api.browser("admin").withToken()
                .with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(admin.get("/admin/clocks?process=filing&kind=DEADLINE").text()).contains("逾期定时器", "企业填报 · 逾期");
        assertThat(admin.post("/admin/clocks/confirm", "action=RETRY&" + ids).text()).contains("所选项都没有失败");
        assertThat(admin.post("/admin/clocks/confirm", "action=SUSPEND&" + ids).text())
                .contains("暂停 2 项", filings.get(0).unitName(), filings.get(1).unitName());
        assertThat(admin.post("/admin/clocks/actions", "action=SUSPEND&reason=x&" + ids).status()).isEqualTo(422);
        assertThat(admin.post("/admin/clocks/actions", "action=SUSPEND&process=filing&reason="
                + HttpApi.encoded("核对期限") + "&" + ids).headers().firstValue("Location"))
                .hasValue("/admin/clocks?process=filing");
        assertThat(admin.get("/admin/clocks?process=filing").text()).contains("暂停：完成 2 项，未完成 0 项");
        HttpApi.Caller auditor = api.browser("auditor").withToken()
                .with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(auditor.get("/admin/clocks?state=SUSPENDED").text()).contains(filings.get(0).unitName())
                .doesNotContain("name=\"ids\"");
        assertThat(auditor.post("/admin/clocks/actions", "action=RESUME&reason=" + HttpApi.encoded("核对完毕") + "&" + ids)
                .status()).isEqualTo(403);
        Instant due = filings.get(0).dueAt();
        assertThat(timer(filings.get(0)).getDuedate().toInstant()).isEqualTo(due);
        console.act(ClockAction.RESUME, console.chosen(ClockAction.RESUME, List.of(), new ClockQuery("filing", null, null,
                null, null, State.SUSPENDED, 1), clocks.admin()).stream().map(ClockRow::id).toList(), null, "核对完毕",
                clocks.admin());
        assertThat(catchThrowableOfType(Refusal.class, () -> console.chosen(ClockAction.SUSPEND, List.of(),
                new ClockQuery("filing", null, null, null, null, null, 1), clocks.admin())).fields().get(0).text().key())
                .isEqualTo("operation.clock.too-many");
    }

    private long due(Due due) {
        return console.page(new ClockQuery(null, null, null, null, due, null, 1), clocks.admin()).total();
    }

    private Job timer(FilingSummary filing) {
        return invariants.timers(filing).get(0);
    }
}
