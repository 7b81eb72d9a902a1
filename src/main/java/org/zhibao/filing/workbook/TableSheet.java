package org.zhibao.filing.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.zhibao.filing.FilingDossier;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.RowGroup;

/** The sheet of a repeatable group: as many rows as the form takes, and the previous quarter's below them. */
class TableSheet {

    private static final int NARROW = 13;
    private static final int WIDE = 22;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final Contents contents;
    private final Words words;

    TableSheet(XSSFSheet sheet, Styles styles, Contents contents) {
        this.sheet = sheet;
        this.styles = styles;
        this.contents = contents;
        this.words = contents.words();
    }

    void write(RowGroup group, FilingDossier dossier, DropDowns limits) {
        List<Indicator> columns = group.columns();
        List<String> heads = new ArrayList<>(List.of("#"));
        columns.forEach(c -> heads.add(head(c)));
        Sheets.head(sheet, styles, group.code() + " " + group.name(words.locale()),
                words.of("workbook.table.help", group.maxRows()), heads);
        sheet.getRow(Layout.HEAD_ROW).setHeightInPoints(62);
        Row codes = sheet.createRow(Layout.COLUMN_CODES_ROW);
        codes.setZeroHeight(true);
        for (int i = 0; i < columns.size(); i++) {
            Contents.text(codes, i + 1, columns.get(i).code(), styles.label());
        }
        List<Map<String, String>> rows = dossier.document().figures().rows(group.code());
        for (int i = 0; i < group.maxRows(); i++) {
            write(columns, sheet.createRow(Layout.FIRST_ROW + i), i + 1, i < rows.size() ? rows.get(i) : Map.of(), true);
        }
        for (int i = 0; i < columns.size(); i++) {
            limits.limit(sheet, columns.get(i), i + 1, Layout.FIRST_ROW, Layout.FIRST_ROW + group.maxRows() - 1);
        }
        writePrevious(group, dossier.previous().rows(group.code()));
        Sheets.finish(sheet, widths(columns), 1);
    }

    private void writePrevious(RowGroup group, List<Map<String, String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int at = Layout.FIRST_ROW + group.maxRows() + 1;
        Contents.text(sheet.createRow(at), 0, words.of("form.previousQuarter"), styles.title());
        for (int i = 0; i < rows.size(); i++) {
            write(group.columns(), sheet.createRow(at + 1 + i), i + 1, rows.get(i), false);
        }
    }

    private void write(List<Indicator> columns, Row row, int number, Map<String, String> values, boolean input) {
        row.createCell(0).setCellValue(number);
        row.getCell(0).setCellStyle(styles.label());
        for (int i = 0; i < columns.size(); i++) {
            Indicator column = columns.get(i);
            String value = values == null ? null : values.get(column.code());
            contents.value(row, i + 1, column, value, input ? styles.input(column) : styles.past(column));
        }
    }

    private String head(Indicator column) {
        String unit = column.unit(words.locale());
        return words.name(column) + (column.required() ? " *" : "") + (unit.isEmpty() ? "" : "\n" + unit);
    }

    private static int[] widths(List<Indicator> columns) {
        return IntStream.rangeClosed(0, columns.size())
                .map(i -> i == 0 ? 5 : columns.get(i - 1).numeric() ? NARROW + 2 : WIDE).toArray();
    }
}
