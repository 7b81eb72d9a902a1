package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhibao.registry.UnitField;
import org.zhibao.registry.UnitTexts;

/** A city's administrator imports a list, corrects a wrong row first, looks at a unit, and undoes the import. */
@BrowserTest
class RegistryBrowserIT {

    @Test
    void aCityImportsAListAndUndoesIt(Browser browser) {
        Page page = browser.as("admin430100");
        page.navigate("/registry/lists");
        Map<UnitField, String> ended = UnitTexts.unit("77400002", UnitField.COUNTY_CODE, "430124");
        upload(page, List.of(UnitTexts.unit("77400001"), ended));
        assertThat(page.locator("article")).containsText("430182 宁乡市");
        assertThat(page.locator("form[action$='/application']")).hasCount(0);

        page.locator(".zb-crumb a").click();
        upload(page, List.of(UnitTexts.unit("77400001"), UnitTexts.unit("77400002")));
        assertThat(page.locator(".zb-counts a[aria-current] b")).hasText("2");
        page.locator("form[action$='/application'] button").click();
        assertThat(page.locator(".zb-alert--good")).isVisible();
        page.locator("tbody th a").first().click();
        assertThat(page.locator("h1")).containsText("长沙试验造纸厂77400001");
        page.locator(".zb-heading .zb-button--primary").click();
        page.fill("#address", "长沙市岳麓区示例路2号");
        page.fill("#reason", "厂区搬迁");
        page.locator("article form button.zb-button--primary").click();
        assertThat(page.locator("article")).containsText("address: 长沙市芙蓉区示例路1号 → address: 长沙市岳麓区示例路2号");

        page.navigate("/registry/lists");
        page.locator("tbody th a").first().click();
        page.fill("#u-why", "名单有误");
        browser.expect("409 POST /registry/imports/\\d+/undo");
        page.locator("form[action$='/undo'] button").click();
        assertThat(page.locator(".zb-alert--bad")).containsText(UnitTexts.code("77400001"));

        Page phone = browser.onPhone("admin430100");
        for (String path : List.of("/registry", "/registry/lists", "/registry/regions", "/registry/new",
                "/registry/units/" + UnitTexts.code("77400001"))) {
            phone.navigate(path);
            org.assertj.core.api.Assertions.assertThat((int) phone.evaluate(
                    "document.scrollingElement.scrollWidth - innerWidth")).as(path + " fits a phone").isLessThanOrEqualTo(0);
        }
    }

    private static void upload(Page page, List<Map<UnitField, String>> units) {
        page.selectOption("#i-kind", "CITY");
        page.fill("#i-term", "2031");
        page.setInputFiles("#i-file", new FilePayload("市控名单.csv", "text/csv",
                UnitTexts.csv("市控", "2031", units).getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action$='/registry/imports'] button").click();
        page.waitForURL("**/registry/imports/*");
    }
}
