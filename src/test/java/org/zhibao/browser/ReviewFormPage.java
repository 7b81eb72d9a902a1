package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.zhibao.filing.FilingAction;

/** The view of a report that every reader has, with the panel in which reviewers decide. */
final class ReviewFormPage {

    private final Locator root;

    ReviewFormPage(Page page) {
        this.root = page.locator("[data-zb-form='review']");
    }

    /** Waits until the form's script is at work. */
    ReviewFormPage opened() {
        assertThat(root).hasAttribute("data-attached", "true");
        return this;
    }

    Locator find(String selector) {
        return root.locator(selector);
    }

    /** The figure of this quarter in a single cell. */
    Locator figure(String code) {
        return find("tr.zb-row:has(input[data-tick][value='" + code + "']) .zb-c-now b");
    }

    /** The rows of the list of changes since this level last saw the report. */
    Locator changes() {
        return find("#zb-changes tbody tr");
    }

    /** The entries of the list of findings. */
    Locator findings() {
        return find("#zb-findings li");
    }

    /** The entries of the correspondence, the oldest first. */
    Locator letters() {
        return find("#zb-timeline .zb-timeline > li");
    }

    Locator panel() {
        return find("[data-zb-decision]");
    }

    /** The decisions that only the reviewer who holds the task may take. */
    Locator choices() {
        return panel().locator("[name='zb-action']");
    }

    Locator choice(FilingAction action) {
        return panel().locator("input[value='" + action + "']");
    }

    /** Chooses an action, says why, and presses 提交. */
    void decide(FilingAction action, String reason) {
        choice(action).check();
        panel().locator("#zb-reason").fill(reason);
        decide();
    }

    /** Chooses an action with a time limit in working days and the cells concerned, and presses 提交. */
    void decide(FilingAction action, String reason, int workingDays, String... cells) {
        choice(action).check();
        panel().locator("#zb-limit-days").fill(String.valueOf(workingDays));
        for (String cell : cells) {
            find("input[data-tick][value='" + cell + "']").check();
        }
        panel().locator("#zb-reason").fill(reason);
        decide();
    }

    /** Chooses an action with a date as its time limit, and presses 提交. */
    void decideUntil(FilingAction action, String reason, LocalDate date) {
        choice(action).check();
        panel().locator("#zb-limit-date").fill(date.toString());
        panel().locator("#zb-reason").fill(reason);
        decide();
    }

    private void decide() {
        panel().locator("[data-decide]").click();
    }

    /** The decision was taken; the panel says so in these words. */
    void requireDone(String words) {
        assertThat(panel().locator("h2")).hasText(words);
    }
}
