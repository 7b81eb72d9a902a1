package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** What group companies, the service desk and security administrators see and do. */
@ApplicationTest
class RolesIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Footprint footprint;
    @Autowired
    private JdbcClient database;

    @Test
    void aGroupCompanyReadsItsSubsidiariesInAllCitiesAndNobodyElse() {
        HttpApi.Caller group = api.browser("group01").inEnglish();
        JsonNode filings = group.get("/api/v1/filings?size=200").json().path("filings");
        assertThat(units(filings)).isEqualTo(subsidiaries());
        assertThat(filings.findValuesAsText("cityCode")).contains("430100", "430500");
        assertThat(StreamSupport.stream(group.get("/api/v1/counts?period=" + scenario.period()).json().spliterator(), false)
                .mapToLong(c -> c.path("filings").asLong()).sum()).isEqualTo(subsidiaries().size());

        FilingSummary own = scenario.filingOf(subsidiaries().iterator().next());
        assertThat(group.get("/filings/" + own.id()).status()).isEqualTo(200);
        FilingSummary foreign = scenario.freshFiling();
        assertThat(group.get("/filings/" + foreign.id()).status()).isEqualTo(403);
        assertThat(group.get("/api/v1/filings/" + foreign.id()).detail()).contains("not your unit’s");
        assertThat(group.get("/").text()).contains(own.unitName()).doesNotContain(foreign.unitName());
    }

    @Test
    void aGroupCompanyFiltersWithoutSeeingMore() {
        HttpApi.Caller group = api.browser("group01");
        for (String filter : List.of("area=430500", "status=ARCHIVED", "text=1838", "area=430200", "text=%25")) {
            assertThat(subsidiaries()).as(filter)
                    .containsAll(units(group.get("/api/v1/filings?size=200&" + filter).json().path("filings")));
        }
        assertThat(subsidiaries()).containsAll(units(group.get("/api/v1/suspensions?size=100").json().path("suspensions")));
        assertThat(subsidiaries()).containsAll(units(group.get("/api/v1/lateness?size=100").json().path("rows")));
    }

    @Test
    void theServiceDeskReadsEveryReportAndDecidesNothing() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller desk = api.browser("support").withToken();
        long before = footprint.auditRows();
        assertThat(desk.get("/filings/" + filing.id()).status()).isEqualTo(200);
        assertThat(desk.get("/api/v1/filings/" + filing.id()).json().path("actions")).isEmpty();
        assertThat(desk.post("/api/v1/filings/" + filing.id() + "/claim", "{}").status()).isEqualTo(403);
        assertThat(footprint.auditRows()).isEqualTo(before);
    }

    @Test
    void theServiceDeskHelpsEnterprisesAndNobodyElse() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller desk = api.browser("support").withToken().with("Content-Type", FORM).inEnglish();
        assertThat(desk.get("/admin/accounts?text=" + filing.orgCode()).text()).contains("1 of 1 shown",
                "Reset").doesNotContain("Disable");
        assertThat(desk.get("/admin/accounts?text=city430100").text()).contains("0 of 0 shown");
        assertThat(desk.post("/admin/accounts/" + filing.orgCode() + "/unlock", "").status()).isEqualTo(302);
        for (String person : List.of("city430200", "county430102", "province", "admin", "security", "group01")) {
            assertThat(desk.post("/admin/accounts/" + person + "/password", "").status()).as(person).isEqualTo(403);
            assertThat(desk.post("/admin/accounts/" + person + "/unlock", "").status()).as(person).isEqualTo(403);
        }
        assertThat(desk.post("/admin/accounts/" + filing.orgCode() + "/state", "enabled=false&reason=abcdef").status())
                .isEqualTo(403);
        assertThat(desk.post("/admin/accounts/issue", "area=430200").status()).isEqualTo(403);
    }

    @Test
    void aManagerOfACityKeepsItsPeopleAndEnterprisesButNoAdministrators() {
        HttpApi.Caller manager = api.browser("admin430100").withToken().with("Content-Type", FORM);
        assertThat(manager.post("/admin/accounts/city430100b/unlock", "").status()).isEqualTo(302);
        assertThat(manager.post("/admin/accounts/183810013/unlock", "").status()).isEqualTo(302);
        for (String person : List.of("admin430100", "admin", "auditor", "city430200", "support", "group01")) {
            assertThat(manager.post("/admin/accounts/" + person + "/unlock", "").status()).as(person).isEqualTo(403);
        }
    }

    @Test
    void aSecurityAdministratorSeesNoReportAndNoUnit() {
        HttpApi.Caller security = api.browser("security").inEnglish();
        assertThat(security.get("/").headers().firstValue("Location").orElse("")).endsWith("/admin/accounts");
        assertThat(security.get("/api/v1/filings").json().path("total").asLong()).isZero();
        assertThat(security.get("/api/v1/lateness").json().path("total").asLong()).isZero();
        assertThat(security.get("/api/v1/suspensions").json().path("total").asLong()).isZero();
        assertThat(security.get("/filings/" + scenario.filingOf("183810013").id()).status()).isEqualTo(403);
        String accounts = security.get("/admin/accounts").text();
        assertThat(accounts).contains("auditor", "admin430100", "security").doesNotContain("city430100", "183810013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"security", "support", "group01"})
    void nobodyOfThemHasBusinessInTheEngine(String user) {
        HttpApi.Caller caller = api.browser(user);
        assertThat(caller.get("/camunda/api/engine/engine").status()).isEqualTo(403);
        assertThat(caller.get("/periods").text()).doesNotContain("/camunda/app/");
    }

    private Set<String> subsidiaries() {
        return Set.copyOf(database.sql("select org_code from reporting_unit where group_code = '100000016'")
                .query(String.class).list());
    }

    private static Set<String> units(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.findPath("orgCode").asText())
                .collect(Collectors.toSet());
    }
}
