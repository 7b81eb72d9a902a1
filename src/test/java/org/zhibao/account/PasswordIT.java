package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** Passwords and accounts over HTTP, each test with an account of its own. */
@ApplicationTest
class PasswordIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = "Xiang-Jiang7";
    private static final Pattern SLIP = Pattern.compile("<code>([A-Za-z0-9]{4}(?:-[A-Za-z0-9]{4}){3})</code>");

    @Autowired
    private HttpApi api;
    @Autowired
    private Accounts accounts;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient database;

    @Test
    void anInitialPasswordHasToBeChangedBeforeAnythingElse() {
        String initial = issued("first01");
        HttpApi.Caller person = api.browser("first01", initial);
        assertThat(person.get("/").headers().firstValue("Location").orElse("")).endsWith("/account/password");
        assertThat(person.get("/account/password").text()).contains("请先修改密码");
        assertThat(api.as("first01", initial).get("/api/v1/periods")).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.detail()).contains("/account/password");
        });

        Answer changed = change(person, initial, GOOD, GOOD);
        assertThat(changed.status()).isEqualTo(302);
        assertThat(person.get("/").status()).as("the session goes on").isEqualTo(200);
        assertThat(api.as("first01", GOOD).get("/api/v1/periods").status()).isEqualTo(200);
        assertThat(api.as("first01", initial).get("/api/v1/periods").status()).isEqualTo(401);
        assertThat(audit.of("account/first01")).extracting(AuditEntry::action)
                .containsSubsequence("RESET_PASSWORD", "SIGN_IN", "CHANGE_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Sh0rt-x             | Sh0rt-x              | must have 8 to",
        "alllowercase1       | alllowercase1        | at least 3 kinds",
        "Weak01-and-its-Name | Weak01-and-its-Name  | must not contain the user name",
        "Zhibao@2026         | Zhibao@2026          | demo password",
        "Xiang-Jiang8        | Xiang-Jiang9         | entries of the new password differ"})
    void aWeakPasswordIsRefusedWithItsReasonAndTheOldOneStays(String wanted, String again, String said) {
        String initial = issued("weak01");
        HttpApi.Caller person = api.browser("weak01", initial).inEnglish();
        Answer refused = change(person, initial, wanted, again);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(said).doesNotContain(wanted);
        assertThat(api.browser("weak01", initial).get("/account/password").status()).isEqualTo(200);
    }

    @Test
    void oneOfTheLastPasswordsIsNotTakenAgain() {
        String initial = issued("again01");
        HttpApi.Caller person = api.browser("again01", initial).inEnglish();
        change(person, initial, GOOD, GOOD);
        change(person, GOOD, "Xiang-Jiang8", "Xiang-Jiang8");
        assertThat(change(person, "Xiang-Jiang8", GOOD, GOOD).text()).contains("used recently");
        assertThat(change(person, "wrong", "Xiang-Jiang9", "Xiang-Jiang9").text()).contains("not right");
        assertThat(change(person, "Xiang-Jiang8", "Xiang-Jiang9", "Xiang-Jiang9").status()).isEqualTo(302);
    }

    @Test
    void aPasswordChangedOrResetElsewhereEndsTheSession() {
        String initial = issued("ended01");
        HttpApi.Caller here = api.browser("ended01", initial);
        change(here, initial, GOOD, GOOD);
        HttpApi.Caller there = api.browser("ended01", GOOD);
        assertThat(there.get("/").status()).isEqualTo(200);

        change(here, GOOD, "Xiang-Jiang8", "Xiang-Jiang8");
        assertThat(there.get("/").headers().firstValue("Location").orElse("")).endsWith("/login?ended");
        assertThat(here.get("/").status()).isEqualTo(200);
        reset("ended01");
        assertThat(here.get("/api/v1/periods").status()).isEqualTo(401);
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndComesBack() {
        String initial = issued("gone01");
        HttpApi.Caller person = api.browser("gone01", initial);
        change(person, initial, GOOD, GOOD);
        HttpApi.Caller admin = api.browser("admin");
        assertThat(form(admin, "/admin/accounts/gone01/state", "enabled=false&reason=").status()).isEqualTo(302);
        assertThat(person.get("/").status()).as("without a reason nothing happens").isEqualTo(200);

        form(admin, "/admin/accounts/gone01/state", "enabled=false&reason=" + HttpApi.encoded("已调离岗位"));
        assertThat(person.get("/").headers().firstValue("Location").orElse("")).endsWith("/login?ended");
        assertThat(api.as("gone01", GOOD).get("/api/v1/periods").status()).isEqualTo(401);
        form(admin, "/admin/accounts/gone01/state", "enabled=true&reason=" + HttpApi.encoded("调回原岗位"));
        assertThat(api.as("gone01", GOOD).get("/api/v1/periods").status()).isEqualTo(200);
        assertThat(audit.of("account/gone01")).extracting(AuditEntry::action).contains("DISABLE_ACCOUNT",
                "ENABLE_ACCOUNT");
    }

    @Test
    void fiveWrongPasswordsLockTheUserUntilAnAdministratorUnlocks() {
        String initial = issued("lock01");
        change(api.browser("lock01", initial), initial, GOOD, GOOD);
        for (int i = 0; i < SignInGuard.TRIES; i++) {
            assertThat(api.as("lock01", "wrong").get("/api/v1/periods").status()).isEqualTo(401);
        }
        assertThat(api.as("lock01", GOOD).get("/api/v1/periods").status()).as("locked").isEqualTo(401);
        HttpApi.Caller admin = api.browser("admin").inEnglish();
        assertThat(admin.get("/admin/accounts?text=lock01").text()).contains("Locked", "1 of 1 shown");
        form(admin, "/admin/accounts/lock01/unlock", "");
        assertThat(api.as("lock01", GOOD).get("/api/v1/periods").status()).isEqualTo(200);
    }

    @Test
    void fourWrongPasswordsAndARightOneLockNobody() {
        String initial = issued("lock02");
        change(api.browser("lock02", initial), initial, GOOD, GOOD);
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i < SignInGuard.TRIES; i++) {
                api.as("lock02", "wrong").get("/api/v1/periods");
            }
            assertThat(api.as("lock02", GOOD).get("/api/v1/periods").status()).isEqualTo(200);
        }
    }

    @Test
    void aPasswordOfNinetyDaysHasToBeChanged() {
        String initial = issued("old01");
        HttpApi.Caller person = api.browser("old01", initial);
        change(person, initial, GOOD, GOOD);
        set("old01", 80);
        assertThat(api.browser("old01", GOOD).inEnglish().get("/").text()).contains("expires in 9 days");
        set("old01", 91);
        assertThat(api.browser("old01", GOOD).get("/").headers().firstValue("Location").orElse(""))
                .endsWith("/account/password");
    }

    @Test
    void slipsAreIssuedForEnterprisesNobodyHasSignedInWith() {
        accounts.create(List.of(new Actor("439901001", "新单位一", Role.ENTERPRISE, "439901", "439901001"),
                new Actor("439901002", "新单位二", Role.ENTERPRISE, "439901", "439901002")), GOOD, false, true);
        HttpApi.Caller admin = api.browser("admin");
        assertThat(admin.get("/admin/accounts?unused=true&area=439901").text()).contains("新单位一", "新单位二");
        Answer slips = form(admin, "/admin/accounts/issue", "area=439901");
        assertThat(slips.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(SLIP.matcher(slips.text()).results().count()).isEqualTo(2);
        assertThat(form(admin.inEnglish(), "/admin/accounts/issue", "area=439999").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"province", "city430100", "county430102", "auditor", "group01", "183810013"})
    void nobodyButAdministratorsKeepsAccounts(String user) {
        accounts.create(List.of(new Actor("kept01", "被管理者", Role.CITY, "430100", null)), GOOD, false);
        HttpApi.Caller browser = api.browser(user);
        assertThat(browser.get("/admin/accounts").status()).isEqualTo("auditor".equals(user) ? 200 : 403);
        assertThat(form(browser, "/admin/accounts/kept01/password", "").status()).isEqualTo(403);
        assertThat(form(browser, "/admin/accounts/kept01/state", "enabled=false&reason=abcdef").status()).isEqualTo(403);
        assertThat(form(browser, "/admin/accounts/kept01/unlock", "").status()).isEqualTo(403);
        assertThat(form(browser, "/admin/accounts/issue", "").status()).isEqualTo(403);
        assertThat(api.as("kept01", GOOD).get("/api/v1/periods").status()).isEqualTo(200);
    }

    private void set(String userId, int daysAgo) {
        database.sql("update account set password_set_at = :at where user_id = :user")
                .param("at", java.time.OffsetDateTime.now().minusDays(daysAgo)).param("user", userId).update();
    }

    private String issued(String userId) {
        accounts.create(List.of(new Actor(userId, "测试人员", Role.CITY, "430100", null)), GOOD + "x", false, true);
        return reset(userId);
    }

    private String reset(String userId) {
        Answer slip = form(api.browser("admin"), "/admin/accounts/" + userId + "/password", "");
        Matcher found = SLIP.matcher(slip.text());
        assertThat(found.find()).as(slip.text()).isTrue();
        return found.group(1);
    }

    private static Answer change(HttpApi.Caller person, String current, String wanted, String again) {
        return person.with("X-CSRF-TOKEN", person.tokenOn("/account/password")).with("Content-Type", FORM)
                .post("/account/password", "current=" + HttpApi.encoded(current) + "&wanted=" + HttpApi.encoded(wanted)
                        + "&again=" + HttpApi.encoded(again));
    }

    private static Answer form(HttpApi.Caller browser, String path, String body) {
        return browser.withToken().with("Content-Type", FORM).post(path, body);
    }
}
