package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** The rules run while the clerk types, and on a page that needs no network. */
@BrowserTest
class LiveBrowserIT {

    private static final String HOURS = "A25";
    private static final String WATER = "A27";

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
    void whatIsTypedIsCheckedAtOnceAndConfirmedByTheServer(Browser browser) {
        ReportFormPage form = live(new PortalPages(browser.as(filing.orgCode())).fillIn(filing));
        assertThat(form.find(".zb-note")).hasCount(0);

        form.cell(HOURS).click();
        form.cell(HOURS).press("ControlOrMeta+a");
        form.cell(HOURS).pressSequentially("3000");
        assertThat(form.note(HOURS)).containsText("超过本季度的");
        assertThat(form.cell(HOURS)).isFocused();
        assertThat(form.tally()).containsText("1 项必须改正");
        assertThat(form.find("[data-zb-findings]")).isHidden();
        assertThat(form.find(".zb-live")).hasCount(0);

        form.type(HOURS, "2000");
        assertThat(form.note(HOURS)).hasCount(0);
        form.type(WATER, "1");
        assertThat(form.note(WATER).first()).containsText("应等于取水量");
        form.check();
        assertThat(form.findings().first()).containsText("应等于取水量");
        assertThat(form.find(".zb-live")).hasCount(0);
    }

    @Test
    void aClerkWhoHasJustBegunIsNotToldWhatIsStillEmpty(Browser browser) {
        ReportDocument report = scenario.report(filing);
        scenario.save(filing, new ReportDocument(Map.of("A21", report.values().get("A21")), Map.of(), Map.of(),
                report.signatories()));
        ReportFormPage form = live(new PortalPages(browser.as(filing.orgCode())).fillIn(filing));

        form.type(HOURS, "2000");
        form.type("A31", report.values().get("A31"));
        form.requireSaved();
        assertThat(form.find(".zb-note")).hasCount(0);
        // coal is given and its sulphur content was passed over
        form.cell("A32").click();
        form.cell("A32").press("Tab");
        assertThat(form.note("A32")).containsText("平均含硫量");
        form.check();
        assertThat(form.find(".zb-note").nth(20)).isVisible();
    }

    @Test
    void thePageOpensWithoutANetworkChecksAndSendsLater(Browser browser) {
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = offlinePage(page);
        form.type("A24", "54321.00");
        form.requireSaved();

        browser.cutNetwork();
        page.reload();
        form = live(new ReportFormPage(page).opened());
        Locator bar = page.locator("[data-zb-offline]");
        assertThat(bar).containsText("网络不通");
        assertThat(form.cell("A24")).hasValue("54,321.00");
        form.type(HOURS, "3000");
        assertThat(form.note(HOURS)).containsText("超过本季度的");
        assertThat(form.find(".zb-live").first()).isVisible();
        assertThat(bar).containsText("1 处改动只存在本机");
        form.check();
        assertThat(form.tally()).containsText("以下为本机检查结果：1 项必须改正");
        form.type(HOURS, "1999");
        page.reload();
        form = live(new ReportFormPage(page).opened());
        assertThat(form.cell(HOURS)).hasValue("1,999");
        assertThat(stored(HOURS)).isNotEqualTo("1999");

        // meanwhile somebody else of the unit saves another cell
        scenario.save(filing, scenario.reportWith(filing, Map.of("A24", "54321.00", WATER, "7")));
        browser.expect("409 PUT /api/v1/filings/\\d+/draft");
        browser.restoreNetwork();
        assertThat(form.conflict()).containsText("下列 2 处不同");
        form.conflict().locator(".zb-button--primary").click();
        form.requireSaved();
        assertThat(bar).containsText("全部内容已上传");
        assertThat(stored(HOURS)).isEqualTo("1999");
        assertThat(stored(WATER)).isEqualTo("7");
    }

    @Test
    void aSessionThatEndsCostsNothing(Browser browser) {
        browser.expect("401 PUT /api/v1/filings/\\d+/draft");
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = offlinePage(page);
        page.context().clearCookies();
        form.type(HOURS, "1998");
        assertThat(form.saveState()).containsText("登录已失效，内容已存在本机");
        form.saveState().locator("a").click();

        page.fill("#username", filing.orgCode());
        page.fill("#password", HttpApi.PASSWORD);
        page.click("form.zb-panel button[type=submit]");
        form = new ReportFormPage(page).opened();
        assertThat(form.cell(HOURS)).hasValue("1,998");
        form.requireSaved();
        assertThat(stored(HOURS)).isEqualTo("1998");
    }

    @Test
    void nothingOfTheUnitIsLeftAfterSigningOut(Browser browser) {
        Page page = browser.as(filing.orgCode());
        offlinePage(page);
        assertThat(page.evaluate("() => caches.keys()")).isNotEqualTo(List.of());
        page.locator("form[action$='/logout'] button").click();
        page.waitForURL("**/login?logout");
        page.waitForFunction("async () => !(await caches.keys()).length && !Object.keys(localStorage).length");

        browser.cutNetwork();
        assertThatThrownBy(() -> page.navigate("/offline/" + filing.id())).isInstanceOf(PlaywrightException.class);
    }

    /** The offline page, once it may do without a network. */
    private ReportFormPage offlinePage(Page page) {
        new PortalPages(page).home();
        new PortalPages(page).mine(filing).locator("a[href*='/offline/']").click();
        assertThat(page.locator("[data-zb-offline]")).hasAttribute("data-aside", "ready");
        return live(new ReportFormPage(page).opened());
    }

    /** Waits until the rules are there. */
    private static ReportFormPage live(ReportFormPage form) {
        assertThat(form.find("xpath=self::*")).hasAttribute("data-live", "ready");
        return form;
    }

    private String stored(String code) {
        return drafts.read(filing.id(), scenario.unit(filing)).document().values().get(code);
    }
}
