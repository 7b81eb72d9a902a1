package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;

/** What auditors and administrators see in the engine's own applications: everything, in Chinese, and no tool. */
@BrowserTest
class CockpitBrowserIT {

    /** Of Welcome, which asks for the engine's rules on passwords; there are none, the portal has its own. */
    private static final String NO_POLICY = "404 GET /camunda/api/engine/engine/default/identity/password-policy";

    @Autowired
    private Scenario scenario;
    @Autowired
    private ProcessEngine engine;

    @Test
    void anAuditorReadsAProcessFromTheOverviewToItsTasks(Browser browser) {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        Page page = browser.as("auditor");
        page.locator(".zb-nav").getByText("流程监控").click();
        CockpitPage cockpit = new CockpitPage(page).settled().requireChinese();
        assertThat(page).hasTitle(Pattern.compile("直报.*流程监控.*"));
        assertThat(cockpit.find("html")).hasAttribute("lang", "zh-CN");

        cockpit.find(".zb-sections").getByText("流程", new com.microsoft.playwright.Locator.GetByTextOptions()
                .setExact(true)).click();
        assertThat(cockpit.find("td").getByText("企业季报直报")).isVisible();
        cockpit.settled().requireChinese();
        cockpit.find("td").getByText("企业季报直报").click();
        cockpit.settled().requireChinese();
        assertThat(cockpit.readEveryTab()).contains("流程实例", "故障", "作业定义");

        cockpit.open("/process-instance/" + instanceOf(filing) + "/runtime").requireChinese();
        assertThat(cockpit.readEveryTab()).contains("变量", "故障", "用户任务", "作业");
        cockpit.tabs().getByText("用户任务").click();
        assertThat(cockpit.find(".ctn-content-bottom td").getByText("市级审核").first()).isVisible();
        assertThat(cockpit.find(".ctn-content-bottom")).containsText(
                Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"));
        assertThat(cockpit.find(".ctn-toolbar .btn:visible, td.action .btn:visible, td.actions .btn:visible")).hasCount(0);
    }

    @Test
    void everyOtherPageOfCockpitIsChineseToo(Browser browser) {
        CockpitPage cockpit = new CockpitPage(browser.as("auditor"));
        for (String address : new String[] {"/dashboard", "/decisions", "/tasks", "/batch"}) {
            cockpit.open(address).requireChinese();
        }
        cockpit.open("/repository?deployment=" + deployment()).requireChinese();
        cockpit.find("body").getByText("随软件发布 filing.bpmn").first().click();
        cockpit.find("body").getByText("filing.bpmn", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(cockpit.find("body")).containsText("实例数");
        cockpit.settled().requireChinese();
        cockpit.open("/decision-definition/" + decision().getId()).requireChinese();
    }

    @Test
    void anAdministratorHasCockpitAndWelcomeButNotTheEnginesAdministration(Browser browser) {
        browser.expect("403 GET /camunda/app/admin/default/");
        browser.expect(NO_POLICY);
        Page page = browser.as("admin");
        assertThat(page.locator(".zb-nav").getByText("待办任务")).hasCount(0);
        CockpitPage app = new CockpitPage(page);
        app.open("/dashboard").requireChinese();
        app.open("/process-definition/" + definition() + "/runtime").requireChinese();
        app.openApp("/camunda/app/welcome/default/").requireChinese();
        assertThat(app.find(".action-links:visible")).hasCount(0);
        Response refused = page.navigate("/camunda/app/admin/default/");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(page.locator("main")).containsText("您没有权限查看此页");
    }

    @Test
    void cockpitSpeaksEnglishWhenThePortalDoes(Browser browser) {
        Page page = browser.as("auditor");
        CockpitPage cockpit = new CockpitPage(page).open("/dashboard");
        cockpit.find(".zb-menu").getByText("English").click();
        assertThat(cockpit.find(".zb-sections")).containsText("Processes");
        assertThat(cockpit.find("body")).containsText("Running Process Instances");
        assertThat(cockpit.find("body")).not().containsText(Pattern.compile("Camunda 8|migrate", Pattern.CASE_INSENSITIVE));
        page.locator(".zb-menu").getByText("中文").click();
        assertThat(cockpit.find("body")).containsText("运行中的流程实例");
    }

    private String instanceOf(FilingSummary filing) {
        return engine.getTaskService().createTaskQuery().taskId(filing.taskId()).singleResult().getProcessInstanceId();
    }

    private String definition() {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("filing").latestVersion()
                .singleResult().getId();
    }

    private String deployment() {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("filing").latestVersion()
                .singleResult().getDeploymentId();
    }

    private DecisionDefinition decision() {
        return engine.getRepositoryService().createDecisionDefinitionQuery().latestVersion().list().get(0);
    }
}
