package org.zhibao.filing.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What all sheets have in common: heading, column heads, protection, print. */
final class Sheets {

    private static final int WIDTH_UNIT = 256;

    private Sheets() {
    }

    static void head(XSSFSheet sheet, Styles styles, String title, String help, List<String> columns) {
        Row first = sheet.createRow(Layout.TITLE_ROW);
        first.setHeightInPoints(26);
        Contents.text(first, 0, title, styles.title());
        Contents.text(sheet.createRow(Layout.HELP_ROW), 0, help, styles.help());
        Row heads = sheet.createRow(Layout.HEAD_ROW);
        heads.setHeightInPoints(32);
        for (int i = 0; i < columns.size(); i++) {
            Contents.text(heads, i, columns.get(i), styles.head());
        }
    }

    /** Sets widths in characters, keeps heads and the columns left of {@code frozen} in sight, locks all but inputs. */
    static void finish(XSSFSheet sheet, int[] widths, int frozen) {
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * WIDTH_UNIT);
        }
        sheet.createFreezePane(frozen, Layout.FIRST_ROW);
        sheet.setRepeatingRows(new CellRangeAddress(Layout.HEAD_ROW, Layout.HEAD_ROW, -1, -1));
        protect(sheet);
    }

    static void protect(XSSFSheet sheet) {
        sheet.setDisplayGridlines(false);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }
}
