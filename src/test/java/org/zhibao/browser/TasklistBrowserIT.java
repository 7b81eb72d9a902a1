package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;

/** Tasklist as our people find it: nothing they have no use for, one session with the portal, one holder per task. */
@BrowserTest
class TasklistBrowserIT {

    @Autowired
    private Scenario scenario;

    @Test
    void anEnterpriseFindsNothingInTasklistButItsTask(Browser browser) {
        FilingSummary filing = scenario.freshFiling();
        Page page = browser.as(filing.orgCode());
        new PortalPages(page).fillIn(filing);

        assertThat(page.locator(".tasks-list li.task")).hasCount(1);
        List<String> controls = page.locator("a:visible, button:visible").all().stream()
                .filter(control -> !(boolean) control.evaluate("e => !!e.closest('.zb-sheet')"))
                .map(control -> control.innerText().replaceAll("\\s+", " ").strip()).toList();
        assertThat(controls).containsExactlyInAnyOrder("直 直报", "待办", "返回首页", "English", "退出登录", "我的待办 1", "企业填报",
                "展开表单", "表单", "流程图");
        assertThat(page.locator("body")).not().containsText(Pattern.compile("Camunda 8|migrate", Pattern.CASE_INSENSITIVE));
    }

    @Test
    void theSecondReviewerIsToldWhoHasTheTask(Browser browser) {
        browser.expect("409 POST /api/v1/filings/\\d+/claim");
        browser.expect("409 POST /camunda/api/engine/engine/default/task/[^/]+/claim");
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        Page second = browser.as("city430100b");
        TasklistPage late = new TasklistPage(second).open();
        ReviewFormPage shown = late.review(filing);
        new TasklistPage(browser.as("city430100")).open().claim(filing);

        shown.panel().locator("[data-claim]").click();
        assertThat(shown.panel().locator("[data-zb-claim-problem]")).hasText("长沙市审核员已认领，如需由您办理，请联系其退回待办。");
        late.claimButton().click();
        assertThat(second.locator(".notifications")).containsText("长沙市审核员已认领");
        assertThat(late.meta()).containsText("办理人 city430100");
        assertThat(shown.choices()).hasCount(0);

        second.reload();
        assertThat(shown.panel()).containsText("办理人： 长沙市审核员");
        assertThat(shown.choices()).hasCount(0);
        assertThat(scenario.now(filing).claimedBy()).isEqualTo("city430100");
    }

    @Test
    void aTaskPutBackInTasklistIsFreeForTheNext(Browser browser) {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        Page page = browser.as("city430100");
        ReviewFormPage review = new TasklistPage(page).open().claim(filing);
        page.locator(".zb-meta button.unclaim").click();
        assertThat(review.panel().locator("[data-claim]")).isVisible();
        assertThat(review.choices()).hasCount(0);
        new TasklistPage(browser.as("city430100b")).open().claim(filing);
        assertThat(scenario.now(filing).claimedBy()).isEqualTo("city430100b");
    }

    @Test
    void signingOutInTasklistEndsThePortalsSession(Browser browser) {
        FilingSummary filing = scenario.freshFiling();
        Page page = browser.as(filing.orgCode());
        new TasklistPage(page).open();
        page.locator(".zb-menu").getByText("退出登录").click();
        assertThat(page.locator(".zb-login")).containsText("已退出登录");
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile(".*/login"));
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }
}
