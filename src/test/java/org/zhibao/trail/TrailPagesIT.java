package org.zhibao.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** What the audit administrator finds in the trail: acts, refusals, sign-ins and downloads. */
@ApplicationTest
class TrailPagesIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private JdbcClient database;

    @Test
    void anActIsFoundByWhoWhatWhichUnitAndWhenWithBeforeAndAfter() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        HttpApi.Caller auditor = auditor();
        for (String query : List.of("unit=" + filing.orgCode() + "&action=SUBMIT", "person=" + filing.orgCode()
                + "&period=" + filing.period() + "&action=submit", "subject=filing/" + filing.period() + "/"
                + filing.orgCode() + "&outcome=DONE", "unit=" + filing.orgCode() + "&from=2020-01-01&action=SUBMIT",
                "area=" + filing.countyCode() + "&unit=" + filing.orgCode())) {
            Answer list = auditor.get("/audit?" + query);
            assertThat(list.status()).as(query).isEqualTo(200);
            assertThat(list.text()).as(query).contains("Submitted", filing.unitName(), "filing/" + filing.period())
                    .contains("1 of 1 shown");
        }
        assertThat(auditor.get("/audit?unit=" + filing.orgCode() + "&until=2020-01-01").text()).contains("No row fits");
        String row = auditor.get("/audit/" + newest(filing.orgCode(), "SUBMIT")).text();
        assertThat(row).contains("DRAFTING", "SUBMITTED", "revision 1", filing.orgCode());
    }

    @Test
    void whatIsRefusedIsOnRecordUnderTheUnitItWasAbout() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        String neighbour = filing.cityCode().equals("430300") ? "city430400" : "city430300";
        assertThat(api.as(neighbour).post("/api/v1/filings/" + filing.id() + "/claim", null).status()).isEqualTo(403);
        assertThat(api.browser(neighbour).get("/filings/" + filing.id()).status()).isEqualTo(403);
        api.as("city" + filing.cityCode()).post("/api/v1/filings/" + filing.id() + "/claim", null);
        assertThat(api.as("city" + filing.cityCode()).post("/api/v1/filings/" + filing.id() + "/claim", null).status())
                .isEqualTo(409);
        onRecord(filing.orgCode(), "REFUSED", "POST /api/v1/filings/" + filing.id() + "/claim: 403 filing.other-area",
                "GET /filings/" + filing.id() + ": 403 filing.other-area",
                "POST /api/v1/filings/" + filing.id() + "/claim: 409 action.claimed-already");
        assertThat(auditor().get("/audit?outcome=REFUSED&unit=" + filing.orgCode() + "&person=" + neighbour
                + "&address=127.0.0.1").text()).contains("2 of 2 shown", "Request refused");
    }

    @Test
    void whatOnlyHasToBeTypedBetterIsNoRefusal() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller unit = api.as(filing.orgCode());
        assertThat(unit.put("/api/v1/filings/" + filing.id() + "/draft", "[").status()).isEqualTo(400);
        assertThat(unit.post("/api/v1/filings/" + filing.id() + "/claim", null).status()).isEqualTo(403);
        onRecord(filing.orgCode(), "REFUSED", "POST /api/v1/filings/" + filing.id() + "/claim: 403 action.not-your-role");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndOnRecord() {
        FilingSummary filing = scenario.freshFiling();
        assertThat(api.browser(filing.orgCode()).post("/api/v1/filings/" + filing.id() + "/withdrawal", "{}").status())
                .isEqualTo(403);
        onRecord(filing.orgCode(), "REFUSED", "POST /api/v1/filings/" + filing.id() + "/withdrawal: 403");
    }

    @Test
    void aRefusedCallOfTheEngineIsOnRecord() {
        FilingSummary filing = scenario.freshFiling();
        api.browser(filing.orgCode()).get("/camunda/api/engine/engine/default/user");
        await().untilAsserted(() -> assertThat(database.sql("select detail from audit_entry where user_id = ? "
                + "and outcome = 'REFUSED'").param(filing.orgCode()).query(String.class).list())
                .containsExactly("GET /camunda/api/engine/engine/default/user: 403"));
    }

    @Test
    void wrongPasswordsAndTheLockAreOnRecordAndWhatIsTriedMeanwhileAddsNothing() {
        String user = scenario.freshFiling().orgCode();
        for (int i = 0; i < 7; i++) {
            assertThat(api.as(user, "wrong-" + i).get("/api/v1/filings").status()).isEqualTo(401);
        }
        assertThat(details(user, "SIGN_IN")).hasSize(5).last().asString().contains("locked out now");
        assertThat(auditor().get("/audit?action=SIGN_IN&outcome=REFUSED&person=" + user).text()).contains("5 of 5 shown");
        api.browser("admin").withToken().with("Content-Type", "application/x-www-form-urlencoded")
                .post("/admin/accounts/" + user + "/unlock", "");
        assertThat(details(user, "UNLOCK_ACCOUNT")).hasSize(1);
        assertThat(api.as("nobody-knows", "x").get("/api/v1/filings").status()).isEqualTo(401);
        assertThat(auditor().get("/audit?person=nobody-knows").text()).contains("1 of 1 shown");
    }

    @Test
    void signingOutIsOnRecord() {
        String user = scenario.freshFiling().orgCode();
        HttpApi.Caller browser = api.browser(user);
        browser.with("Content-Type", "application/x-www-form-urlencoded").post("/logout",
                "_csrf=" + HttpApi.encoded(browser.tokenOn("/receipts")));
        api.browser(user).get("/sign-out");
        assertThat(details(user, "SIGN_OUT")).hasSize(2);
        assertThat(details(user, "SIGN_IN")).hasSize(2);
    }

    @Test
    void eachFileHandedOutIsOnRecordAndPagesAreNot() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        HttpApi.Caller unit = api.browser(filing.orgCode());
        unit.get("/filings/" + filing.id());
        unit.get("/api/v1/filings/" + filing.id());
        String pdf = "/filings/" + filing.id() + "/revisions/1/report.pdf";
        String record = "/api/v1/filings/" + filing.id() + "/revisions/1/record";
        assertThat(unit.get(pdf).status()).isEqualTo(200);
        assertThat(unit.get(record).status()).isEqualTo(200);
        onRecord(filing.orgCode(), "DOWNLOAD", "GET " + pdf, "GET " + record);
    }

    @Test
    void anExportIsMaskedHarmlessAndItselfOnRecord() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller unit = api.browser(filing.orgCode());
        for (String mobile : List.of("13912345678", "13987654321")) {
            unit.withToken().with("Content-Type", "application/x-www-form-urlencoded").post("/contacts",
                    "email=zhang.san%40example.cn&mobile=" + mobile);
        }
        HttpApi.Caller auditor = auditor();
        long shown = newest(filing.orgCode(), "CHANGE_CONTACT");
        assertThat(auditor.get("/audit/" + shown).text()).as("before and after, for who investigates")
                .contains("13912345678", "13987654321");
        Answer csv = auditor.get("/audit.csv?person=" + filing.orgCode() + "&action=CHANGE_CONTACT");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("audit-trail.csv");
        assertThat(csv.text()).startsWith("\uFEFF").contains("z****@example.cn 139****4321", filing.orgCode())
                .doesNotContain("13912345678", "13987654321", "zhang.san", filing.unitName());
        assertThat(csv.text().lines()).hasSize(3);
        await().untilAsserted(() -> assertThat(auditor.get("/audit?person=auditor&action=DOWNLOAD&subject=/audit.csv")
                .text()).contains("person=" + filing.orgCode()));
    }

    @Test
    void manyRowsAreCountedAndReadPageByPage() {
        String user = scenario.freshFiling().orgCode();
        HttpApi.Caller unit = api.as(user);
        IntStream.range(0, 60).forEach(i -> unit.post("/api/v1/filings/999999999/claim", null));
        HttpApi.Caller auditor = auditor();
        await().untilAsserted(() -> assertThat(auditor.get("/audit?person=" + user + "&outcome=REFUSED").text())
                .contains("50 of 60 shown", "Next page"));
        String first = auditor.get("/audit?person=" + user + "&outcome=REFUSED").text();
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(auditor.get(next).text()).contains("10 of 60 shown", "First page").doesNotContain("Next page");
    }

    @ParameterizedTest
    @CsvSource({"from=yesterday, Write the day like", "until=2026-13-01, Write the day like", "action=%27--, Choose an action",
        "unit=12, nine digits", "period=2026Q9, Write the period like", "area=43, six digits",
        "outcome=MAYBE, Choose a result", "after=x, There is no such page"})
    void whatCannotBeMeantIsSaidBesideTheForm(String query, String message) {
        Answer answer = auditor().get("/audit?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(message);
    }

    @Test
    void sealsAreShownAndVerifiedByAButtonAndThatIsOnRecordToo() {
        HttpApi.Caller auditor = auditor();
        assertThat(auditor.get("/audit/seals").text()).contains("not sealed yet");
        Answer wrong = verify(auditor, "number=1&hash=xyz");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("64 hexadecimal digits");
        assertThat(verify(auditor, "number=999999&hash=" + "0".repeat(64)).text()).contains("has not the hash that was noted");
        assertThat(verify(auditor, "").status()).isEqualTo(200);
        assertThat(auditor.get("/audit?action=AUDIT_VERIFY").text()).contains("NOTED", "whole");
    }

    @Test
    void nobodyElseReadsTheTrail() {
        for (String user : List.of("admin", "province", "city430100", "183810013")) {
            Answer answer = api.browser(user).inEnglish().get("/audit");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("Only auditors may see the audit trail.");
            assertThat(api.browser(user).get("/").text()).doesNotContain("href=\"/audit\"");
        }
        assertThat(auditor().get("/").text()).contains("href=\"/audit\"");
    }

    private static Answer verify(HttpApi.Caller auditor, String form) {
        return auditor.withToken().with("Content-Type", "application/x-www-form-urlencoded")
                .post("/audit/seals/verify", form);
    }

    private HttpApi.Caller auditor() {
        return api.browser("auditor").inEnglish();
    }

    /** Refusals and downloads are put into the trail when the answer has been sent. */
    private void onRecord(String orgCode, String action, String... details) {
        await().untilAsserted(() -> assertThat(details(orgCode, action)).containsExactly(details));
    }

    private List<String> details(String orgCode, String action) {
        return database.sql("select detail from audit_entry where org_code = :unit and action = :action order by id")
                .params(Map.of("unit", orgCode, "action", action)).query(String.class).list();
    }

    private long newest(String orgCode, String action) {
        return database.sql("select max(id) from audit_entry where org_code = :unit and action = :action")
                .params(Map.of("unit", orgCode, "action", action)).query(Long.class).single();
    }
}
