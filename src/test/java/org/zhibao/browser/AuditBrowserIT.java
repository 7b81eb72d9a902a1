package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.CaseStory;
import org.zhibao.testing.Scenario;

/** The audit pages within Cockpit, in a browser. */
@BrowserTest
class AuditBrowserIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;

    @Test
    void anAuditorFindsAFinishedCaseFollowsEveryReturnAndVerifiesAReceipt(Browser browser) {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        Page page = browser.as("auditor");
        CockpitPage cockpit = new CockpitPage(page).open("/dashboard");
        cockpit.find(".zb-sections").getByText("审计").click();
        cockpit.settled().requireChinese();
        assertThat(page).hasTitle(Pattern.compile("直报.*审计"));
        assertThat(cockpit.find(".zb-audit-range")).containsText("共");
        cockpit.find("[name=text]").fill(filing.orgCode());
        cockpit.find("[name=course]").selectOption("FINISHED");
        cockpit.find("[name=period]").selectOption(filing.period());
        cockpit.find(".zb-audit-filters [type=submit]").click();
        assertThat(cockpit.find(".zb-audit-range")).hasText("第 1–1 条，共 1 条");
        shot(page, "search");
        cockpit.find("td a").getByText(filing.unitName()).click();

        assertThat(cockpit.find(".zb-audit-canvas .zb-visited")).not().hasCount(0);
        cockpit.settled().requireChinese();
        assertThat(cockpit.find(".zb-audit-canvas [data-element-id=UserTask_Rectify].zb-visited")).isVisible();
        Locator returns = cockpit.find(".zb-audit-entry").filter(new Locator.FilterOptions().setHasText("打回企业整改"));
        assertThat(returns.filter(new Locator.FilterOptions().setHasText(CaseStory.CITY_ASKS)).first()).isVisible();
        assertThat(cockpit.find(".zb-audit-entry").filter(new Locator.FilterOptions().setHasText(CaseStory.PROVINCE_ASKS))
                .first()).isVisible();
        shot(page, "case");
        Locator receipt = cockpit.find(".zb-audit-entry.kind-REVISION").last();
        receipt.getByText("验证回执").click();
        assertThat(receipt.locator(".zb-audit-verdict")).containsText("回执真实");

        Download bundle = page.waitForDownload(() -> cockpit.find("a").getByText("下载证据包").click());
        assertThat(bundle.suggestedFilename()).isEqualTo("evidence-" + filing.period() + "-" + filing.orgCode() + ".zip");
        assertThat(bundle.path()).isNotEmptyFile();

        receipt.getByText("查看这次上报的数据变化").click();
        Locator third = cockpit.find("#zb-revision-3");
        assertThat(third.locator("tbody tr").first()).containsText("A24 工业总产值");
        assertThat(cockpit.find("#zb-revision-1")).containsText("首次上报");
        cockpit.settled().requireChinese();
        shot(page, "revisions");
    }

    @Test
    void everythingElseIsThereToo(Browser browser) {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        CockpitPage cockpit = new CockpitPage(browser.onPhone("auditor"));
        cockpit.open("/audit/cases/" + filing.id() + "?tab=timeline&kinds=all");
        assertThat(cockpit.find(".zb-audit-entry.kind-TASK").first()).isVisible();
        assertThat(cockpit.find(".zb-audit-range")).containsText(Pattern.compile("第 1–(\\d+) 条，共 \\1 条 （全部类别共 \\1 条）"));
        cockpit.requireChinese();
        shot(cockpit.page(), "phone");
        assertThat((Boolean) cockpit.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
        cockpit.find("[value=TASK]").uncheck();
        assertThat(cockpit.find(".zb-audit-entry.kind-TASK")).hasCount(0);
        assertThat(cockpit.find(".zb-audit-entry.kind-DECISION").first()).isVisible();
    }

    @Test
    void theDashboardShowsTheQuarterAndTheReaderChoosesAnother(Browser browser) {
        String period = scenario.submitted(scenario.freshFiling()).period();
        CockpitPage cockpit = new CockpitPage(browser.as("auditor")).open("/dashboard");
        Locator quarter = cockpit.find(".deprecate-dashboard-view .zb-audit");
        quarter.locator(".zb-audit-period select").selectOption(period);
        assertThat(quarter.locator("th").getByText("已上报")).isVisible();
        cockpit.settled().requireChinese();
        shot(cockpit.page(), "dashboard");
        cockpit.open("/audit/quarter").requireChinese();
        cockpit.find(".zb-audit-period select").selectOption("2026Q2");
        assertThat(cockpit.find("tr").getByText("全省")).isVisible();
        assertThat(cockpit.find("th").getByText("已归档")).isVisible();
        assertThat(cockpit.find("th").getByText("已上报")).hasCount(0);
    }

    @Test
    void theAuditPagesSpeakEnglishWhenThePortalDoes(Browser browser) {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        CockpitPage cockpit = new CockpitPage(browser.as("auditor")).open("/audit");
        cockpit.find(".zb-menu").getByText("English").click();
        assertThat(cockpit.find("h1")).hasText("Cases");
        cockpit.openEnglish("/audit/cases/" + filing.id());
        assertThat(cockpit.find(".zb-audit-entry.kind-DECISION")).containsText("Submit");
        assertThat(cockpit.find(".zb-audit-entry.kind-REVISION")).containsText("Submission 1 received");
        assertThat(cockpit.find(".zb-audit")).not().containsText(Pattern.compile("case\\.|\\?\\?"));
        shot(cockpit.page(), "english");
    }

    @Test
    void aCaseThatIsNotThereSaysWhatToDo(Browser browser) {
        browser.expect("404 GET /api/v1/audit/cases/999999999");
        CockpitPage cockpit = new CockpitPage(browser.as("auditor"));
        cockpit.open("/audit/cases/999999999");
        assertThat(cockpit.find(".zb-audit-failed")).containsText("重试");
        assertThat(cockpit.find("a").getByText("返回案卷查询")).isVisible();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "audit-" + name + ".png")));
    }
}
