package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.testing.Scenario;

/** An administrator changes a rule: a mistake is pointed at, a dry run shows what would happen, two at once do not collide. */
@BrowserTest
class RuleEditBrowserIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private JdbcClient jdbc;

    private long newest;

    @BeforeEach
    void aReportToTryOn() {
        scenario.submitted(scenario.freshFiling());
        newest = jdbc.sql("select max(id) from rule_version").query(Long.class).single();
    }

    @AfterEach
    void forgetWhatTheTestWrote() {
        jdbc.sql("delete from rule_version where id > ?").param(newest).update();
        jdbc.sql("update rule_stamp set stamp = ? where id = 1").param("test" + System.nanoTime()).update();
    }

    @Test
    void aRuleIsMadeStricterByWhatTheDryRunShows(Browser browser) {
        Page page = browser.as("admin");
        page.navigate("/admin/rules?text=R39");
        page.locator(".zb-rules-list th a").click();
        page.locator(".zb-heading a.zb-button--primary").click();
        String condition = page.inputValue("#holds0");
        page.fill("#holds0", "this.$c <=\n  $perDay * period.weeks");
        String message = page.inputValue("#zh");
        page.fill("#zh", "{B99}");
        page.locator("[data-zb-check]").click();
        assertThat(page.locator("[data-problem='levels.0'] mark")).hasText("period.weeks");
        assertThat(page.locator("[data-problem='zh']")).containsText("B99");
        page.fill("#zh", message);
        page.locator("[data-zb-summary] button").first().click();
        assertThat(page.locator("#holds0")).isFocused();
        assertThat(page.evaluate("() => { const i = document.activeElement; return i.value.slice(i.selectionStart, i.selectionEnd); }"))
                .isEqualTo("period.weeks");

        page.fill("#holds0", condition);
        Locator hours = page.locator(".zb-rules-entries tr", new Page.LocatorOptions().setHasText("生产时间"));
        hours.locator("input").nth(1).fill("0");
        page.locator("[data-zb-check]").click();
        assertThat(page.locator("[data-zb-summary] .zb-alert--good")).isVisible();
        assertThat(page.locator("[data-zb-preview]")).containsText("A25");
        page.selectOption("select[name=period]", scenario.period());
        page.locator("[data-zb-start]").click();
        assertThat(page.locator("[data-zb-count]")).containsText(Pattern.compile("会拦下 [1-9][0-9,]* 份.*现行规则：拦下 0 份"));
        assertThat(page.locator("[data-zb-hits] tbody tr").first().locator("a")).hasAttribute("href",
                Pattern.compile("/filings/[0-9]+"));

        page.fill("#reason", "按省里要求调整");
        page.locator("#rule-form button[type=submit]").click();
        assertThat(page.locator(".zb-alert--good")).containsText("已保存第 2 版");
        page.locator("#history a").first().click();
        assertThat(page.locator("#compare .zb-rules-changed")).hasCount(2);
        assertThat(page.locator("#compare ins").last()).hasText("0");
    }

    @Test
    void aNewRuleIsWrittenOnAPhoneAndKeptWhenSomebodyWasFaster(Browser browser) {
        browser.expect("409 POST /admin/rules");
        Page page = browser.onPhone("admin");
        page.navigate("/admin/rules/new");
        page.fill("#code", "R77");
        page.fill("#holds0", "this.$c <= $limit");
        page.fill("#names", "c, limit");
        page.locator("#eachOf").focus();
        Locator cells = page.locator(".zb-rules-entries input");
        assertThat(cells).hasCount(2);
        cells.nth(0).fill("A25");
        cells.nth(1).fill("2160");
        assertThat(cells).hasCount(4);
        page.fill("#needs", "$c");
        page.fill("#zh", "{$c.name}过大");
        page.fill("#en", "{$c.name} is too large");
        page.fill("#source", "P; test");
        page.fill("#reason", "专项核查");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
        page.locator("#rule-form button[type=submit]").click();
        assertThat(page.locator(".zb-alert--good")).containsText("已保存第 1 版");

        Page other = browser.as("admin");
        page.navigate("/admin/rules/R77/edit");
        other.navigate("/admin/rules/R77/edit");
        save(other, "2000", "甲的修改");
        assertThat(other.locator(".zb-alert--good")).containsText("已保存第 2 版");
        save(page, "1900", "乙的修改");
        assertThat(page.locator("#meanwhile")).containsText("原因：甲的修改");
        assertThat(page.locator(".zb-rules-entries input").nth(1)).hasValue("1900");
        page.locator("#rule-form button[type=submit]").click();
        assertThat(page.locator(".zb-alert--good")).containsText("已保存第 3 版");
    }

    private static void save(Page page, String limit, String reason) {
        page.locator(".zb-rules-entries input").nth(1).fill(limit);
        page.fill("#reason", reason);
        page.locator("#rule-form button[type=submit]").click();
    }
}
