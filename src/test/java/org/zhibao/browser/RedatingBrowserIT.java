package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.period.Quarter;
import org.zhibao.workflow.ClockScenario;

/** An administrator enters a date by document, looks at what it means, re-dates; the enterprise sees the new date. */
@BrowserTest
class RedatingBrowserIT {

    private static final int UNITS = 8;

    private final Quarter quarter = ClockScenario.quarterAhead();
    private ClockScenario clocks;

    @BeforeEach
    void open(@Autowired AutowireCapableBeanFactory beans) {
        clocks = new ClockScenario(beans);
        clocks.open(quarter, UNITS);
    }

    @AfterEach
    void close() {
        clocks.run();
        clocks.close(quarter);
    }

    @Test
    void aPeriodIsReDated(Browser browser) {
        FilingSummary filing = clocks.filings(quarter).get(0);
        String day = ClockScenario.day(quarter, 4, 10).toString();
        Page admin = browser.as("admin");
        admin.navigate("/deadlines/" + quarter);
        admin.fill("#enterprise", day);
        admin.fill("#city", ClockScenario.day(quarter, 4, 15).toString());
        admin.fill("#province", ClockScenario.day(quarter, 4, 20).toString());
        admin.fill("#noticeNo", "环办〔2030〕1号");
        admin.fill("#reason", "部里统一延期");
        admin.locator("form.zb-dl-form button").click();
        assertThat(admin.locator(".zb-alert--good")).isVisible();

        admin.locator(".zb-dl-redate a").click();
        assertThat(admin.locator("h1")).containsText("调整期限");
        Locator row = admin.locator("table.zb-dl-table").nth(1).locator("tbody tr").first();
        assertThat(row).containsText("企业填报");
        assertThat(row.locator("td").nth(1)).hasText(String.valueOf(UNITS));
        assertThat(admin.locator("table ins").first()).containsText(day);
        assertThat(admin.locator("#list tbody tr")).hasCount(UNITS);
        admin.fill("#reason", "部里统一延期");
        admin.locator("form.zb-clock-form button").click();
        assertThat(admin.locator(".zb-clock-progress")).isVisible();
        clocks.run();
        assertThat(admin.getByText("调整完成")).isVisible();
        assertThat(admin.locator("#log tbody tr")).hasCount(UNITS);

        Page enterprise = browser.as(filing.orgCode());
        Locator mine = new PortalPages(enterprise).mine(filing);
        assertThat(mine).containsText(day);
    }

    @Test
    void aCityExtendsOneReportFromItsPage(Browser browser) {
        FilingSummary filing = clocks.filings(quarter).get(1);
        String day = java.time.LocalDate.now().plusDays(20).toString();
        Page city = browser.onPhone("city" + filing.cityCode());
        city.navigate("/filings/" + filing.id());
        city.locator(".zb-heading-state a.zb-button").click();
        city.fill("#day", day);
        city.fill("#reason", "暴雨停电，推迟填报");
        city.locator("form.zb-clock-form button").click();
        assertThat(city.locator(".zb-clock-plan")).containsText(filing.unitName());
        city.locator(".zb-clock-plan button").click();
        assertThat(city.locator(".zb-heading-state")).containsText("已延期至 " + day);

        Page enterprise = browser.as(filing.orgCode());
        assertThat(new PortalPages(enterprise).mine(filing)).containsText(day);
    }
}
