package org.zhibao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The form in which an enterprise fills in or corrects its report. */
final class ReportFormPage {

    private final Page page;
    private final Locator root;

    ReportFormPage(Page page) {
        this.page = page;
        this.root = page.locator("[data-zb-form='fill-in']");
    }

    /** Waits until the form's script is at work. */
    ReportFormPage opened() {
        assertThat(root).hasAttribute("data-attached", "true");
        return this;
    }

    Locator find(String selector) {
        return root.locator(selector);
    }

    /** The input of a single cell, by its code. */
    Locator cell(String code) {
        return find(".zb-row [data-cell='" + code + "'] .zb-input");
    }

    /** The row of a single cell. */
    Locator row(String code) {
        return find(".zb-row:has([data-cell='" + code + "'])");
    }

    /** The rows of a repeatable group. */
    Locator rows(String group) {
        return find("[data-group='" + group + "'] [data-rows] > [data-row]");
    }

    /** The input of a column in a row, counted from 0. */
    Locator inRow(String group, int row, String column) {
        return rows(group).nth(row).locator("[data-column='" + column + "'] .zb-input");
    }

    /** The line below a cell that says what the figure would be, worked out from others. */
    Locator working(String code) {
        return row(code).locator(".zb-working");
    }

    /** What was done at once, such as a paste, at the foot of the form. */
    Locator aid() {
        return find("[data-zb-aid]");
    }

    /** Types over whatever the cell holds, key by key, and leaves it. */
    void type(String code, String text) {
        type(cell(code), text);
    }

    void type(Locator field, String text) {
        field.click();
        field.press("ControlOrMeta+a");
        field.pressSequentially(text);
        field.press("Tab");
    }

    void signatory(String who, String name) {
        type(find("[data-signatory='" + who + "']"), name);
    }

    /** Whether everything is saved, in words; its attribute {@code data-state} is for programs. */
    Locator saveState() {
        return find("[data-zb-save]");
    }

    void requireSaveState(String state) {
        assertThat(saveState()).hasAttribute("data-state", state);
    }

    void requireSaved() {
        requireSaveState("saved");
    }

    /** Presses 校验. */
    void check() {
        find("[data-check]").click();
    }

    /** What the last check or attempt to sign says, at the foot of the form. */
    Locator tally() {
        return find("[data-zb-tally]");
    }

    /** The entries of the list of findings. */
    Locator findings() {
        return find("[data-zb-findings] li.zb-finding");
    }

    /** The finding's note right below this cell. */
    Locator note(String code) {
        return find(".zb-row:has([data-cell='" + code + "']) + .zb-note-row .zb-note");
    }

    /** Where to explain, one for each finding that asks for it. */
    Locator explanations() {
        return find(".zb-explain textarea");
    }

    /** Explains each finding that asks for it, with a number after the words to tell them apart. */
    void explainAll(String why) {
        int number = 0;
        for (Locator explanation : explanations().all()) {
            explanation.fill(why + "（" + ++number + "）");
        }
    }

    /** Presses 核对并上报. */
    void sign() {
        find("[data-sign]").click();
    }

    Locator summary() {
        return find("[data-zb-summary]");
    }

    Locator submitButton() {
        return find("[data-submit]");
    }

    /** Reviews, declares, submits. */
    void submit() {
        sign();
        find("[data-zb-declaration]").check();
        submitButton().click();
    }

    Locator receipt() {
        return find("[data-zb-receipt]");
    }

    /** The values on the receipt: number, time, revision, SHA-256. */
    Locator receiptLines() {
        return receipt().locator("dd");
    }

    /** Why the report came back, at the top. */
    Locator returned() {
        return find(".zb-returned");
    }

    Locator conflict() {
        return find(".zb-conflict");
    }
}
