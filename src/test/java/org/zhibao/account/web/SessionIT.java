package org.zhibao.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** Sessions live in the database: every node finds them, their owner lists and ends them, and keepers end them at once. */
@ApplicationTest
class SessionIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = "Xiang-Jiang7";
    private static final Pattern HANDLE = Pattern.compile("name=\"session\" value=\"([0-9a-f]{32})\"");

    @Autowired
    private HttpApi api;
    @Autowired
    private Accounts accounts;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient database;

    @Test
    void aPersonSeesItsSessionsAndEndsOneThatIsNotThisOne() {
        person("seen-one");
        HttpApi.Caller here = api.browser("seen-one", GOOD).inEnglish();
        HttpApi.Caller there = api.browser("seen-one", GOOD);
        String page = here.get("/account/sessions").text();
        assertThat(page).contains("2 in all", "127.0.0.1", "this one").doesNotContain("JSESSIONID");
        Matcher handle = HANDLE.matcher(page);
        assertThat(handle.results().count()).as("this one cannot be ended here").isEqualTo(1);
        handle.reset();
        assertThat(handle.find()).isTrue();

        assertThat(end(here, "session=" + handle.group(1)).status()).isEqualTo(302);
        assertThat(there.get("/").headers().firstValue("Location").orElse("")).endsWith("/login?ended");
        assertThat(here.get("/account/sessions").text()).contains("1 in all");
        assertThat(audit.of("account/seen-one")).extracting(AuditEntry::action).contains("END_SESSION");
        assertThat(end(here, "session=" + handle.group(1)).status()).as("it has ended already").isEqualTo(404);
    }

    @Test
    void aPersonEndsAllOthersAtOnce() {
        person("seen-two");
        HttpApi.Caller here = api.browser("seen-two", GOOD);
        List<HttpApi.Caller> others = List.of(api.browser("seen-two", GOOD), api.browser("seen-two", GOOD));
        end(here, "");
        others.forEach(other -> assertThat(other.get("/api/v1/periods").status()).isEqualTo(401));
        assertThat(here.get("/api/v1/periods").status()).isEqualTo(200);
    }

    @Test
    void nobodyEndsAnothersSession() {
        person("seen-three");
        person("seen-four");
        HttpApi.Caller victim = api.browser("seen-three", GOOD);
        Matcher handle = HANDLE.matcher(api.browser("seen-three", GOOD).get("/account/sessions").text());
        assertThat(handle.find()).isTrue();
        assertThat(end(api.browser("seen-four", GOOD), "session=" + handle.group(1)).status()).isEqualTo(404);
        assertThat(victim.get("/api/v1/periods").status()).isEqualTo(200);
    }

    @Test
    void aDisabledAccountHasNoSessionLeftOnAnyNode() {
        person("seen-five");
        HttpApi.Caller person = api.browser("seen-five", GOOD);
        assertThat(sessions("seen-five")).isEqualTo(1);
        api.browser("admin").withToken().with("Content-Type", FORM).post("/admin/accounts/seen-five/state",
                "enabled=false&reason=" + HttpApi.encoded("调离岗位"));
        assertThat(sessions("seen-five")).isZero();
        assertThat(person.get("/").headers().firstValue("Location").orElse("")).endsWith("/login?ended");
    }

    @Test
    void anIdleSessionEndsAndSaysSo() {
        person("seen-six");
        HttpApi.Caller person = api.browser("seen-six", GOOD);
        long idleSince = Instant.now().minusSeconds(31 * 60).toEpochMilli();
        database.sql("update web_session set last_access_time = :then, expiry_time = cast(:then as bigint) + 30 * 60000 "
                + "where principal_name = 'seen-six'").param("then", idleSince).update();
        assertThat(person.get("/").headers().firstValue("Location").orElse("")).endsWith("/login?ended");
        assertThat(person.get("/login?ended").text()).contains("长时间未操作");
    }

    @Test
    void whatAnotherReleaseHasLeftMeansSigningInAgainAndIsNoError() {
        person("seen-seven");
        HttpApi.Caller person = api.browser("seen-seven", GOOD);
        database.sql("update web_session_attributes set attribute_bytes = :bytes where attribute_name = "
                        + "'SPRING_SECURITY_CONTEXT' and session_primary_id in (select primary_id from web_session "
                        + "where principal_name = 'seen-seven')").param("bytes", SessionBytesTest.unknownClass()).update();
        assertThat(person.get("/").headers().firstValue("Location").orElse("")).contains("/login");
        assertThat(api.browser("seen-seven", GOOD).get("/").status()).isEqualTo(200);
    }

    @Test
    void theEnginesWebappsKeepTheirPartOfTheSessionThereToo() {
        HttpApi.Caller auditor = api.browser("auditor");
        Answer page = auditor.get("/camunda/app/cockpit/");
        String address = page.headers().firstValue("Location").orElse("/camunda/app/cockpit/");
        assertThat(auditor.get(address).status()).isEqualTo(200);
        assertThat(auditor.get("/camunda/api/engine/engine").status()).isEqualTo(200);
        List<String> kept = database.sql("select distinct a.attribute_name from web_session_attributes a join web_session s "
                + "on s.primary_id = a.session_primary_id where s.principal_name = 'auditor'").query(String.class).list();
        assertThat(kept).contains("SPRING_SECURITY_CONTEXT").anyMatch(name -> name.toLowerCase().contains("camunda")
                || name.toLowerCase().contains("authenticat"));
        List<byte[]> all = database.sql("select a.attribute_bytes from web_session_attributes a join web_session s "
                + "on s.primary_id = a.session_primary_id where s.principal_name = 'auditor'").query(byte[].class).list();
        assertThat(all).allSatisfy(bytes -> assertThat(SessionBytes.conversion().convert(bytes, Object.class)).isNotNull());
    }

    private void person(String userId) {
        accounts.create(List.of(new Actor(userId, "会话测试", Role.CITY, "430100", null)), GOOD, false);
    }

    private long sessions(String userId) {
        return database.sql("select count(*) from web_session where principal_name = :user").param("user", userId)
                .query(Long.class).single();
    }

    private static Answer end(HttpApi.Caller caller, String body) {
        return caller.withToken().with("Content-Type", FORM).post("/account/sessions/end", body);
    }
}
