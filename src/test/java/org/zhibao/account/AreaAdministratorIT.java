package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** An administrator of a city keeps what is the city's; what is everyone's belongs to the province. */
@ApplicationTest
class AreaAdministratorIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Footprint footprint;
    @Autowired
    private ProcessEngine engine;

    private HttpApi.Caller admin;

    @BeforeEach
    void signIn() {
        admin = api.browser("admin430100").withToken();
    }

    @Test
    void itChangesNothingThatIsEveryones() {
        long before = footprint.auditRows();
        HttpApi.Caller form = admin.with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.post("/admin/deadlines/" + scenario.period(), "enterprise=2026-10-09&noticeNo=x&reason=test")
                .status()).isEqualTo(403);
        assertThat(form.post("/admin/calendar/2027/days", "day=2027-03-01&kind=HOLIDAY").status()).isEqualTo(403);
        assertThat(admin.post("/api/v1/periods", Map.of("code", "2031Q1")).status()).isEqualTo(403);
        assertThat(form.post("/admin/accounts/city430200/password", "").status()).isEqualTo(403);
        for (String page : List.of("/admin/channels", "/admin/redating", "/admin/calendar/2027", "/actuator/metrics",
                "/periods/" + scenario.period() + "/roster")) {
            assertThat(admin.get(page).status()).as(page).isEqualTo(403);
        }
        assertThat(footprint.auditRows()).isEqualTo(before);
    }

    @Test
    void itSeesTheReportsOfItsCityOnly() {
        FilingSummary inside = scenario.freshFilingIn("430100");
        FilingSummary outside = scenario.freshFilingIn("430200");

        assertThat(admin.get("/filings/" + inside.id()).status()).isEqualTo(200);
        assertThat(admin.get("/filings/" + outside.id()).status()).isEqualTo(403);
        JsonNode filings = admin.get("/api/v1/filings?size=200").json().path("filings");
        assertThat(filings).isNotEmpty().allSatisfy(f -> assertThat(f.at("/cityCode").asText()).isEqualTo("430100"));
    }

    @Test
    void itHasNoBusinessInTheEngine() {
        String rest = "/camunda/api/engine/engine/" + engine.getName();
        assertThat(admin.get(rest + "/process-instance").status()).isEqualTo(403);
        assertThat(admin.get(rest + "/task").status()).isEqualTo(403);
        assertThat(engine.getIdentityService().createGroupQuery().groupMember("admin430100").count()).isZero();
    }
}
