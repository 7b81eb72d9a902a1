package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** A manager of a city makes and changes the accounts of its people, in its own city. */
@ApplicationTest
class StaffIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = "Xiang-Jiang7";
    private static final Pattern USER = Pattern.compile("</span><small>([^<]+)</small></th>");

    @Autowired
    private HttpApi api;
    @Autowired
    private Accounts accounts;
    @Autowired
    private IdentityService identities;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Footprint footprint;

    @Test
    void aManagerMakesAnAccountForAPersonOfItsCity() {
        Answer slip = create("admin430100", "zhang-wei", "张伟", "COUNTY", "430103");
        assertThat(slip.status()).isEqualTo(200);
        assertThat(slip.text()).contains("zhang-wei", "张伟");
        assertThat(slip.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(api.browser("admin430100").inEnglish().get("/admin/accounts?text=zhang-wei").text())
                .contains("1 of 1 shown", "430103", "Initial password");
        assertThat(audit.of("account/zhang-wei")).extracting(AuditEntry::action).containsExactly("CREATE_ACCOUNT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zhang-li | 张丽 | CITY     | 430200 | not within the one you keep",
        "zhang-li | 张丽 | CITY     | 430102 | not of the same level",
        "zhang-li | 张丽 | COUNTY   | 430100 | not of the same level",
        "zhang-li | 张丽 | COUNTY   | 439999 | Choose an area of today",
        "zhang-li | 张丽 | PROVINCE | 430000 | role that you keep accounts of",
        "zhang-li | 张丽 | ADMIN    | 430100 | role that you keep accounts of",
        "zhang-li | 张丽 | ENTERPRISE | 430102 | role that you keep accounts of",
        "183810013 | 张丽 | CITY    | 430100 | user name has 4 to 32",
        "x${1+1}  | 张丽 | CITY     | 430100 | user name has 4 to 32",
        "city430100 | 张丽 | CITY   | 430100 | is taken",
        "zhang-li | '' | CITY       | 430100 | Give the person’s name"})
    void whatDoesNotFitIsRefusedWithItsReason(String user, String name, String role, String area, String said) {
        long before = footprint.auditRows();
        Answer refused = create("admin430100", user, name, role, area);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(said);
        assertThat(footprint.auditRows()).as("the sign-in and nothing else").isEqualTo(before + 1);
    }

    @Test
    void anotherRoleOrAreaEndsTheSessionsAndMovesThePersonBetweenTheGroups() {
        accounts.create(List.of(new Actor("mover-one", "李迁", Role.CITY, "430100", null)), GOOD, false);
        HttpApi.Caller person = api.browser("mover-one", GOOD);
        assertThat(person.get("/").status()).isEqualTo(200);
        assertThat(groups("mover-one")).containsExactlyInAnyOrder("city", "reviewers430100");

        Answer done = form("admin430100", "/admin/accounts/mover-one/profile",
                "name=" + HttpApi.encoded("李迁") + "&role=COUNTY&area=430102");
        assertThat(done.status()).as(done.text()).isEqualTo(302);
        assertThat(person.get("/").headers().firstValue("Location").orElse("")).endsWith("/login?ended");
        assertThat(groups("mover-one")).containsExactly("county");
        assertThat(api.as("mover-one", GOOD).get("/api/v1/filings?size=200").json().path("filings"))
                .isNotEmpty().allSatisfy(f -> assertThat(f.path("countyCode").asText()).isEqualTo("430102"));
        assertThat(audit.of("account/mover-one").get(1).detail()).contains("CITY 430100", "COUNTY 430102");
    }

    @Test
    void theProvinceMakesAGroupCompanyWhichReadsItsSubsidiaries() {
        assertThat(form("admin", "/admin/accounts", "userId=group-two&name=" + HttpApi.encoded("第二集团")
                + "&role=GROUP&area=430000&groupCode=").text()).contains("集团公司须填写");
        assertThat(form("admin", "/admin/accounts", "userId=group-two&name=" + HttpApi.encoded("第二集团")
                + "&role=GROUP&area=430000&groupCode=100000016").status()).isEqualTo(200);
        assertThat(accounts.actor("group-two").orElseThrow().groupCode()).isEqualTo("100000016");
    }

    @Test
    void nobodyChangesItsOwnRoleOrAnEnterprises() {
        assertThat(form("admin430100", "/admin/accounts/183810013/profile", "name=x&role=CITY&area=430100").status())
                .isEqualTo(409);
        assertThat(accounts.actor("183810013").orElseThrow().role()).isEqualTo(Role.ENTERPRISE);
        assertThat(form("admin430100", "/admin/accounts/city430200/profile", "name=x&role=CITY&area=430100").status())
                .isEqualTo(403);
        assertThat(form("admin430100", "/admin/accounts/admin430100/profile", "name=x&role=CITY&area=430100").status())
                .isEqualTo(403);
    }

    @Test
    void listsLeafThroughAllAccountsOfTheArea() {
        HttpApi.Caller admin = api.browser("admin").inEnglish();
        String first = admin.get("/admin/accounts?role=ENTERPRISE").text();
        assertThat(users(first)).hasSize(50);
        String next = first.replaceAll("(?s).*href=\"(/admin/accounts\\?[^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(users(admin.get(next).text())).hasSize(50).doesNotContainAnyElementsOf(users(first));
    }

    private static List<String> users(String page) {
        return USER.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private List<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }

    private Answer create(String keeper, String user, String name, String role, String area) {
        return api.browser(keeper).withToken().with("Content-Type", FORM).inEnglish().post("/admin/accounts",
                "userId=" + HttpApi.encoded(user) + "&name=" + HttpApi.encoded(name) + "&role=" + role + "&area=" + area);
    }

    private Answer form(String user, String path, String body) {
        return api.browser(user).withToken().with("Content-Type", FORM).post(path, body);
    }
}
