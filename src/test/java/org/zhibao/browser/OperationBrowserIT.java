package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.period.Quarter;
import org.zhibao.testing.Scenario;
import org.zhibao.workflow.ClockScenario;
import org.zhibao.workflow.FilingModels;

/** An administrator has running cases follow their process, and looks after clocks; on a desk and on a phone. */
@BrowserTest
class OperationBrowserIT {

    private final Quarter quarter = ClockScenario.quarterAhead();
    private ClockScenario clocks;
    private FilingModels models;

    @Autowired
    private Scenario scenario;

    @BeforeEach
    void open(@Autowired AutowireCapableBeanFactory beans) {
        clocks = new ClockScenario(beans);
        models = new FilingModels(beans);
    }

    @AfterEach
    void close() {
        models.restore();
        clocks.end(quarter);
    }

    @Test
    void casesFollowTheirProcess(Browser browser) {
        int old = models.deploy(FilingModels.shipped());
        clocks.open(quarter, 5);
        FilingSummary filing = scenario.submitted(clocks.filings(quarter).get(0));
        int edited = models.deploy(FilingModels.withRenamedReview());
        Page admin = browser.as("admin");
        admin.navigate("/admin/cases");
        admin.locator("table.zb-worklist a", new Page.LocatorOptions().setHasText("企业季报直报")).click();
        // what is not there yet cannot be unticked
        admin.locator("input[type=checkbox][name=from][value='" + old + "']").waitFor();
        for (Locator other : admin.locator("input[type=checkbox][name=from]:enabled").all()) {
            other.uncheck();
        }
        admin.check("input[type=checkbox][name=from][value='" + old + "']");
        admin.locator("form[method=get] button").click();
        assertThat(admin.locator(".zb-alert--late")).containsText("有 1 个案件");
        fits(admin);
        admin.selectOption("select[name='step." + FilingModels.CITY_REVIEW + "']", FilingModels.EXAMINATION);
        admin.locator("#plan button").click();
        assertThat(admin.locator(".zb-clock-progress")).containsText("已处理 0 / 0");
        models.run();
        assertThat(admin.locator(".zb-alert--good")).containsText("5 个案件都可以迁移");
        admin.fill("#reason", "市级审核改为市级审查");
        admin.locator("form.zb-op-form button").click();
        assertThat(admin.locator(".zb-clock-progress")).containsText("已处理 0 / 0");
        models.run();
        assertThat(admin.locator(".zb-alert--good")).containsText("5 个案件已全部迁移");
        fits(admin);

        Page phone = browser.onPhone("auditor");
        phone.navigate("/admin/cases/filing?from=" + edited + "&to=" + old);
        assertThat(phone.locator("#plan")).containsText("市级审查");
        assertThat(phone.locator("#plan button")).hasCount(0);
        fits(phone);
        phone.navigate(java.net.URI.create(admin.url()).getPath());
        assertThat(phone.locator("#log")).containsText(filing.unitName());
        fits(phone);
    }

    @Test
    void aClockIsFoundSuspendedAndResumed(Browser browser) {
        clocks.open(quarter, 3);
        FilingSummary filing = clocks.filings(quarter).get(0);
        Page admin = browser.onPhone("admin");
        admin.navigate("/admin/clocks?kind=DEADLINE&due=WEEK&area=" + filing.cityCode());
        fits(admin);
        Locator row = admin.locator("table.zb-worklist tr", new Page.LocatorOptions()
                .setHasText(quarter + "-" + filing.orgCode()));
        row.locator("input[name=ids]").check();
        admin.locator("button[value=SUSPEND]").click();
        assertThat(admin.locator("h1")).containsText("暂停 1 项");
        fits(admin);
        admin.fill("#reason", "核对期限");
        admin.locator("form.zb-op-form button").click();
        assertThat(row).containsText("已暂停");
        row.locator("input[name=ids]").check();
        admin.locator("button[value=RESUME]").click();
        admin.fill("#reason", "核对完毕");
        admin.locator("form.zb-op-form button").click();
        assertThat(row).containsText("正常");

        Page auditor = browser.as("auditor");
        auditor.navigate("/admin/clocks");
        assertThat(auditor.locator(".zb-total")).containsText("共");
        assertThat(auditor.locator("input[name=ids]")).hasCount(0);
        fits(auditor);
    }

    /** Nothing sticks out of the window. */
    private static void fits(Page page) {
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels beside %s", page.url()).isLessThanOrEqualTo(0);
    }
}
