package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.YearlyRosters;
import org.zhibao.testing.OldUnits;
import org.zhibao.testing.Scenario;

/** A county proposes a new code; the city confirms it from Tasklist, and matches of two lists on a page of their own. */
@BrowserTest
class RegistryChangeBrowserIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private OldUnits old;
    @Autowired
    private Registry registry;
    @Autowired
    private YearlyRosters lists;

    @Test
    void aCountyProposesANewCodeAndItsCityConfirms(Browser browser) {
        browser.expect("422 POST /registry-changes");
        FilingSummary filing = scenario.freshFiling();
        String code = OrganisationCode.ofBody("98000040").value();
        Page county = browser.as(scenario.county(filing).userId());
        county.navigate("/registry-changes");
        county.locator("article nav a.zb-button--primary").click();
        county.check("input[name=kind][value=RECODED]");
        county.fill("#orgCode", filing.orgCode());
        county.locator("form.zb-su-form button[type=submit]").click();
        county.fill("#newOrgCode", code.substring(0, 8) + (code.endsWith("1") ? "2" : "1"));
        county.fill("#reason", "换发登记证，代码变更，附登记证复印件");
        county.locator("form.zb-su-form button[type=submit]").click();
        assertThat(county.locator(".zb-alert--bad")).containsText("校验码");
        assertThat(county.locator("#reason")).hasValue("换发登记证，代码变更，附登记证复印件");
        county.fill("#newOrgCode", code);
        county.locator("form.zb-su-form button[type=submit]").click();
        assertThat(county.locator(".zb-heading-state .zb-status")).hasText("待市级确认");

        Page city = browser.onPhone("city" + filing.cityCode());
        TasklistPage tasklist = new TasklistPage(city).open();
        tasklist.task(filing).filter(new Locator.FilterOptions().setHasText("市级确认")).locator("h4 a").click();
        city.locator("form[name=zhibaoForm] a.zb-button--primary").click();
        requireFit(city);
        city.locator("button[name=confirmed][value=true]").click();
        assertThat(city.locator(".zb-heading-state .zb-status")).hasText("已生效");
        city.locator("nav.zb-pe-back a.zb-button--quiet").click();
        assertThat(city.locator(".zb-timeline")).containsText("换码");
        requireFit(city);
        registry.removeFromRoster(code);

        county.navigate("/registry-changes/key-industries?period=" + filing.period());
        requireFit(county);
    }

    @Test
    void aCityConfirmsTheSureMatchesTogether(Browser browser) {
        ReportingUnit before = old.unit(61, "湘江纸业有限责任公司", "", "望城区工业大道61号");
        ReportingUnit after = old.unit(62, "湘江环保纸业有限公司", "湘江纸业有限公司", "望城区工业大道６１号");
        ReportingUnit like = old.unit(63, "麓谷化工有限公司", "", "麓谷路3号");
        ReportingUnit alike = old.unit(64, "麓谷精细化工有限公司", "", "麓谷路3号");
        lists.add(2013, ControlLevel.CITY, List.of(before.orgCode(), like.orgCode()));
        lists.add(2014, ControlLevel.CITY, List.of(after.orgCode(), alike.orgCode()));
        Page city = browser.as("city" + OldUnits.CITY);
        city.navigate("/lineage?year=2014");
        Locator sure = city.locator("tr[data-match='" + before.orgCode() + ">" + after.orgCode() + "']");
        assertThat(sure.locator("input[type=checkbox]")).isChecked();
        assertThat(city.locator("tr[data-match='" + like.orgCode() + ">" + alike.orgCode() + "'] input:checked")).hasCount(0);
        requireFit(city);
        city.setViewportSize(390, 844);
        requireFit(city);
        city.locator("form[action$='/matches'] button.zb-button--primary").click();
        assertThat(city.locator(".zb-alert--good")).containsText("1");
        assertThat(sure).hasCount(0);
        city.navigate("/lineage/units/" + after.orgCode());
        assertThat(city.locator(".zb-timeline")).containsText("湘江纸业有限责任公司");
        requireFit(city);
    }

    private static void requireFit(Page page) {
        org.assertj.core.api.Assertions.assertThat((int) page.evaluate(
                "document.scrollingElement.scrollWidth - innerWidth")).as("fits the screen").isLessThanOrEqualTo(0);
    }
}
