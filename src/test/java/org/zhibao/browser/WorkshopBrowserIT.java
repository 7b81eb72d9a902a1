package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;
import org.zhibao.workflow.FilingModels;
import org.zhibao.workshop.Workshop;

/** An administrator changes processes and decision tables in the portal, is told what the gate objects to, and moves open cases. */
@BrowserTest
class WorkshopBrowserIT {

    private static final String FILING = "filing.bpmn";

    @Autowired
    private Workshop workshop;
    @Autowired
    private Scenario scenario;

    private FilingModels models;

    @BeforeEach
    void versions(@Autowired AutowireCapableBeanFactory beans) {
        models = new FilingModels(beans);
    }

    /** Tests share one application: the shipped files are in force again, and every case is back in a shipped version. */
    @AfterEach
    void backToTheShippedFiles() {
        models.restore();
        Actor admin = scenario.actor("admin");
        for (String file : List.of(FILING, "deadlines.dmn")) {
            if (workshop.shippedDiffers(file, admin)) {
                workshop.returnTo(file, 0, "恢复随软件发布的版本", version(file), admin);
            }
        }
    }

    @Test
    void anAdministratorAddsACountyCheckAndDeploysIt(Browser browser) {
        FilingSummary filing = scenario.freshFiling();
        int before = version(FILING);
        Page page = browser.as("admin");
        page.navigate("/admin/models");
        page.locator("a[href$='/admin/models/filing.bpmn']").click();
        page.locator("nav.zb-buttons a.zb-button--primary").click();
        Locator diagram = page.locator("[data-canvas] svg").first();
        assertThat(diagram.locator("[data-element-id=UserTask_CityReview]").first()).isVisible();
        // in Chinese throughout: toolbar, properties, hints
        assertThat(page.locator(".djs-palette [aria-label='启动手动工具']")).isVisible();
        page.locator("[data-element-id=UserTask_CityReview] .djs-hit").first().click();
        assertThat(page.locator(".bio-properties-panel-group-header-title").first()).hasText("基本信息");

        page.locator("[data-insert] summary").click();
        page.selectOption("[data-insert-flow]", "Flow_CheckPassed");
        page.selectOption("[data-insert-like]", "UserTask_CityReview");
        page.fill("[data-insert-name]", "县级核查");
        page.locator("[data-insert-do]").click();
        assertThat(page.locator("[data-verdict]")).containsText("已插入");
        assertThat(diagram.getByText("县级核查").first()).isVisible();
        assertThat(page.locator(".bjsl-button")).containsText("绘图提示：无");
        page.locator("[data-check]").click();
        assertThat(page.locator("[data-verdict]")).containsText("检查通过");

        page.fill("#reason", "县里要求先核查再报市里");
        page.locator("[data-deploy] button[type=submit]").click();
        assertThat(page.locator(".zb-alert--good")).containsText("第 " + (before + 1) + " 版");
        assertThat(page.locator("table.zb-worklist tbody tr").first()).containsText("县里要求先核查再报市里");
        page.locator(".zb-alert--good a").click();
        moveOpenCases(page, before);
        scenario.submitted(filing);
        Page city = browser.as("city" + filing.cityCode());
        TasklistPage tasklist = new TasklistPage(city).open();
        assertThat(tasklist.task(filing)).containsText("县级核查");
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        tasklist.open();
        assertThat(tasklist.task(filing)).containsText("市级审核");

        page.navigate("/admin/models/" + FILING);
        page.locator("table.zb-worklist tbody tr").nth(1).locator("a[href*=compare]").click();
        Locator added = page.locator("[data-changes] button[data-kind=added]").filter(
                new Locator.FilterOptions().setHasText("县级核查"));
        assertThat(added).isVisible();
        assertThat(page.locator("[data-side=right] .zb-added")).not().hasCount(0);
        assertThat(page.locator("[data-side=left] .zb-added")).hasCount(0);
        assertThat(page.locator("[data-changes] button[data-element=Flow_CheckPassed] dd"))
                .containsText("原为 #ref:UserTask_CityReview");
        added.click();

        page.goBack();
        page.selectOption("#version", String.valueOf(before));
        page.fill("#reason", "先不核查了，恢复原来的流程");
        page.locator("form[action$='/return'] button[type=submit]").click();
        assertThat(page.locator(".zb-alert--good")).containsText("第 " + (before + 2) + " 版");
    }

