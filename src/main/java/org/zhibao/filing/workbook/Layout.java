package org.zhibao.filing.workbook;

import org.apache.poi.ss.util.WorkbookUtil;

/** Where things stand in a workbook of arrangement {@link Seal#LAYOUT}; rows and columns count from 0. */
final class Layout {

    /** Column of the indicator's code on the sheet of a section, or of the row's number on the sheet of a table. */
    static final int CODE = 0;
    static final int NAME = 1;
    static final int UNIT = 2;
    /** This quarter: the only cells of a section's sheet that can be written to. */
    static final int VALUE = 3;
    static final int PREVIOUS = 4;
    static final int LAST_YEAR = 5;
    static final int CHANGE = 6;
    static final int CHECK = 7;

    static final int TITLE_ROW = 0;
    static final int HELP_ROW = 1;
    static final int HEAD_ROW = 2;
    /** On the sheet of a table: hidden, the columns' codes. */
    static final int COLUMN_CODES_ROW = 3;
    /** The first row of figures. */
    static final int FIRST_ROW = 4;

    /** On the sheet of explanations. */
    static final int EXPLANATION = 3;
    /** On the sheet of explanations: hidden, what the words belong to. */
    static final int KEY = 4;

    private Layout() {
    }

    /** The sheet of a section or table: {@code B废水}, {@code B Wastewater}; at most 31 characters. */
    static String sheetName(String code, String name) {
        boolean latin = name.charAt(0) < 0x2E80;
        return WorkbookUtil.createSafeSheetName(code + (latin ? " " : "") + name, '_');
    }
}
