package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.registry.SourceKind;
import org.zhibao.testing.Scenario;

/** What spares a clerk work: pasting from a spreadsheet, figures worked out, explanations, a telephone at hand. */
@BrowserTest
class FormAidsBrowserIT {

    /** What sticks out of the window on the right, unless it lies in a pane that scrolls by itself. */
    private static final String TOO_WIDE = """
            () => Array.from(document.querySelectorAll('[data-zb-form] *')).filter(e => {
              const box = e.getBoundingClientRect();
              if (box.width === 0 || box.right <= window.innerWidth + 1) return false;
              for (let p = e.parentElement; p; p = p.parentElement) {
                if (/auto|scroll|hidden/.test(getComputedStyle(p).overflowX) && p.getBoundingClientRect().right <= window.innerWidth + 1) return false;
              }
              return true;
            }).map(e => e.outerHTML.slice(0, 120))""";

    /** Fields and buttons without a name for a screen reader. */
    private static final String NAMELESS = """
            () => Array.from(document.querySelectorAll('[data-zb-form] :is(input, select, textarea, button)'))
              .filter(e => e.offsetParent !== null)
              .filter(e => !(e.labels?.length && Array.from(e.labels).some(l => l.textContent.trim()))
                && !e.getAttribute('aria-label') && !e.textContent.trim())
              .map(e => e.outerHTML.slice(0, 120))""";

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingDrafts drafts;

    private FilingSummary filing;

    @BeforeEach
    void aReportOnWastewater() {
        filing = scenario.freshFilingWhere(unit -> unit.kinds().contains(SourceKind.WASTEWATER));
        scenario.save(filing, scenario.reportWith(filing, Map.of("B03", "1000000", "B09", "85", "B07", "85")));
    }

    @Test
    void aColumnCopiedFromASpreadsheetFillsTheCellsBelowAndCanBeTakenBack(Browser browser) {
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        String before = form.cell("B01").inputValue();
        paste(page, form.cell("B01"), "１，０８０，００１\r\n1,080,002 吨\r\n1 000 003\r\n约九十万\r\n5\r\n");

        assertThat(form.aid()).containsText("已粘贴 4 项，1 项未填");
        assertThat(form.aid()).containsText("B04 其中：直接排入环境的 约九十万 不是数字");
        form.requireSaved();
        assertThat(stored().values()).containsEntry("B01", "1080001").containsEntry("B02", "1080002")
                .containsEntry("B03", "1000003").containsEntry("B05", "5");

        form.cell("B01").press("ControlOrMeta+z");
        assertThat(form.aid()).containsText("已撤销");
        assertThat(form.cell("B03")).hasValue("1,000,000");
        assertThat(form.cell("B01")).hasValue(before);
        form.requireSaved();
        assertThat(stored().values()).containsEntry("B03", "1000000");
    }

    @Test
    void aBlockCopiedFromASpreadsheetFillsRowsAndColumnsAndAddsRows(Browser browser) {
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        int rows = form.rows("A26").count();
        paste(page, form.inRow("A26", rows - 1, "product_name"), "机制纸\t吨\t50,000\r\n箱板纸\t吨\t3000.5\t多余\r\n");

        assertThat(form.rows("A26")).hasCount(rows + 1);
        assertThat(form.aid()).containsText("已粘贴 6 项，1 项未填");
        form.requireSaved();
        assertThat(stored().rows().get("A26")).last().isEqualTo(
                Map.of("product_name", "箱板纸", "product_unit", "吨", "product_output", "3000.5"));

        form.inRow("A26", rows - 1, "product_name").press("ArrowDown");
        assertThat(form.inRow("A26", rows, "product_name")).isFocused();
        form.inRow("A26", rows, "product_name").press("ArrowRight");
        assertThat(form.inRow("A26", rows, "product_unit")).isFocused();
        form.inRow("A26", rows, "product_unit").press("F1");
        assertThat(form.rows("A26").nth(rows).locator("[data-help-panel]")).containsText("填产量的计量单位");
        form.find("[data-undo]").click();
        assertThat(form.rows("A26")).hasCount(rows);
    }

    @Test
    void aFigureThatFollowsFromOthersIsOfferedAndExplained(Browser browser) {
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        Locator offer = form.working("B07");
        assertThat(offer).hasCount(0);
        form.cell("B07").fill("");
        assertThat(offer).containsText("按 排放量×出口浓度 折算：85 吨");
        form.type("B07", "120");
        assertThat(offer).containsText("填报值相差 +41.2%");
        form.type("B09", "90.001");
        offer.locator("[data-take]").click();
        assertThat(form.cell("B07")).hasValue("90.001");
        assertThat(form.cell("B07")).isFocused();
        assertThat(offer).isHidden();
        form.requireSaved();
        assertThat(stored().values()).containsEntry("B07", "90.001");

        String last = form.row("B03").locator("[data-past]").first().getAttribute("data-past");
        form.type("B03", new BigDecimal(last).multiply(new BigDecimal("1.5")).setScale(2, RoundingMode.HALF_UP).toPlainString());
        assertThat(form.row("B03").locator(".zb-beyond").first()).containsText("超 30%");
        form.cell("B07").press("F1");
        Locator help = form.find("#zb-help-B07");
        assertThat(help).containsText("随废水排出厂界的化学需氧量");
        assertThat(help).containsText("B03 × B09 ÷ 10⁶");
        assertThat(help.locator("svg[role=img]")).hasAttribute("aria-label", Pattern.compile("近八个季度：.*无数据.*本季度 90.001 吨"));
        assertThat(help).isFocused();
        help.press("Escape");
        assertThat(help).hasCount(0);
        assertThat(form.cell("B07")).isFocused();
    }

    @Test
    void fixedDataAreTakenFromTheLastReportAfterTheyHaveBeenListed(Browser browser) {
        Page page = browser.as(filing.orgCode());
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        String contact = form.cell("A10").inputValue();
        form.type("A10", "另一人");
        form.find("[data-last-report]").click();
        assertThat(form.find(".zb-last")).containsText("A10 联系人 另一人 → " + contact);
        form.find("[data-last-apply]").click();
        assertThat(form.cell("A10")).hasValue(contact);
        form.find("[data-undo]").click();
        assertThat(form.cell("A10")).hasValue("另一人");
    }

    @Test
    void onAPhoneNothingSticksOutAndEverythingHasAName(Browser browser) {
        Page page = browser.onPhone(filing.orgCode());
        ReportFormPage form = new PortalPages(page).fillIn(filing);
        form.type("B07", "200");
        form.find("[data-help='B07']").click();
        assertThat(form.find("#zb-help-B07")).containsText("B03 × B09 ÷ 10⁶");
        form.find("[data-help='E20']").click();
        assertThat(form.find("#zb-help-E20 dl > div").first()).containsText("设施编号填本单位的设施编号");
        form.find("[data-last-report]").click();
        assertThat(form.aid().or(form.find(".zb-last")).first()).isVisible();
        assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
        assertThat((List<?>) page.evaluate(NAMELESS)).isEmpty();
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).isTrue();
    }

    private static void paste(Page page, Locator field, String text) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        field.focus();
        field.press("ControlOrMeta+v");
    }

    private ReportDocument stored() {
        return drafts.read(filing.id(), scenario.unit(filing)).document();
    }
}
