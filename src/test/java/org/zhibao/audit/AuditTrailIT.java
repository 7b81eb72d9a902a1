package org.zhibao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.Scenario;

/** Every action by a person leaves exactly one row in the trail. */
@ApplicationTest
class AuditTrailIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Footprint footprint;
    @Autowired
    private HttpApi api;

    private FilingSummary filing;

    @Test
    void everyActionOnAFilingLeavesExactlyOneRow() {
        filing = scenario.freshFiling();
        HttpApi.Caller unit = api.as(filing.orgCode());
        HttpApi.Caller city = api.as("city" + filing.cityCode());
        HttpApi.Caller province = api.as("province");

        leaves("CHECK_FAILED", () -> submit(scenario.reportWith(filing, Map.of("A10", ""))), 422);
        leaves("SUBMIT", () -> submit(scenario.report(filing)), 201);
        leaves("WITHDRAW", () -> unit.post(path("/withdrawal"), null), 200);
        leaves("SUBMIT", () -> submit(scenario.report(filing)), 201);
        leaves("CLAIM", () -> city.post(path("/claim"), null), 200);
        leaves("RELEASE", () -> city.delete(path("/claim")), 200);
        leaves("CLAIM", () -> city.post(path("/claim"), null), 200);
        leaves("RETURN", () -> decide(city, "RETURN"), 200);
        leaves("SUBMIT", () -> submit(scenario.report(filing)), 201);
        city.post(path("/claim"), null);
        leaves("FORWARD", () -> decide(city, "FORWARD"), 200);
        leaves("WITHDRAW", () -> city.post(path("/withdrawal"), Map.of("reason", "有误")), 200);
        city.post(path("/claim"), null);
        decide(city, "FORWARD");
        province.post(path("/claim"), null);
        leaves("FEED_BACK", () -> decide(province, "FEED_BACK"), 200);
        city.post(path("/claim"), null);
        leaves("REMARK", () -> decide(city, "REMARK"), 200);
        province.post(path("/claim"), null);
        leaves("ACCEPT", () -> decide(province, "ACCEPT"), 200);
        leaves("REPORT", () -> decide(province, "REPORT"), 200);
        leaves("MINISTRY_FEEDBACK", () -> decide(province, "MINISTRY_FEEDBACK"), 200);
        province.post(path("/claim"), null);
        leaves("REMARK", () -> decide(province, "REMARK"), 200);
        leaves("ARCHIVE", () -> decide(province, "ARCHIVE"), 200);
    }

    @Test
    void aRowSaysWhoAndWhy() {
        filing = scenario.submitted(scenario.freshFiling());
        HttpApi.Caller city = api.as("city" + filing.cityCode());
        city.post(path("/claim"), null);
        decide(city, "RETURN");
        AuditEntry last = last();
        assertThat(last.userId()).isEqualTo("city" + filing.cityCode());
        assertThat(last.subject()).isEqualTo("filing/" + filing.period() + "/" + filing.orgCode());
        assertThat(last.detail()).contains("请核实").contains("revision 1");
    }

    @Test
    void signingInAtThePageLeavesOneRowAndReadingNone() {
        long before = footprint.auditRows();
        HttpApi.Caller browser = api.browser("auditor");
        assertThat(footprint.auditRows()).isEqualTo(before + 1);
        assertThat(audit.of("account/auditor")).extracting(AuditEntry::action).contains("SIGN_IN");
        browser.get("/");
        browser.get("/api/v1/filings");
        assertThat(footprint.auditRows()).isEqualTo(before + 1);
    }

    private void leaves(String action, Supplier<Answer> deed, int status) {
        List<AuditEntry> before = new ArrayList<>(rows());
        long all = footprint.auditRows();
        Answer answer = deed.get();
        assertThat(answer.status()).as(action + " " + answer.text()).isEqualTo(status);
        assertThat(rows()).as(action).hasSize(before.size() + 1);
        assertThat(footprint.auditRows()).as(action).isEqualTo(all + 1);
        assertThat(last().action()).isEqualTo(action);
    }

    private List<AuditEntry> rows() {
        return audit.of("filing/" + filing.period() + "/" + filing.orgCode());
    }

    private AuditEntry last() {
        return rows().get(rows().size() - 1);
    }

    private Answer submit(ReportDocument report) {
        int version = scenario.save(filing, report);
        return api.as(filing.orgCode()).with("Idempotency-Key", "key-" + version)
                .post(path("/submission"), Map.of("version", version));
    }

    private Answer decide(HttpApi.Caller caller, String action) {
        return caller.post(path("/decision"), Map.of("action", action, "reason", "请核实", "workingDays", 5));
    }

    private String path(String rest) {
        return "/api/v1/filings/" + filing.id() + rest;
    }
}
