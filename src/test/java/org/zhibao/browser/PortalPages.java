package org.zhibao.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.HttpApi;

/** The portal's own pages: sign-in, home, a filing, the verification of receipts. */
final class PortalPages {

    private final Page page;

    PortalPages(Page page) {
        this.page = page;
    }

    void signIn(String userId) {
        page.navigate("/login");
        page.fill("#username", userId);
        page.fill("#password", HttpApi.PASSWORD);
        page.click("form.zb-panel button[type=submit]");
        page.waitForURL("**/");
    }

    void home() {
        page.navigate("/");
    }

    /** The filing on an enterprise's home. */
    Locator mine(FilingSummary filing) {
        return page.locator(".zb-mine[data-filing-id='" + filing.id() + "']");
    }

    /** Goes from an enterprise's home into Tasklist, as its button does. */
    ReportFormPage fillIn(FilingSummary filing) {
        home();
        mine(filing).locator("a.zb-button--primary").click();
        return new ReportFormPage(page).opened();
    }

    /** The portal's page of a filing: the same view that reviewers have in Tasklist. */
    ReviewFormPage filing(FilingSummary filing) {
        page.navigate("/filings/" + filing.id());
        return new ReviewFormPage(page).opened();
    }

    /** Switches the language on the page shown. */
    void speak(String language) {
        page.locator("[data-lang='" + language + "']").click();
    }

    /** The verdict on a receipt. */
    Locator verify(String receipt, String sha256) {
        page.navigate("/receipts");
        page.fill("#receipt", receipt);
        page.fill("#sha256", sha256);
        page.click("[data-zb-verify] button");
        return page.locator("[data-zb-verdict]");
    }
}
