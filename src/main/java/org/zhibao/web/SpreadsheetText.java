package org.zhibao.web;

/** What people wrote, in a file that is opened with a spreadsheet. */
public final class SpreadsheetText {

    /** So that spreadsheets read a file as UTF-8. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private SpreadsheetText() {
    }

    /** The same text, which a spreadsheet does not take for a formula; null stays null. */
    public static String cell(String written) {
        return written != null && written.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + written : written;
    }
}
