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

/** System, security and audit administrators check one another: none makes one of them alone, nobody is two. */
@ApplicationTest
class SeparationIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern SLIP = Pattern.compile("<code>([A-Za-z0-9]{4}(?:-[A-Za-z0-9]{4}){3})</code>");

    @Autowired
    private HttpApi api;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient database;

    @ParameterizedTest
    @CsvSource({"ADMIN, chief-a, security", "AUDITOR, auditor-a, security", "SECURITY, security-a, auditor"})
    void anAdministratorMadeByOneWorksWhenAnotherKindHasReleasedIt(String role, String user, String releaser) {
        String password = slip(create(user, "三员" + role, role, "430000"));
        assertThat(api.as(user, password).get("/api/v1/periods").status()).as("awaits its release").isEqualTo(401);
        for (String other : List.of("admin", releaser.equals("security") ? "auditor" : "security", "admin430100")) {
            assertThat(form(other, "/admin/accounts/" + user + "/release", "accepted=true").status()).as(other)
                    .isEqualTo(403);
        }
        assertThat(api.browser(releaser).inEnglish().get("/admin/accounts?text=" + user).text())
                .contains("Awaits release", "Refuse");
        assertThat(form(releaser, "/admin/accounts/" + user + "/release", "accepted=true").status()).isEqualTo(302);
        assertThat(api.as(user, password).get("/api/v1/periods").status()).as("now to be changed").isEqualTo(403);
        assertThat(audit.of("account/" + user)).extracting(AuditEntry::action)
                .containsExactly("CREATE_ACCOUNT", "RELEASE_ACCOUNT");
    }

    @Test
    void aResetOrAComebackOfAnAdministratorWaitsForReleaseToo() {
        slip(create("auditor-b", "另一审计员", "AUDITOR", "430000"));
        form("security", "/admin/accounts/auditor-b/release", "accepted=true");
        String password = slip(form("admin", "/admin/accounts/auditor-b/password", ""));
        assertThat(api.as("auditor-b", password).get("/api/v1/periods").status()).isEqualTo(401);
        form("security", "/admin/accounts/auditor-b/release", "accepted=true");
        assertThat(api.as("auditor-b", password).get("/api/v1/periods").status()).isEqualTo(403);

        form("security", "/admin/accounts/auditor-b/state", "enabled=false&reason=" + HttpApi.encoded("已经离职"));
        assertThat(api.as("auditor-b", password).get("/api/v1/periods").status()).isEqualTo(401);
        assertThat(form("security", "/admin/accounts/auditor-b/state", "enabled=true&reason=" + HttpApi.encoded("又回来了"))
                .status()).as("only asked for by the system administrator").isEqualTo(403);
        form("admin", "/admin/accounts/auditor-b/state", "enabled=true&reason=" + HttpApi.encoded("又回来了"));
        assertThat(api.as("auditor-b", password).get("/api/v1/periods").status()).isEqualTo(401);
        form("security", "/admin/accounts/auditor-b/release", "accepted=false");
        assertThat(api.browser("admin").inEnglish().get("/admin/accounts?text=auditor-b").text()).contains("Disabled");
    }

    @Test
    void nobodyIsTwoOfThem() {
        create("security-c", "王一人", "SECURITY", "430000");
        Answer refused = create("auditor-c", "王一人", "AUDITOR", "430000");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("不得由同一人兼任");
        assertThat(create("city-c1", "王一人", "CITY", "430100").status()).as("a reviewer is none of them").isEqualTo(200);
        assertThat(form("admin", "/admin/accounts/city-c1/profile", "name=x&role=AUDITOR&area=430000").text())
                .contains("不能改变角色");
        assertThat(form("admin", "/admin/accounts/security-c/profile", "name=x&role=CITY&area=430100").text())
                .contains("不能改变角色");
    }

    @ParameterizedTest
    @CsvSource({"security, admin, false", "auditor, admin, false", "admin, admin, false", "admin430100, admin, true",
        "city430100, admin, true", "city430100, admin430100, true", "security, auditor, false", "auditor, security, false"})
    void editingIsOfferedForThoseAccountsThatCanBeChanged(String account, String reader, boolean offered) {
        String list = api.browser(reader).get("/admin/accounts?text=" + account).text();
        assertThat(list).contains("<small>" + account + "</small>");
        assertThat(list.contains("/admin/accounts/" + account + "/edit")).isEqualTo(offered);
        if (reader.equals("admin")) {
            Answer form = api.browser(reader).inEnglish().get("/admin/accounts/" + account + "/edit");
            assertThat(form.status()).isEqualTo(offered ? 200 : 409);
            assertThat(form.text()).contains(offered ? account : "keep their role");
        }
    }

    @Test
    void theLastOfAKindStaysAndNobodyTurnsAgainstItsOwn() {
        database.sql("update account set enabled = false where role = 'SECURITY' and user_id <> 'security'").update();
        String reason = "enabled=false&reason=" + HttpApi.encoded("试图停用");
        HttpApi.Caller admin = api.browser("admin").inEnglish();
        form("admin", "/admin/accounts/security/state", reason);
        assertThat(api.as("security").get("/api/v1/periods").status()).as("the last of its kind").isEqualTo(200);
        assertThat(form("security", "/admin/accounts/security/state", reason).status()).isEqualTo(403);
        assertThat(admin.withToken().with("Content-Type", FORM).post("/admin/accounts/admin/password", "").status())
                .as("one’s own password is changed, not reset").isEqualTo(409);
    }

    @Test
    void nobodyIsResetWhomNobodyCouldRelease() {
        database.sql("update account set awaiting_release = true where role = 'AUDITOR'").update();
        try {
            assertThat(form("admin", "/admin/accounts/security/password", "").status()).isEqualTo(409);
            assertThat(api.as("security").get("/api/v1/periods").status()).as("works as before").isEqualTo(200);
        } finally {
            database.sql("update account set awaiting_release = false where role = 'AUDITOR'").update();
        }
    }

    @ParameterizedTest
    @CsvSource({"security", "auditor", "support", "group01", "admin430100", "province"})
    void nobodyElseMakesAnAdministrator(String user) {
        Answer answer = form(user, "/admin/accounts", "userId=made-by-me&name=x&role=AUDITOR&area=430000");
        assertThat(answer.status()).isIn(403, 422);
        assertThat(api.browser("admin").inEnglish().get("/admin/accounts?text=made-by-me").text()).contains("0 of 0");
    }

    private Answer create(String user, String name, String role, String area) {
        return form("admin", "/admin/accounts", "userId=" + user + "&name=" + HttpApi.encoded(name) + "&role=" + role
                + "&area=" + area);
    }

    private Answer form(String user, String path, String body) {
        return api.browser(user).withToken().with("Content-Type", FORM).post(path, body);
    }

    private static String slip(Answer answer) {
        Matcher found = SLIP.matcher(answer.text());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }
}
