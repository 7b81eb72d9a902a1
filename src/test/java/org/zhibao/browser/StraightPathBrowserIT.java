package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** From the enterprise's home to the province's acceptance, all in Tasklist. */
@BrowserTest
class StraightPathBrowserIT {

    private static final String PAPER_MILL = "183810013";
    private static final List<String> TYPED = List.of("A24", "A27", "A28", "A29", "B07", "B09");

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;

    @Test
    void aReportGoesFromTheEnterpriseThroughCityAndProvinceToItsAcceptance(Browser browser) {
        FilingSummary filing = scenario.filingOf(PAPER_MILL);
        Map<String, String> figures = saveAllBut(TYPED, filing);
        Page enterprise = browser.as(PAPER_MILL);

        ReportFormPage form = new PortalPages(enterprise).fillIn(filing);
        fill(form, figures);
        form.check();
        assertThat(form.tally()).hasText("校验通过，没有问题");
        form.sign();
        assertThat(form.summary()).isVisible();
        assertThat(form.summary()).containsText("本单位声明");
        assertThat(form.summary().locator("tr:has(td:text-is('A27')) b")).hasText(Shown.grouped(figures.get("A27")));
        assertThat(form.submitButton()).isDisabled();
        form.find("[data-zb-declaration]").check();
        form.submitButton().click();
        requireReceipt(form, filing);

        new TasklistPage(browser.as("city430100")).pass(filing, FilingAction.FORWARD, "已审核通过并报省");
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.FORWARDED);
        new TasklistPage(browser.as("province")).pass(filing, FilingAction.ACCEPT, "已审核通过");

        new PortalPages(enterprise).home();
        assertThat(new PortalPages(enterprise).mine(filing).locator(".zb-status")).hasText("省级审核通过");
        assertThat(new PortalPages(enterprise).mine(filing)).containsText("您无需操作");
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.ACCEPTED);
    }

    /** Stores the golden sample without these cells and without names; gives all its figures. */
    private Map<String, String> saveAllBut(List<String> cells, FilingSummary filing) {
        ReportDocument report = scenario.report(filing);
        Map<String, String> values = new TreeMap<>(report.values());
        values.keySet().removeAll(cells);
        scenario.save(filing, new ReportDocument(values, report.rows(), Map.of(), ReportDocument.Signatories.NONE));
        return report.values();
    }

    /** Types what is missing, and sees it saved without asking for it. */
    private static void fill(ReportFormPage form, Map<String, String> figures) {
        List<Route> held = new ArrayList<>();
        form.find("[data-zb-save]").page().route("**/draft", held::add);
        assertThat(form.saveState()).hasText("已保存");
        form.type("A24", figures.get("A24"));
        assertThat(form.saveState()).hasText("正在保存…");
        form.saveState().page().unroute("**/draft");
        held.forEach(Route::resume);
        assertThat(form.saveState()).hasText(Pattern.compile("已保存 \\d\\d:\\d\\d"));
        TYPED.subList(1, TYPED.size()).forEach(code -> form.type(code, figures.get(code)));
        form.signatory("preparer", "林青禾");
        form.signatory("checker", "周稻生");
        form.signatory("responsible", "沈望岳");
        form.requireSaved();
    }

    /** Number, time and SHA-256 on the receipt are the API's, and the hash is that of the copy of record. */
    private void requireReceipt(ReportFormPage form, FilingSummary filing) {
        assertThat(form.receipt().locator("h2")).hasText("上报成功");
        HttpApi.Answer revisions = api.as(PAPER_MILL).get("/api/v1/filings/" + filing.id() + "/revisions");
        assertThat(revisions.status()).as(revisions.text()).isEqualTo(200);
        JsonNode revision = revisions.json().get(0);
        assertThat(form.receiptLines()).hasText(new String[] {revision.path("receipt").asText(),
            Shown.second(Instant.parse(revision.path("receivedAt").asText())), "第 1 次上报",
            revision.path("sha256").asText()});
    }
}
