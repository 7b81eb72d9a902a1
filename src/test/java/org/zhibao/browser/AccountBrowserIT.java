package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;

/** A unit that is new on the roster gets its account from its city and files. */
@BrowserTest
class AccountBrowserIT {

    private static final String OWN = "Xiang-Jiang7";

    @Autowired
    private Scenario scenario;
    @Autowired
    private IdentityService identities;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private JdbcClient database;

    @Test
    void aCityIssuesTheAccountOfANewUnitWhichChangesItsPasswordAndFiles(Browser browser) {
        FilingSummary filing = scenario.freshFilingIn("430100");
        scenario.save(filing, scenario.report(filing));
        takeAccountOf(filing);

        Page manager = browser.as("admin430100");
        manager.navigate("/admin/accounts");
        manager.locator("main a[href$='/admin/accounts/issues']").click();
        // units of other tests may have none either
        assertThat(manager.locator("main")).containsText("家企业还没有账号");
        manager.locator("main form button").first().click();
        assertThat(manager.locator("progress")).isVisible();
        workOff();
        assertThat(manager.locator("main")).containsText("名录上的企业都已有账号");
        Locator waiting = manager.locator("tr").filter(new Locator.FilterOptions().setHasText(filing.countyCode()));
        waiting.locator("form[action$='/slips'] button").click();
        Locator own = manager.locator(".zb-slip").filter(new Locator.FilterOptions().setHasText(filing.unitName()));
        assertThat(own).hasCount(1);
        List<String> slip = own.locator("code").allInnerTexts();
        assertThat(slip.get(0)).isEqualTo(filing.orgCode());
        manager.navigate("/admin/accounts/issues");
        assertThat(waiting).hasCount(0);

        Page unit = browser.window();
        unit.navigate("/login");
        unit.fill("#username", slip.get(0));
        unit.fill("#password", slip.get(1));
        unit.click("form.zb-panel button[type=submit]");
        unit.waitForURL("**/account/password");
        assertThat(unit.locator("[role=alert]")).containsText("请先修改密码");
        unit.fill("#current", slip.get(1));
        unit.fill("#wanted", OWN);
        unit.fill("#again", OWN);
        unit.locator("main form button").click();
        assertThat(unit.locator("[role=status]").first()).containsText("密码已修改");

        ReportFormPage form = new PortalPages(unit).fillIn(filing);
        form.sign();
        form.find("[data-zb-declaration]").check();
        form.submitButton().click();
        assertThat(form.receipt().locator("h2")).hasText("上报成功");
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.SUBMITTED);

        unit.navigate("/account/sessions");
        assertThat(unit.locator("main tbody tr")).hasCount(1);
        assertThat(unit.locator("main tbody")).containsText("本机当前");
    }

    /** As if it had never had one. */
    private void takeAccountOf(FilingSummary filing) {
        database.sql("delete from account where user_id = :user").param("user", filing.orgCode()).update();
        identities.deleteUser(filing.orgCode());
    }

    private void workOff() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().processDefinitionKey("account-issue").messages().list();
    }
}
