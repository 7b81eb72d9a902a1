package org.zhibao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Inbox, urging, settings, contacts and channels over HTTP. */
@ApplicationTest
class NoticePagesIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theBellCountsWhatIsUnreadAndTheInboxReadsInTheReadersLanguage() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        HttpApi.Caller unit = api.browser(filing.orgCode());
        assertThat(unit.get("/").text()).contains("aria-label=\"消息，1条未读\"");
        Answer inbox = unit.get("/inbox");
        assertThat(inbox.text()).contains("被打回整改，期限", "请核实化学需氧量排放量", "显示 1 条，共 1 条", "1条未读");
        assertThat(unit.inEnglish().get("/inbox").text()).contains("was returned, to be corrected by", "1 of 1 messages",
                "请核实化学需氧量排放量");

        String id = jdbc.sql("select id from notice where recipient = ?").param(filing.orgCode()).query(String.class)
                .single();
        Answer opened = unit.get("/inbox/" + id);
        assertThat(opened.status()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location").orElseThrow()).endsWith("/filings/" + filing.id());
        assertThat(unit.get("/inbox").text()).contains("0条未读");
        assertThat(unit.get("/inbox?unread=true").text()).contains("没有未读消息");
    }

    @Test
    void nobodyReadsAnothersMessages() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        String id = jdbc.sql("select id from notice where recipient = ?").param(filing.orgCode()).query(String.class)
                .single();
        for (String user : new String[] {"admin", "auditor", "city" + filing.cityCode(), "183810013"}) {
            assertThat(api.as(user).post("/api/v1/inbox/" + id + "/read", null).status()).as(user).isEqualTo(404);
            assertThat(api.browser(user).get("/inbox/" + id).status()).as(user).isEqualTo(404);
        }
        assertThat(jdbc.sql("select count(*) from notice where id = ? and read_at is not null").param(Long.valueOf(id))
                .query(Long.class).single()).isZero();
        assertThat(api.nobody().get("/api/v1/inbox").status()).isEqualTo(401);
    }

    @Test
    void theApiPagesThroughTheInboxAndMarksItRead() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        scenario.submit(filing, scenario.report(filing));
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        HttpApi.Caller unit = api.as(filing.orgCode());
        JsonNode first = unit.get("/api/v1/inbox?size=1").json();
        assertThat(first.path("total").asInt()).isEqualTo(2);
        assertThat(first.path("unread").asInt()).isEqualTo(2);
        JsonNode second = unit.get("/api/v1/inbox?size=1&before=" + first.path("next").asText()).json();
        assertThat(second.at("/messages/0/id").asLong()).isLessThan(first.at("/messages/0/id").asLong());
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(unit.post("/api/v1/inbox/read", null).json().path("read").asInt()).isEqualTo(2);
        assertThat(unit.get("/api/v1/inbox?unread=true").json().path("total").asInt()).isZero();
        assertThat(audit.of("account/" + filing.orgCode())).filteredOn(r -> r.action().equals("READ_ALL_NOTICES"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"size=0, size", "size=101, size", "size=x, size", "before=x, before", "unread=maybe, unread"})
    void aQueryThatMakesNoSenseNamesItsParameter(String query, String field) {
        Answer answer = api.as("province").inEnglish().get("/api/v1/inbox?" + query);
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.errors()).containsOnlyKeys(field);
    }

    @Test
    void aCityUrgesFromTheFilingPageAndFindsItInTheRecord() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller city = api.browser("city" + filing.cityCode());
        assertThat(city.get("/filings/" + filing.id()).text()).contains("尚未催报", "/urgings/new?filing=" + filing.id());
        Answer preview = city.get("/urgings/new?filing=" + filing.id());
        assertThat(preview.text()).contains("将催报 1 家企业", filing.unitName(), "最多催 1 次");
        assertThat(jdbc.sql("select count(*) from urging where filing_id = ?").param(filing.id()).query(Long.class)
                .single()).as("a preview changes nothing").isZero();

        Answer started = form(city, "/urgings", "filing=" + filing.id() + "&key=" + key(preview) + "&sentence=请<b>尽快");
        assertThat(started.status()).isEqualTo(302);
        String page = started.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        Answer going = city.get(page);
        assertThat(going.headers().firstValue("Refresh")).as("looks again by itself").isPresent();
        assertThat(going.text()).contains("请&lt;b&gt;尽快", "<progress");
        assertThat(city.get("/urgings").text()).contains(page);
        assertThat(form(city, "/urgings", "filing=" + filing.id() + "&key=" + key(preview)).headers()
                .firstValue("Location").orElseThrow()).as("a second click").endsWith(page);
    }

    @Test
    void anUrgingOfNobodySaysWhyAndWhatToDo() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        HttpApi.Caller city = api.browser("city" + filing.cityCode());
        Answer answer = form(city, "/urgings", "filing=" + filing.id() + "&key=" + UUID.randomUUID());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("没有可以催的企业", "请换一个范围");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor", "183810013"})
    void whoMayNotUrgeIsToldSo(String user) {
        FilingSummary filing = scenario.filingOf("183810013");
        assertThat(api.browser(user).get("/urgings/new?filing=" + filing.id()).status()).isEqualTo(403);
        Answer answer = api.as(user).with("Idempotency-Key", "k").post("/api/v1/urgings", Map.of("filing", filing.id()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail()).contains("县、市、省级审核用户");
        assertThat(api.browser(user).get("/filings/" + filing.id()).text()).doesNotContain("/urgings/new");
    }

    @Test
    void theApiUrgesAndRefusesWhatMakesNoSense() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller city = api.as("city" + filing.cityCode());
        JsonNode preview = city.post("/api/v1/urgings/preview", Map.of("filing", filing.id())).json();
        assertThat(preview.path("units").asInt()).isEqualTo(1);
        assertThat(city.post("/api/v1/urgings", Map.of("filing", filing.id())).status()).as("no key").isEqualTo(400);
        HttpApi.Caller keyed = city.with("Idempotency-Key", UUID.randomUUID().toString()).inEnglish();
        assertThat(keyed.post("/api/v1/urgings", Map.of("status", "NONE")).errors()).containsOnlyKeys("status");
        assertThat(keyed.post("/api/v1/urgings", Map.of("period", "2026")).errors()).containsOnlyKeys("period");
        assertThat(keyed.post("/api/v1/urgings", Map.of("filing", 999999999)).status()).isEqualTo(404);
        assertThat(keyed.post("/api/v1/urgings", Map.of("filing", "x")).status()).isEqualTo(400);
        assertThat(keyed.post("/api/v1/urgings", Map.of("filing", filing.id(), "sentence", "x".repeat(201))).errors())
                .containsOnlyKeys("sentence");
        Answer accepted = keyed.post("/api/v1/urgings", Map.of("filing", filing.id(), "sentence", "请尽快上报"));
        assertThat(accepted.status()).isEqualTo(202);
        String id = accepted.json().path("id").asText();
        assertThat(city.get("/api/v1/urgings/" + id).json().path("expected").asInt()).isEqualTo(1);
        assertThat(city.get("/api/v1/urgings/" + id + "/targets").status()).isEqualTo(200);
        assertThat(city.get("/api/v1/urgings/999999").status()).isEqualTo(404);
    }

    @Test
    void theProvinceSetsRemindersAndACityItsOwn() {
        HttpApi.Caller city = api.browser("city430600");
        assertThat(city.get("/reminders").text()).contains("可以为本市另行设置", "平台默认设置");
        String good = "enabled=true&daysBefore=5&daysBefore=0&overdueEvery=3&quietFrom=22:00&quietTo=07:30&urgePerDay=2"
                + "&urgePerWeek=4";
        assertThat(form(city, "/reminders", good).status()).isEqualTo(302);
        assertThat(city.get("/reminders").text()).contains("本级设置", "value=\"07:30\"");
        assertThat(audit.of("reminders/430600")).hasSize(1);
        Answer bad = form(city, "/reminders", good.replace("overdueEvery=3", "overdueEvery=99"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text()).contains("0 至 30 天");
        assertThat(form(city, "/reminders", good.replace("22:00", "25:00")).status()).isEqualTo(422);
        assertThat(form(city, "/reminders/reset", "").status()).isEqualTo(302);
        assertThat(city.get("/reminders").text()).contains("平台默认设置");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor", "county430102", "183810013"})
    void onlyProvinceAndCitiesSetReminders(String user) {
        assertThat(api.browser(user).get("/reminders").status()).isEqualTo(403);
        assertThat(form(api.browser(user), "/reminders", "overdueEvery=1").status()).isEqualTo(403);
        assertThat(form(api.browser(user), "/reminders/reset", "").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"email=nobody, 电子邮箱格式", "email=a@b, 电子邮箱格式", "email=a@b..cn, 电子邮箱格式",
        "mobile=0731-88888888, 手机号码应为", "mobile=12345678901, 手机号码应为"})
    void anAddressThatCannotBeOneIsRefused(String fields, String message) {
        FilingSummary filing = scenario.freshFiling();
        Answer answer = form(api.browser(filing.orgCode()), "/contacts", fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(message);
        assertThat(jdbc.sql("select count(*) from notice_contact where user_id = ?").param(filing.orgCode())
                .query(Long.class).single()).isZero();
    }

    @Test
    void aPersonSaysWhereItIsReached() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller unit = api.browser(filing.orgCode());
        assertThat(form(unit, "/contacts", "email=a.b@example.cn&mobile=13912345678").status()).isEqualTo(302);
        assertThat(unit.get("/contacts").text()).contains("a.b@example.cn", "13912345678");
        assertThat(audit.of("account/" + filing.orgCode())).filteredOn(r -> r.action().equals("CHANGE_CONTACT"))
                .hasSize(1);
    }

    @Test
    void administratorsSeeTheChannelsAndOthersDoNot() {
        assertThat(api.browser("admin").get("/admin/channels").text()).contains("演示数据下不向外发送", "短信", "邮件");
        for (String user : new String[] {"province", "city430100", "auditor", "183810013"}) {
            assertThat(api.browser(user).get("/admin/channels").status()).as(user).isEqualTo(403);
            assertThat(form(api.browser(user), "/admin/channels/MAIL/retry", "").status()).as(user).isEqualTo(403);
            assertThat(form(api.browser(user), "/admin/channels/MAIL/test", "to=a@b.cn").status()).as(user).isEqualTo(403);
        }
        Answer closed = form(api.browser("admin"), "/admin/channels/MAIL/test", "to=a@example.cn");
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.text()).contains("尚未开通");
        assertThat(form(api.browser("admin"), "/admin/channels/SMS/test", "to=12").status()).isEqualTo(422);
        assertThat(form(api.browser("admin"), "/admin/channels/PIGEON/test", "to=12").status()).as("no such page")
                .isEqualTo(404);
    }

    private static String key(Answer page) {
        Matcher key = KEY.matcher(page.text());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static Answer form(HttpApi.Caller browser, String path, String fields) {
        return browser.withToken().with("Content-Type", FORM).post(path, fields.replace("<", "%3C"));
    }
}
