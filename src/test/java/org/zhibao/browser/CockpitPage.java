package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.regex.Pattern;

/** The engine's Cockpit and Welcome, which speak the portal's language. */
final class CockpitPage {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    /** Two or more Latin words one after the other; ids, keys and file names are single ones. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}(?:[ \\u00a0]+[A-Za-z]{2,})+");

    /** What the page says to eyes, pointers and screen readers, without the diagrams and what our own data say. */
    private static final String SAID = """
            () => {
              const visible = e => e.checkVisibility() && !e.closest('.bjs-container, td, pre, code');
              const texts = [document.title];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                if (visible(walk.currentNode.parentElement)) texts.push(walk.currentNode.data.trim());
              }
              document.querySelectorAll('[title], [placeholder], [aria-label], [uib-tooltip], [tooltip]').forEach(e => {
                if (visible(e)) {
                  ['title', 'placeholder', 'aria-label', 'uib-tooltip', 'tooltip']
                    .forEach(name => texts.push(e.getAttribute(name) || ''));
                }
              });
              return texts.filter(Boolean);
            }""";

    /** Headings, labels and buttons, which in English are often one word only. */
    private static final String LABELS = """
            () => [...document.querySelectorAll('th, h1, h2, h3, h4, label, button, .nav-tabs a, dt, .zb-sections a')]
              .filter(e => e.checkVisibility() && !e.closest('.dmn-decision-table-container')).map(e => e.innerText.trim())""";
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern KEPT = Pattern.compile("English|.*\\.(bpmn|dmn)|DRD|CSV|SHA-256");

    private final Page page;

    CockpitPage(Page page) {
        this.page = page;
    }

    /** Opens an address behind Cockpit's {@code #}, afresh. */
    CockpitPage open(String address) {
        return openApp(COCKPIT + "#" + address);
    }

    /** The same where the portal speaks English. */
    CockpitPage openEnglish(String address) {
        page.navigate("about:blank");
        page.navigate(COCKPIT + "#" + address);
        assertThat(page.locator("[cam-widget-header] .zb-product")).hasText("Zhibao");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    CockpitPage openApp(String address) {
        page.navigate("about:blank");
        page.navigate(address);
        return settled();
    }

    /** Waits until nothing is being loaded. */
    CockpitPage settled() {
        assertThat(page.locator("[cam-widget-header] .zb-product")).hasText("直报");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".animate-spin:visible, .app-splash:visible")).hasCount(0);
        return this;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator tabs() {
        return page.locator(".ctn-content-bottom .nav-tabs > li > a:visible");
    }

    /** Shows the tabs below the diagram one after the other, and what each is called. */
    List<String> readEveryTab() {
        assertThat(tabs()).not().hasCount(0);
        List<String> names = tabs().allInnerTexts().stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            tabs().nth(i).click();
            assertThat(page.locator(".ctn-content-bottom .nav-tabs > li.active")).hasText(names.get(i));
            settled().requireChinese();
        }
        return names;
    }

    /** No English is left on the page, no word of its maker, and no failure is told. */
    @SuppressWarnings("unchecked")
    CockpitPage requireChinese() {
        String address = page.url();
        List<String> said = (List<String>) page.evaluate(SAID);
        assertThat(said).as("English on " + address).noneMatch(text -> ENGLISH.matcher(text).find());
        assertThat(said).as("the maker on " + address).noneMatch(text -> text.contains("Camunda"));
        List<String> labels = (List<String>) page.evaluate(LABELS);
        assertThat(labels).as("English labels on " + address)
                .noneMatch(text -> LATIN.matcher(KEPT.matcher(text).replaceAll("")).find());
        assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
        return this;
    }
}