    @Test
    void aHostileDiagramIsRefusedWithItsReason(Browser browser) {
        int before = version(FILING);
        Page page = browser.as("admin");
        page.navigate("/admin/models/" + FILING + "/edit");
        assertThat(page.locator("[data-canvas] [data-element-id=UserTask_CityReview]").first()).isVisible();
        String hostile = shipped().replace("${spreadFigures}", "${''.getClass().forName('java.lang.Runtime')}")
                .replace(" camunda:dueDate=\"${dueCityReview}\"", "");
        page.setInputFiles("[data-open]", new FilePayload("hostile.bpmn", "application/xml",
                hostile.getBytes(StandardCharsets.UTF_8)));
        Locator problem = page.locator("[data-list] button[data-element=ServiceTask_Accept]");
        assertThat(problem).containsText("归集数据");
        assertThat(problem).containsText("未知的委托");
        problem.click();
        assertThat(page.locator("[data-canvas] g.djs-element.selected[data-element-id=ServiceTask_Accept]")).isVisible();
        // the hints beside the drawing say it at once, without asking the server
        assertThat(page.locator("[data-container-id=UserTask_CityReview] .bjsl-icon-error")).isVisible();
        page.fill("#reason", "想试试能不能部署");
        page.locator("[data-deploy] button[type=submit]").click();
        assertThat(page.locator("[data-verdict]")).containsText("必须改正");
        org.assertj.core.api.Assertions.assertThat(version(FILING)).isEqualTo(before);
    }

    @Test
    void aDecisionTableIsChangedCellByCell(Browser browser) {
        int before = version("deadlines.dmn");
        Page page = browser.as("admin");
        page.navigate("/admin/models/deadlines.dmn/edit");
        page.locator("td[data-element-id=OutputEntry_RegularCityDay]").click();
        page.keyboard().press("Control+A");
        page.keyboard().type("14");
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-verdict]")).containsText("尚未检查");
        page.fill("#reason", "市级审核期限改为14日");
        page.locator("[data-deploy] button[type=submit]").click();
        assertThat(page.locator(".zb-alert--good")).containsText("第 " + (before + 1) + " 版");
        page.locator("table.zb-worklist tbody tr").nth(1).locator("a[href*=compare]").click();
        assertThat(page.locator("[data-changes] button")).containsText("14");
    }

    @Test
    void anAuditorLooksAndChangesNothing(Browser browser) {
        Page page = browser.onPhone("auditor");
        page.navigate("/admin/models/" + FILING);
        page.locator("nav.zb-buttons a.zb-button--primary").click();
        assertThat(page.locator("[data-canvas] [data-element-id=UserTask_CityReview]").first()).isVisible();
        assertThat(page.locator(".djs-palette, [data-deploy], [data-check]")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat((int) page.evaluate(
                "document.scrollingElement.scrollWidth - innerWidth")).as("fits a phone").isLessThanOrEqualTo(0);
    }

    /** Every open case of the former version goes on in the one that was deployed: tried first, then moved. */
    private void moveOpenCases(Page page, int from) {
        // what is not there yet cannot be unticked
        page.locator("input[type=checkbox][name=from][value='" + from + "']").waitFor();
        for (Locator other : page.locator("input[type=checkbox][name=from]:enabled").all()) {
            other.uncheck();
        }
        page.check("input[type=checkbox][name=from][value='" + from + "']");
        page.locator("form[method=get] button").click();
        page.locator("#plan button").click();
        // not before the run is there
        assertThat(page.locator(".zb-clock-progress")).containsText("已处理 0 / 0");
        models.run();
        assertThat(page.locator(".zb-alert--good")).containsText("都可以迁移");
        page.fill("#reason", "在办的件也先经县级核查");
        page.locator("form.zb-op-form button").click();
        assertThat(page.locator(".zb-clock-progress")).containsText("已处理 0 / 0");
        models.run();
        assertThat(page.locator(".zb-alert--good")).containsText("全部迁移");
    }

    private int version(String file) {
        return workshop.history(file, scenario.actor("admin")).get(0).version().version();
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("processes", FILING));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
