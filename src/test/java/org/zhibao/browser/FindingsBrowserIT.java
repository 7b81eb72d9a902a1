package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.rule.Finding;
import org.zhibao.testing.Scenario;

/** What the check finds: shown where the figure is, corrected or explained, and read by the reviewer. */
@BrowserTest
class FindingsBrowserIT {

    private static final String OUTPUT = "A24";
    private static final String HOURS = "A25";
    private static final String WHY = "二期生产线七月投产，产值相应增加";

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingDrafts drafts;

    private FilingSummary filing;

    @BeforeEach
    void aFreshReport() {
        filing = scenario.freshIndustrialFiling();
    }

    @Test
    void anUnusualFigureIsSubmittedOnlyWithAnExplanationThatTheReviewerReadsBesideIt(Browser browser) {
        scenario.save(filing, scenario.reportWith(filing, Map.of(OUTPUT, outputTimes("1.6"))));
        ReportFormPage form = new PortalPages(browser.as(filing.orgCode())).fillIn(filing);

        form.sign();
        assertThat(form.tally()).containsText("尚未说明，请改正数据或说明理由");
        assertThat(form.summary()).isHidden();
        assertThat(form.explanations()).hasCount(asked());
        assertThat(form.explanations().first()).isFocused();
        assertThat(form.note(OUTPUT).first()).containsText("变化 ");
        form.explanations().first().fill("太短");
        assertThat(form.note(OUTPUT).first()).containsText("2 字，还差 8 字");
        form.sign();
        assertThat(form.tally()).containsText("有 " + asked() + " 项提示尚未说明");
        assertThat(form.summary()).isHidden();
        form.explainAll(WHY);
        form.sign();
        assertThat(form.summary().locator("blockquote").first()).containsText(WHY);
        form.find("[data-zb-declaration]").check();
        form.submitButton().click();
        assertThat(form.receipt()).isVisible();

        ReviewFormPage review = new TasklistPage(browser.as("city" + filing.cityCode())).open().claim(filing);
        Locator finding = review.findings().filter(new Locator.FilterOptions().setHasText("工业总产值（当年价格）由上季度的"));
        assertThat(finding).containsText("须说明");
        assertThat(finding.locator("blockquote")).containsText("企业说明： " + WHY);
        Locator beside = review.find("tr.zb-row:has(input[value='" + OUTPUT + "']) + .zb-note-row");
        assertThat(beside.locator("blockquote")).containsText(WHY);
    }

    @Test
    void anExplanationLapsesWhenItsFigureChanges(Browser browser) {
        scenario.save(filing, scenario.reportWith(filing, Map.of(OUTPUT, outputTimes("1.6"))));
        ReportFormPage form = new PortalPages(browser.as(filing.orgCode())).fillIn(filing);
        form.check();
        assertThat(form.explanations()).hasCount(asked());
        form.explainAll(WHY);
        assertThat(form.tally()).containsText("0 项必须改正 · 0 项待说明");
        form.requireSaved();

        form.type(OUTPUT, outputTimes("1.7"));
        form.requireSaved();
        assertThat(form.tally()).containsText("0 项必须改正 · " + asked() + " 项待说明");
        assertThat(form.explanations().first()).hasValue("");
        form.sign();
        assertThat(form.tally()).containsText("有 " + asked() + " 项提示尚未说明");
        assertThat(form.summary()).isHidden();
    }

    @Test
    void aBlockingFindingStandsBesideItsFieldAndTheListLeadsThere(Browser browser) {
        scenario.save(filing, scenario.reportWith(filing, Map.of(HOURS, "3000.0")));
        ReportFormPage form = new PortalPages(browser.as(filing.orgCode())).fillIn(filing);

        form.check();
        assertThat(form.findings()).hasCount(1);
        assertThat(form.findings()).containsText("必须改正");
        assertThat(form.findings()).containsText("A25 正常生产时间");
        assertThat(form.note(HOURS)).containsText("超过本季度的");
        assertThat(form.cell(HOURS)).not().isInViewport();
        form.findings().locator("button").click();
        assertThat(form.cell(HOURS)).isFocused();
        assertThat(form.cell(HOURS)).isInViewport();

        form.sign();
        assertThat(form.tally()).containsText("有 1 项必须改正的问题，改正后才能上报");
        assertThat(form.summary()).isHidden();
        form.type(HOURS, "2000");
        assertThat(form.tally()).hasText("校验通过，没有问题");
        assertThat(form.findings()).hasCount(0);
        assertThat(form.note(HOURS)).hasCount(0);
    }

    /** How many findings ask for an explanation: other rules than R45 and R46 read the output too, it depends on the unit. */
    private int asked() {
        return (int) drafts.check(filing.id(), scenario.unit(filing)).findings().stream().filter(Finding::explainable)
                .count();
    }

    private String outputTimes(String factor) {
        BigDecimal output = scenario.report(filing).figures().number(OUTPUT).orElseThrow();
        return output.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
