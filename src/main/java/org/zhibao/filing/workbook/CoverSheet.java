package org.zhibao.filing.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.zhibao.filing.FilingDossier;
import org.zhibao.web.Presentation;

/** The first sheet: whose report of which quarter this is, and how to go about it. */
class CoverSheet {

    private static final int STEPS = 7;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final Words words;
    private int next;

    CoverSheet(XSSFSheet sheet, Styles styles, Words words) {
        this.sheet = sheet;
        this.styles = styles;
        this.words = words;
    }

    /** @param sections names of the sheets of sections, to count what is still empty */
    void write(FilingDossier dossier, Presentation show, List<String> sections) {
        Row title = sheet.createRow(next++);
        title.setHeightInPoints(30);
        Contents.text(title, 0, words.of("print.title"), styles.title());
        fact("workbook.cover.unit", dossier.unit().name());
        fact("ui.orgCode", dossier.unit().orgCode());
        fact("workbook.cover.quarter", words.period(dossier.period()));
        if (dossier.filing().dueAt() != null) {
            fact("workbook.cover.due", show.minute(dossier.filing().dueAt()));
        }
        fact("workbook.cover.version", String.valueOf(dossier.draftVersion()));
        stillEmpty(sections);
        next++;
        Contents.text(sheet.createRow(next++), 0, words.of("workbook.cover.how"), styles.title());
        for (int i = 1; i <= STEPS; i++) {
            step(i + ". " + words.of("workbook.cover.step." + i));
        }
        sheet.setColumnWidth(0, 26 * 256);
        sheet.setColumnWidth(1, 84 * 256);
        Sheets.protect(sheet);
    }

    private void fact(String key, String value) {
        Row row = sheet.createRow(next++);
        Contents.text(row, 0, words.of(key), styles.label());
        Contents.text(row, 1, value, styles.label());
    }

    private void stillEmpty(List<String> sections) {
        Row row = sheet.createRow(next++);
        Contents.text(row, 0, words.of("workbook.cover.empty"), styles.label());
        String count = sections.stream().map(name -> "COUNTIF('%s'!H:H,\"%s\")".formatted(name.replace("'", "''"),
                words.of("workbook.check.empty"))).reduce((a, b) -> a + "+" + b).orElse("0");
        row.createCell(1).setCellFormula(count);
        row.getCell(1).setCellStyle(styles.label());
    }

    private void step(String text) {
        Row row = sheet.createRow(next);
        row.setHeightInPoints(34);
        Contents.text(row, 0, text, styles.paragraph());
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, 1));
        next++;
    }
}
