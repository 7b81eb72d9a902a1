package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.filing.attachment.AttachmentSamples;
import org.zhibao.rule.Finding;
import org.zhibao.testing.Scenario;

/** A reviewer asks again about one finding; the enterprise answers beside the figure, with a file; the reviewer reads both. */
@BrowserTest
class PointsBrowserIT {

    private static final String OUTPUT = "A24";
    private static final String QUESTION = "请提供二期生产线投产的批复文号和日期";
    private static final String ANSWER = "批复为湘环评〔2026〕12号，七月一日投产，批复件见附件";

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingDrafts drafts;

    @Test
    void askedAgainAboutAFindingTheEnterpriseAnswersWithAFileAndTheReportGoesOn(Browser browser) {
        FilingSummary filing = explained();
        TasklistPage city = new TasklistPage(browser.as("city" + filing.cityCode())).open();
        ask(city.claim(filing));

        ReportFormPage form = new PortalPages(browser.as(filing.orgCode())).fillIn(filing);
        assertThat(form.returned()).containsText(QUESTION);
        assertThat(form.returned().locator("[data-point-state]")).hasText("待答复");
        Locator point = form.find(".zb-row:has([data-cell='" + OUTPUT + "']) + .zb-note-row--point");
        assertThat(point).containsText(QUESTION);
        Locator answer = point.locator("textarea");
        form.sign();
        assertThat(form.tally()).containsText("有 1 条审核意见既没有改正也没有答复");
        assertThat(answer).isFocused();
        answer.fill("经核实，数据属实，准确无误。");
        assertThat(point.locator(".zb-count")).containsText("没有说明原因");
        answer.fill(ANSWER);
        assertThat(form.returned().locator("[data-point-state]")).hasText("已答复");
        browser.expect("422 POST /api/v1/filings/\\d+/attachments");
        point.locator("input[type=file]").setInputFiles(new FilePayload("批复.png", "image/png", AttachmentSamples.pdf()));
        assertThat(point.locator(".zb-attach-say")).containsText("扩展名却是 .png");
        point.locator("input[type=file]").setInputFiles(new FilePayload("批复.pdf", "application/pdf", AttachmentSamples.pdf()));
        assertThat(point.locator(".zb-attach-list a")).hasText("批复.pdf");
        form.submit();
        assertThat(form.receiptLines().nth(2)).hasText("第 2 次上报");

        ReviewFormPage review = city.open().claim(filing);
        Locator row = review.find("#zb-points tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText(QUESTION);
        assertThat(row.locator("blockquote")).hasText(ANSWER);
        assertThat(row.locator(".zb-files a")).containsText("批复.pdf");
        review.decide(FilingAction.FORWARD, "");
        review.requireDone("已审核通过并报省");
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.FORWARDED);
    }

    private static void ask(ReviewFormPage review) {
        Locator finding = review.findings().filter(new Locator.FilterOptions().setHasText("工业总产值（当年价格）（A24）由上季度的"));
        finding.locator("[data-ask]").click();
        assertThat(review.choice(FilingAction.RETURN)).isChecked();
        Locator text = review.panel().locator("[data-ask-text]");
        assertThat(text).isFocused();
        text.fill(QUESTION);
        review.decide(FilingAction.RETURN, "请就追问补充说明", 5);
        review.requireDone("已打回企业整改");
    }

    /** Submitted with an output that the rules ask about, every finding explained. */
    private FilingSummary explained() {
        FilingSummary filing = scenario.freshIndustrialFiling();
        BigDecimal usual = scenario.report(filing).figures().number(OUTPUT).orElseThrow();
        ReportDocument report = scenario.reportWith(filing, Map.of(OUTPUT,
                usual.multiply(new BigDecimal("1.6")).setScale(2, RoundingMode.HALF_UP).toPlainString()));
        scenario.save(filing, report);
        Map<String, String> why = new TreeMap<>();
        drafts.check(filing.id(), scenario.unit(filing)).findings().stream().filter(Finding::explainable).forEach(
                f -> why.put(f.fingerprint(), "二期生产线七月投产，产值相应增加（" + f.rule() + f.target() + "）"));
        assertThat(scenario.submit(filing, new ReportDocument(report.values(), report.rows(), why, report.signatories()))
                .received()).isTrue();
        return scenario.now(filing);
    }
}
