package org.zhibao.filing.workbook;

import org.apache.poi.ss.util.CellReference;

/**
 * Where a cell stands in a file.
 *
 * @param sheet  the sheet; empty in a CSV file
 * @param row    from 0
 * @param column from 0
 */
record Place(String sheet, int row, int column) {

    /** As a spreadsheet writes it: {@code B废水!D7}; in a CSV file {@code D7}. */
    String written() {
        String cell = new CellReference(row, column, false, false).formatAsString();
        return sheet.isEmpty() ? cell : sheet + "!" + cell;
    }
}
