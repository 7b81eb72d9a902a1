package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.clock.EscalationLevel;
import org.zhibao.clock.LatenessRow;
import org.zhibao.clock.LatenessRows;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.LatenessEnded.Ending;
import org.zhibao.filing.OverdueSweep;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** The lateness ledger: what is written when, and who reads it. */
@ApplicationTest
class LatenessIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private LatenessRows lateness;
    @Autowired
    private OverdueSweep sweep;
    @Autowired
    private JdbcClient database;
    @Autowired
    private ProcessEngine engine;

    private Invariants invariants;

    @BeforeEach
    void invariants() {
        invariants = new Invariants(engine);
    }

    @Test
    void everyLatenessIsARowOfItsOwnWithHowItEnded() {
        FilingSummary filing = scenario.freshFiling();
        fire(filing);
        scenario.submit(filing, scenario.report(filing));
        fire(filing);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        fire(filing);
        scenario.submit(filing, scenario.report(filing));
        fire(filing);
        scenario.withdraw(filing, scenario.unit(filing));
        fire(filing);
        scenario.record(filing, FilingAction.SUSPEND, scenario.city(filing));
        assertThat(lateness.ofFiling(filing.id())).extracting(r -> r.stage() + " " + r.ending()).containsExactly(
                "FILL_IN SUBMITTED", "CITY_REVIEW DECIDED", "RECTIFY SUBMITTED", "CITY_REVIEW WITHDRAWN",
                "RECTIFY SUSPENDED");
        LatenessRow review = lateness.ofFiling(filing.id()).get(1);
        assertThat(review.heldBy()).as("nobody had claimed it when it became late").isNull();
        assertThat(review.endedBy()).isEqualTo(scenario.city(filing).name());
    }

    @ParameterizedTest
    @CsvSource({"0, COUNTY", "1, COUNTY", "2, CITY", "4, CITY", "5, PROVINCE", "40, PROVINCE"})
    void anEnterprisesLatenessIsEscalatedByDays(int days, EscalationLevel level) {
        FilingSummary filing = scenario.freshFiling();
        fire(filing);
        assertThat(lateness.open(filing.id())).get().extracting(LatenessRow::level).isEqualTo(EscalationLevel.COUNTY);
        lateSince(filing, days);
        fire(filing);
        LatenessRow row = lateness.open(filing.id()).orElseThrow();
        assertThat(row.level()).isEqualTo(level);
        assertThat(row.countyAt()).isNotNull();
        assertThat(row.cityAt() != null).isEqualTo(level != EscalationLevel.COUNTY);
        assertThat(row.provinceAt() != null).isEqualTo(level == EscalationLevel.PROVINCE);
        Instant noted = row.cityAt();
        fire(filing);
        assertThat(lateness.ofFiling(filing.id())).singleElement().extracting(LatenessRow::cityAt).isEqualTo(noted);
    }

    @Test
    void aCitysLatenessIsTheProvincesBusinessAtOnce() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        fire(filing);
        LatenessRow row = lateness.open(filing.id()).orElseThrow();
        assertThat(row.level()).isEqualTo(EscalationLevel.PROVINCE);
        assertThat(row.countyAt()).isNull();
    }

    @Test
    void whatIsOverdueAlreadyWhenItComesToAStageIsRecordedToo() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        database.sql("update filing_due set on_day = date '2026-01-05' where filing_id = ?").param(filing.id()).update();
        database.sql("insert into filing_due (filing_id, stage, on_day) values (?, 'FILL_IN', date '2026-01-05')")
                .param(filing.id()).update();
        scenario.withdraw(filing, scenario.unit(filing));
        assertThat(scenario.now(filing).overdue()).isTrue();
        assertThat(lateness.open(filing.id())).get().extracting(LatenessRow::level).isEqualTo(EscalationLevel.PROVINCE);
        invariants.hold(scenario.now(filing));
        scenario.submit(filing, scenario.reportWith(filing, Map.of("A10", "")));
        assertThat(lateness.ofFiling(filing.id())).as("sent back by the check, it goes on being late").hasSize(1);
        scenario.submit(filing, scenario.report(filing));
        assertThat(lateness.ofFiling(filing.id())).singleElement().extracting(LatenessRow::ending)
                .isEqualTo(Ending.SUBMITTED);
    }

    @Test
    void whatBecameDueWhileNothingRanIsMarkedAtTheStartAndOnlyOnce() {
        FilingSummary filing = scenario.freshFiling();
        FilingSummary inTime = scenario.freshFiling();
        database.sql("update filing set due_at = :due, sort_at = :due where id = :id")
                .param("due", Instant.now().minus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC))
                .param("id", filing.id()).update();
        assertThat(sweep.mark(filing.period(), 100)).isPositive();
        assertThat(scenario.now(filing).overdue()).isTrue();
        assertThat(scenario.now(inTime).overdue()).isFalse();
        assertThat(lateness.open(filing.id())).get().extracting(LatenessRow::level).isEqualTo(EscalationLevel.CITY);
        assertThat(sweep.mark(filing.period(), 100)).isZero();
        fire(filing);
        assertThat(lateness.ofFiling(filing.id())).as("the timer finds it marked").hasSize(1);
    }

    @Test
    void everyoneReadsTheRowsOfItsOwnAreaAndAnEnterpriseItsOwn() {
        FilingSummary here = scenario.freshFilingIn("430100");
        FilingSummary there = scenario.freshFilingIn("430200");
        scenario.submitted(there);
        fire(here);
        fire(there);
        assertThat(seen("province")).contains(here.id(), there.id());
        assertThat(seen("city430100")).contains(here.id()).doesNotContain(there.id());
        assertThat(seen("city430200")).contains(there.id()).doesNotContain(here.id());
        assertThat(seen(here.orgCode())).containsExactly(here.id());
        assertThat(seen(there.orgCode())).as("it was its city that was late").isEmpty();
        String page = api.browser("city430100").get("/lateness").text();
        assertThat(page).contains(here.unitName()).doesNotContain(there.unitName());
        assertThat(api.browser("city430100").get("/filings/" + here.id()).text()).contains("已告知县级");
    }

    @Test
    void theLedgerIsReadPageByPageAndFiltered() {
        for (int i = 0; i < 3; i++) {
            fire(scenario.freshFilingIn("430300"));
        }
        Set<Long> rows = new HashSet<>();
        String after = "";
        long total = 0;
        do {
            JsonNode page = api.as("city430300").get("/api/v1/lateness?size=1&open=true" + after).json();
            page.path("rows").forEach(r -> assertThat(rows.add(r.path("id").asLong())).isTrue());
            total = page.path("total").asLong();
            after = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
        } while (after != null);
        assertThat(rows).hasSize((int) total).hasSizeGreaterThanOrEqualTo(3);
        assertThat(api.as("city430300").get("/api/v1/lateness?open=false&stage=CITY_REVIEW").json().path("total").asInt())
                .isZero();
        for (String bad : List.of("after=x", "period=x", "area=x", "size=0", "stage=x", "after=1.2.3.4")) {
            assertThat(api.as("province").get("/api/v1/lateness?" + bad).status()).as(bad).isBetween(400, 422);
        }
    }

    @Test
    void theExportHoldsEveryRowAndNoFormula() {
        FilingSummary filing = scenario.freshFilingIn("430400");
        database.sql("update filing set unit_name = '=HYPERLINK(\"x\")' where id = ?").param(filing.id()).update();
        fire(filing);
        Answer csv = api.browser("city430400").get("/lateness.csv?state=open");
        assertThat(csv.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("text/csv"));
        assertThat(csv.text()).startsWith("\uFEFF报告期,").contains("\"'=HYPERLINK(\"\"x\"\")\"", filing.orgCode());
        assertThat(api.browser("city430400").inEnglish().get("/lateness.csv?after=x").status()).isEqualTo(422);
        assertThat(api.browser("city430400").inEnglish().get("/lateness").text()).doesNotContain("??");
    }

    private Set<Long> seen(String user) {
        Set<Long> ids = new HashSet<>();
        api.as(user).get("/api/v1/lateness?size=200&open=true").json().path("rows")
                .forEach(r -> ids.add(r.path("filingId").asLong()));
        return ids;
    }

    /** As if the open task had been due so many days ago. */
    private void lateSince(FilingSummary filing, int days) {
        database.sql("update filing set due_at = :at, sort_at = :at where id = :id")
                .param("at", Instant.now().minus(Duration.ofDays(days)).minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("id", filing.id()).update();
    }

    private void fire(FilingSummary filing) {
        invariants.timers(filing).forEach(t -> engine.getManagementService().executeJob(t.getId()));
    }
}
