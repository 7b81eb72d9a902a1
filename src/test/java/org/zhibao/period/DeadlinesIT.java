package org.zhibao.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.audit.AuditTrail;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** Deadlines over HTTP. Each test that sets a date has a quarter of its own, since the application is shared. */
@ApplicationTest
class DeadlinesIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    private AuditTrail audit;

    @Test
    void theApiSaysTheDatesAndStepByStepWhy() {
        JsonNode found = api.as("city430100").inEnglish().get("/api/v1/deadlines/2026Q3").json();
        assertThat(found.path("policy").asText()).isEqualTo("ROLL_AND_CASCADE");
        assertThat(found.path("provisional").asBoolean()).isFalse();
        JsonNode enterprise = found.path("stages").get(0);
        assertThat(enterprise.path("nominal").asText()).isEqualTo("2026-10-07");
        assertThat(enterprise.path("date").asText()).isEqualTo("2026-10-08");
        assertThat(enterprise.path("due").asText()).isEqualTo("2026-10-08T15:59:59Z");
        assertThat(enterprise.path("steps").findValuesAsText("kind")).containsExactly("NOMINAL", "IN_BREAK", "ROLLED");
        assertThat(enterprise.path("steps").get(1).path("text").asText())
                .isEqualTo("2026-10-07 (Wed) is in a statutory break: National Day (2026-10-01 to 2026-10-07).");
    }

    @Test
    void anotherPolicyCanBeAskedFor() {
        JsonNode found = api.as("province").get("/api/v1/deadlines/2025Q3?policy=EXTEND_BY_RUN").json();
        assertThat(found.path("policy").asText()).isEqualTo("EXTEND_BY_RUN");
        assertThat(found.path("stages").findValuesAsText("date"))
                .contains("2025-10-14", "2025-10-20", "2025-10-27");
    }

    @ParameterizedTest
    @CsvSource({"2014Q5, 400, 2014Q5", "next, 400, next", "2026Q3?policy=ROLL, 400, ROLL_STATUTORY",
        "2026Q3?policy=, 400, ROLL_STATUTORY", "2013Q2, 422, deadlinePolicy"})
    void anUnknownPeriodOrPolicyIsAProblemThatSaysWhatIsWrong(String request, int status, String said) {
        Answer answer = api.as("admin").get("/api/v1/deadlines/" + request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.detail()).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "auditor", "county430102", "city430100"})
    void everyoneReadsThePageAndNobodyElseSetsDates(String user) {
        HttpApi.Caller browser = api.browser(user);
        Answer page = browser.get("/deadlines/2026Q3");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("2026-10-08", "2026-10-19", "<svg").doesNotContain("name=\"noticeNo\"");
        assertThat(set(browser, "2080Q1", "enterprise=2080-04-09&noticeNo=x&reason=x").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013Q3", "2014Q3", "2025Q4", "2027Q1", "2098Q4"})
    void thePageOpensForEveryPeriodInBothLanguages(String period) {
        HttpApi.Caller admin = api.browser("admin");
        assertThat(admin.get("/deadlines/" + period).status()).isEqualTo(200);
        assertThat(admin.inEnglish().get("/deadlines/" + period).text()).contains("Step by step")
                .doesNotContain("??");
    }

    @Test
    void aDateSetByADocumentWinsAndCanBeTakenBack() {
        HttpApi.Caller admin = api.browser("admin");
        Quarter quarter = new Quarter(2097, 1);
        assertThat(set(admin, "2097Q1", "enterprise=2097-04-10&noticeNo=环办〔2097〕1号&reason=部里统一延期").status())
                .isEqualTo(302);

        StageDeadline enterprise = deadlines.of(quarter).of(DeadlineStage.ENTERPRISE);
        assertThat(enterprise.day()).isEqualTo(LocalDate.of(2097, 4, 10));
        assertThat(enterprise.manual()).get().extracting(ManualDeadline::noticeNo).isEqualTo("环办〔2097〕1号");
        assertThat(deadlines.of(quarter, DeadlinePolicy.NONE).of(DeadlineStage.ENTERPRISE).day())
                .as("whatever the policy").isEqualTo(LocalDate.of(2097, 4, 10));
        assertThat(deadlines.of(quarter).of(DeadlineStage.CITY).day()).isEqualTo(LocalDate.of(2097, 4, 12));
        assertThat(admin.get("/deadlines/2097Q1").text()).contains("环办〔2097〕1号", "部里统一延期");

        assertThat(set(admin, "2097Q1", "noticeNo=环办〔2097〕2号&reason=撤销").status()).isEqualTo(302);
        assertThat(deadlines.of(quarter).of(DeadlineStage.ENTERPRISE).day()).isEqualTo(LocalDate.of(2097, 4, 7));
        assertThat(deadlines.manualHistory(quarter)).extracting(ManualDeadline::inForce).containsExactly(false);
        assertThat(audit.of("deadline/2097Q1")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "enterprise=2096-04-10&reason=x | Please give the number of the document",
        "enterprise=2096-04-10&noticeNo=x | Please give the reason",
        "enterprise=2096-04-13&noticeNo=x&reason=x | not later than",
        "city=2096-04-07&noticeNo=x&reason=x | not later than",
        "enterprise=2096-07-01&noticeNo=x&reason=x | not in the quarter",
        "enterprise=2096-02-30&noticeNo=x&reason=x | is not a date",
        "noticeNo=x&reason=x | enter at least one date"})
    void impossibleDatesAreRefusedAndChangeNothing(String fields, String said) {
        Answer answer = set(api.browser("admin").inEnglish(), "2096Q1", fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(said);
        assertThat(deadlines.manualHistory(new Quarter(2096, 1))).isEmpty();
        assertThat(audit.of("deadline/2096Q1")).isEmpty();
    }

    @Test
    void aDateThatIsOverIsRefused() {
        Answer answer = set(api.browser("admin").inEnglish(), "2020Q1", "enterprise=2020-04-08&noticeNo=x&reason=x");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("must not be before today");
    }

    private static Answer set(HttpApi.Caller browser, String period, String fields) {
        return browser.withToken().with("Content-Type", "application/x-www-form-urlencoded")
                .post("/admin/deadlines/" + period, fields);
    }
}
