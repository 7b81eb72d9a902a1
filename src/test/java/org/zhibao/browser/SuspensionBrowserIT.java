package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;

/** A county declares a unit of its list as suspended, with evidence; the city verifies it from Tasklist. */
@BrowserTest
class SuspensionBrowserIT {

    private static final byte[] PNG = java.util.Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
            + "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    private Scenario scenario;

    @Test
    void aCountyDeclaresAndItsCityVerifies(Browser browser) {
        FilingSummary filing = scenario.freshFiling();
        Page county = browser.as(scenario.county(filing).userId());
        county.navigate("/suspensions");
        county.locator("article nav a.zb-button--primary").click();
        Locator unit = county.locator("tr[data-unit='" + filing.orgCode() + "']");
        unit.locator("input[type=checkbox]").check();
        unit.locator("textarea").fill("锅炉大修，全季停产，无排放");
        county.selectOption("#kind", "STOPPED");
        county.locator(".zb-su-many button").click();
        assertThat(county.locator(".zb-alert--good")).containsText("1");
        assertThat(unit.locator(".zb-status").last()).hasText("待市级核实");
        unit.locator("a").last().click();
        county.setInputFiles("#su-files", new FilePayload("停产现场.png", "image/png", PNG));
        county.locator("form[action$='/attachments'] button").click();
        assertThat(county.locator(".zb-su-files li")).containsText("停产现场.png");

        Page city = browser.onPhone("city" + filing.cityCode());
        TasklistPage tasklist = new TasklistPage(city).open();
        tasklist.task(filing).filter(new Locator.FilterOptions().setHasText("市级核实")).locator("h4 a").click();
        city.locator("form[name=zhibaoForm] a.zb-button--primary").click();
        assertThat(city.locator(".zb-su-files img")).isVisible();
        org.assertj.core.api.Assertions.assertThat((int) city.evaluate(
                "document.scrollingElement.scrollWidth - innerWidth")).as("fits a phone").isLessThanOrEqualTo(0);
        city.locator("button[name=accepted][value=true]").click();
        assertThat(city.locator(".zb-heading-state .zb-status")).hasText("停报中");
        assertThat(city.locator(".zb-su-reports .zb-status").first()).hasText("停报");

        county.reload();
        assertThat(county.locator(".zb-heading-state .zb-status")).hasText("停报中");
    }
}
