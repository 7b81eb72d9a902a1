package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;

/** Reports that go back: to the enterprise, which corrects them, and to the city, which answers or passes them on. */
@BrowserTest
class ReturnBrowserIT {

    private static final String OUTPUT = "A24";

    @Autowired
    private Scenario scenario;

    @Test
    void aReturnedReportSaysWhyIsCorrectedAndTheCitySeesExactlyThatChange(Browser browser) {
        FilingSummary filing = scenario.submitted(scenario.freshIndustrialFiling());
        String reason = "产值与统计局数据不一致，请核实";
        TasklistPage city = new TasklistPage(browser.as("city" + filing.cityCode())).open();
        ReviewFormPage review = city.claim(filing);
        review.decide(FilingAction.RETURN, reason, 5, OUTPUT);
        review.requireDone("已打回企业整改");
        city.backToList();

        Page enterprise = browser.as(filing.orgCode());
        PortalPages portal = new PortalPages(enterprise);
        portal.home();
        assertThat(portal.mine(filing).locator(".zb-status")).hasText("打回整改");
        assertThat(portal.mine(filing)).containsText(reason);
        ReportFormPage form = portal.fillIn(filing);
        requireReturn(form, filing, reason);
        BigDecimal before = scenario.report(filing).figures().number(OUTPUT).orElseThrow();
        BigDecimal after = before.multiply(new BigDecimal("1.01")).setScale(before.scale(), RoundingMode.HALF_UP);
        form.type(OUTPUT, after.toPlainString());
        form.submit();
        assertThat(form.receiptLines().nth(2)).hasText("第 2 次上报");

        review = city.open().claim(filing);
        assertThat(review.changes()).hasCount(1);
        assertThat(review.changes().locator("th")).containsText("工业总产值");
        assertThat(review.changes().locator("del")).hasText(Shown.grouped(before.toPlainString()));
        assertThat(review.changes().locator("ins")).hasText(Shown.grouped(after.toPlainString()));
        assertThat(review.changes().locator("td").last()).hasText("+1.0%");
        assertThat(review.find("tr.zb-row--changed")).hasCount(1);
        assertThat(review.figure(OUTPUT)).hasText(Shown.grouped(after.toPlainString()));
        assertThat(review.letters()).hasCount(3);
        assertThat(review.letters().nth(1)).containsText(reason);
    }

    @Test
    void theCityAnswersTheProvinceWithARemarkAndTheNextTimeSendsTheReportBack(Browser browser) {
        FilingSummary filing = scenario.forwarded();
        TasklistPage province = new TasklistPage(browser.as("province"));
        TasklistPage city = new TasklistPage(browser.as("city" + filing.cityCode()));

        feedBack(province, filing, "煤炭消耗量与能源统计差距较大，请说明");
        ReviewFormPage handling = city.open().claim(filing);
        assertThat(handling.letters().last()).containsText("煤炭消耗量与能源统计差距较大");
        handling.decide(FilingAction.REMARK, "口径不同：能源统计含原料用煤");
        handling.requireDone("已备注说明并报上级");

        ReviewFormPage review = province.open().claim(filing);
        assertThat(review.letters().last()).containsText("口径不同：能源统计含原料用煤");
        assertThat(review.letters().last()).containsText("市级");
        review.decide(FilingAction.FEED_BACK, "请企业补正", 3);
        review.requireDone("已反馈市级");

        LocalDate until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10);
        handling = city.open().claim(filing);
        handling.decideUntil(FilingAction.RETURN, "请按省级意见补正", until);
        handling.requireDone("已打回企业整改");

        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.RETURNED);
        ReportFormPage form = new PortalPages(browser.as(filing.orgCode())).fillIn(filing);
        assertThat(form.returned()).containsText("请按省级意见补正");
        assertThat(form.returned()).containsText("期限：" + until + " 23:59");
    }

    private static void feedBack(TasklistPage province, FilingSummary filing, String reason) {
        ReviewFormPage review = province.open().claim(filing);
        review.decide(FilingAction.FEED_BACK, reason, 5);
        review.requireDone("已反馈市级");
    }

    /** Who, why, until when, and which cells: at the top, and beside the cells. */
    private void requireReturn(ReportFormPage form, FilingSummary filing, String reason) {
        Instant due = scenario.now(filing).dueAt();
        assertThat(Instant.now().until(due, ChronoUnit.DAYS)).as("five working days").isGreaterThanOrEqualTo(5);
        assertThat(form.returned()).containsText("市级 " + scenario.city(filing).name());
        assertThat(form.returned().locator("blockquote")).hasText(reason);
        assertThat(form.returned()).containsText("期限：" + Shown.minute(due));
        assertThat(form.find(".zb-row--returned")).hasCount(1);
        assertThat(form.row(OUTPUT)).hasClass(Pattern.compile(".*zb-row--returned.*"));
        assertThat(form.row(OUTPUT)).containsText("需改正或说明");
        Locator jump = form.returned().locator("a");
        assertThat(jump).containsText("A24 工业总产值");
        jump.click();
        assertThat(form.cell(OUTPUT)).isFocused();
        assertThat(form.cell(OUTPUT)).isInViewport();
    }
}
