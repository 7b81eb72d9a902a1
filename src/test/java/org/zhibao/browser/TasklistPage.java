package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;

/** Camunda Tasklist, as it is dressed for our people. */
final class TasklistPage {

    private final Page page;

    TasklistPage(Page page) {
        this.page = page;
    }

    TasklistPage open() {
        page.navigate("/camunda/app/tasklist/default/");
        return this;
    }

    /** The task of this filing in the list on the left. */
    Locator task(FilingSummary filing) {
        return page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(filing.unitName()));
    }

    /** Opens the review of this filing. */
    ReviewFormPage review(FilingSummary filing) {
        task(filing).locator("h4 a").click();
        return new ReviewFormPage(page).opened();
    }

    /** Opens the review of this filing and claims it with Tasklist's own button. */
    ReviewFormPage claim(FilingSummary filing) {
        review(filing);
        claimButton().click();
        ReviewFormPage review = new ReviewFormPage(page);
        assertThat(review.choices()).not().hasCount(0);
        return review;
    }

    /** Tasklist's own button. */
    Locator claimButton() {
        return page.locator(".zb-meta button.claim");
    }

    /** When the task is due, who handles it. */
    Locator meta() {
        return page.locator(".zb-meta");
    }

    /** Claims, decides without a word, and is back at a list without the task. */
    void pass(FilingSummary filing, FilingAction action, String done) {
        ReviewFormPage review = open().claim(filing);
        review.decide(action, "");
        review.requireDone(done);
        backToList();
        assertThat(task(filing)).hasCount(0);
    }

    /** Goes back to the list from a task that is done. */
    void backToList() {
        page.locator("[data-zb-decision] .zb-button--primary, [data-zb-receipt] .zb-button--primary").click();
    }
}
