package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** The portal's pages: in both languages, on a phone, and the verification of receipts. */
@BrowserTest
class PortalBrowserIT {

    @Autowired
    private Scenario scenario;

    @Test
    void onceSwitchedEverythingSpeaksEnglish(Browser browser) {
        FilingSummary filing = scenario.freshIndustrialFiling();
        Page page = browser.window();
        page.navigate("/login");
        assertThat(page.locator("h2")).hasText("登录");
        PortalPages portal = new PortalPages(page);
        portal.speak("en");
        assertThat(page.locator("h2")).hasText("Sign in");
        assertThat(page.locator("html")).hasAttribute("lang", "en");

        portal.signIn(filing.orgCode());
        assertThat(page.locator("h1")).hasText("My reports");
        ReportFormPage form = portal.fillIn(filing);
        assertThat(form.find("[data-check]")).hasText("Check");
        assertThat(form.find("th.zb-c-value").first()).hasText("This quarter");
        assertThat(form.saveState()).hasText("Saved");
        assertThat(page.locator(".zb-menu")).containsText("Sign out");
        form.type("A24", "12 t");
        assertThat(form.row("A24").locator(".zb-problem")).not().containsText("不是数字");

        page.locator(".zb-menu").getByText("中文").click();
        assertThat(form.find("[data-check]")).hasText("校验");
        portal.home();
        assertThat(page.locator("h1")).hasText("我的报表");
    }

    @Test
    void onAPhoneAnEnterpriseFillsInItsReportWithoutScrollingSideways(Browser browser) {
        FilingSummary filing = scenario.freshIndustrialFiling();
        scenario.save(filing, scenario.report(filing));
        Page page = browser.onPhone(filing.orgCode());
        requireItFits(page);
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        requireItFits(page);
        form.type("A25", "1999");
        form.requireSaved();
        assertThat(form.cell("A25")).hasValue("1,999");
        form.sign();
        assertThat(form.summary()).isVisible();
        requireItFits(page);
        form.find("[data-zb-declaration]").check();
        form.submitButton().click();
        assertThat(form.receipt()).isVisible();
        requireItFits(page);
        new PortalPages(page).filing(filing);
        requireItFits(page);
    }

    @Test
    void onAPhoneAReviewerReadsAndClaimsAReport(Browser browser) {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        Page page = browser.onPhone("city430100");
        requireItFits(page);
        TasklistPage tasklist = new TasklistPage(page).open();
        assertThat(tasklist.task(filing)).isVisible();
        requireItFits(page);
        tasklist.claim(filing);
        requireItFits(page);
    }

    @Test
    void aReceiptIsVerifiedAgainstTheCopyOfRecord(Browser browser) {
        FilingSummary filing = scenario.freshFiling();
        RevisionSummary receipt = scenario.submit(filing, scenario.report(filing)).receipt();
        PortalPages portal = new PortalPages(browser.as(filing.orgCode()));
        assertThat(portal.verify(receipt.receipt(), receipt.sha256())).hasText("回执真实，与系统留存的报表一致。");
        String other = (receipt.sha256().startsWith("0") ? "1" : "0") + receipt.sha256().substring(1);
        assertThat(portal.verify(receipt.receipt(), other)).containsText("SHA-256 不一致");
        assertThat(portal.verify(receipt.receipt() + "9", receipt.sha256())).containsText("没有此回执编号");
        assertThat(portal.verify(receipt.receipt(), "abc")).isEmpty();
    }

    private static void requireItFits(Page page) {
        assertThat((int) page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))
                .as("pixels beyond the right edge of " + page.url()).isLessThanOrEqualTo(0);
    }
}
