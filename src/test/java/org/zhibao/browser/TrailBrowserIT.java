package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.Scenario;

/** A reviewer goes on leave; the audit administrator finds in the trail who handed over what, and that the trail is whole. */
@BrowserTest
class TrailBrowserIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;

    @Test
    void leaveIsSetOnAPhoneAndFoundInTheTrail(Browser browser) {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        actions.claim(filing.id(), scenario.actor("city430100"));
        Page reviewer = browser.onPhone("city430100");
        reviewer.navigate("/account/password");
        reviewer.locator("article nav a[href='/account/cover']").click();
        String today = LocalDate.now(WorkingCalendar.ZONE).toString();
        reviewer.selectOption("#colleague", "city430100b");
        reviewer.fill("#from", today);
        reviewer.fill("#until", today);
        reviewer.fill("#reason", "因公出差一天");
        fits(reviewer);
        reviewer.locator("form[action='/account/cover'] button").click();
        assertThat(reviewer.locator(".zb-alert--good")).containsText("请假代办已保存");
        assertThat(reviewer.locator(".zb-worklist tbody tr").first()).containsText("移交任务");
        fits(reviewer);
        reviewer.locator(".zb-worklist tbody tr form button").first().click();
        assertThat(reviewer.locator(".zb-worklist tbody tr").first()).containsText("已结束");
        actions.release(filing.id(), scenario.actor("city430100b"));

        Page auditor = browser.as("auditor");
        auditor.locator(".zb-nav").getByText("审计记录").click();
        fits(auditor);
        auditor.fill("input[name=unit]", filing.orgCode());
        auditor.selectOption("select[name=period]", filing.period());
        auditor.fill("input[name=action]", "HAND_OVER");
        auditor.locator(".zb-filters button[type=submit]").click();
        assertThat(auditor.locator(".zb-total")).hasText("显示 1 条，共 1 条");
        auditor.locator(".zb-trail tbody th a").click();
        assertThat(auditor.locator(".zb-trail-sides")).containsText("city430100b");
        fits(auditor);
        auditor.navigate("/audit/seals");
        auditor.locator("form[action='/audit/seals/verify'] button").click();
        // whatever is wrong with the seals speaks of them, too
        assertThat(auditor.locator(".zb-alert--good")).containsText("封存");
        fits(auditor);

        Page onPhone = browser.onPhone("auditor");
        onPhone.navigate("/audit?outcome=DONE");
        fits(onPhone);
        onPhone.locator(".zb-trail tbody th a").first().click();
        fits(onPhone);
        onPhone.navigate("/audit/seals");
        fits(onPhone);
    }

    private static void fits(Page page) {
        org.assertj.core.api.Assertions.assertThat((int) page.evaluate(
                "document.scrollingElement.scrollWidth - innerWidth")).as(page.url()).isLessThanOrEqualTo(0);
    }
}
