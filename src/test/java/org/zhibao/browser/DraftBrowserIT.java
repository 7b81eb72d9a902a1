package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;

/** What a person types is never lost, and what is no figure is never stored. */
@BrowserTest
class DraftBrowserIT {

    private static final String OUTPUT = "A24";
    private static final String HOURS = "A25";

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingDrafts drafts;

    private FilingSummary filing;

    @BeforeEach
    void aReportBegun() {
        filing = scenario.freshIndustrialFiling();
        scenario.save(filing, scenario.report(filing));
    }

    @Test
    void whatIsTypedWithoutANetworkIsSavedWhenItIsBack(Browser browser) {
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        browser.cutNetwork();
        form.type(HOURS, "1999");
        form.requireSaveState("offline");
        assertThat(form.saveState()).containsText("网络不通，内容已存在本机");
        assertThat(stored(HOURS)).isNotEqualTo("1999");

        browser.restoreNetwork();
        form.requireSaved();
        assertThat(stored(HOURS)).isEqualTo("1999");
    }

    @Test
    void whatWasUnsavedWhenTheWindowClosedIsThereWhenItIsOpenedAgain(Browser browser) {
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        browser.cutNetwork();
        form.type(HOURS, "1998");
        form.requireSaveState("offline");
        Page again = page.context().newPage();
        page.close();

        browser.restoreNetwork();
        form = new PortalPages(again).fillIn(filing);
        assertThat(form.find("[data-zb-notices]")).containsText("已恢复上次在本机尚未保存的内容");
        assertThat(form.cell(HOURS)).hasValue("1,998");
        form.requireSaved();
        assertThat(stored(HOURS)).isEqualTo("1998");
    }

    @Test
    void aDraftSavedElsewhereMeanwhileIsShownCellByCellAndThePersonChooses(Browser browser) {
        browser.expect("409 PUT /api/v1/filings/\\d+/draft");
        ReportFormPage form = new PortalPages(browser.as(filing.orgCode())).fillIn(filing);
        scenario.save(filing, scenario.reportWith(filing, Map.of(HOURS, "1997")));

        form.type(OUTPUT, "12345.00");
        assertThat(form.saveState()).containsText("草稿在别处被修改");
        assertThat(form.conflict()).containsText("下列 2 处不同");
        assertThat(form.conflict().locator("tr:has-text('A24') input[value=mine]")).isChecked();
        assertThat(form.conflict().locator("tr:has-text('A25') input[value=theirs]")).isChecked();
        assertThat(form.conflict().locator("tr:has-text('A25')")).containsText("1997");
        form.conflict().locator(".zb-button--primary").click();

        form.requireSaved();
        assertThat(form.conflict()).hasCount(0);
        assertThat(form.cell(HOURS)).hasValue("1,997");
        assertThat(stored(OUTPUT)).isEqualTo("12345.00");
        assertThat(stored(HOURS)).isEqualTo("1997");
    }

    @Test
    void whatIsNoNumberIsSaidSoAndNotSaved(Browser browser) {
        ReportFormPage form = new PortalPages(browser.as(filing.orgCode())).fillIn(filing);
        form.type(OUTPUT, "约12吨");
        assertThat(form.row(OUTPUT)).containsText("不是数字，请只填数字和小数点");
        assertThat(form.cell(OUTPUT)).hasAttribute("aria-invalid", "true");
        assertThat(form.saveState()).containsText("另有 1 项格式有误未保存");
        form.type(OUTPUT, "-5");
        assertThat(form.row(OUTPUT)).containsText("不能为负数");
        form.type(HOURS, "1996");
        form.requireSaveState("partly");
        assertThat(stored(HOURS)).isEqualTo("1996");
        assertThat(stored(OUTPUT)).isNull();

        form.sign();
        assertThat(form.tally()).containsText("有 1 项格式有误，请先改正");
        assertThat(form.cell(OUTPUT)).isFocused();
        form.type(OUTPUT, "１２３４５．６");
        form.requireSaved();
        assertThat(form.cell(OUTPUT)).hasValue("12,345.6");
        assertThat(stored(OUTPUT)).isEqualTo("12345.6");
    }

    private String stored(String code) {
        return drafts.read(filing.id(), scenario.unit(filing)).document().values().get(code);
    }
}
