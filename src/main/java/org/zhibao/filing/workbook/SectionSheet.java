package org.zhibao.filing.workbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.zhibao.filing.FilingDossier;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.Section;

/** The sheet of one section: a row per indicator, with earlier quarters beside this one and what a spreadsheet can check. */
class SectionSheet {

    private static final int[] WIDTHS = {8, 34, 14, 22, 18, 18, 11, 44};
    private static final double NOTABLE_CHANGE = 0.3;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final Contents contents;
    private final Words words;

    SectionSheet(XSSFSheet sheet, Styles styles, Contents contents) {
        this.sheet = sheet;
        this.styles = styles;
        this.contents = contents;
        this.words = contents.words();
    }

    void write(Section section, FilingDossier dossier, DropDowns limits) {
        Sheets.head(sheet, styles, section.code() + " " + section.name(words.locale()),
                words.of("workbook.section.help"), List.of(words.of("form.code"), words.of("form.indicator"),
                        words.of("form.unit"), words.of("form.thisQuarter"), words.of("form.previousQuarter"),
                        words.of("form.sameQuarterLastYear"), words.of("workbook.change"), words.of("workbook.check")));
        sheet.createRow(Layout.COLUMN_CODES_ROW).setZeroHeight(true);
        Map<String, Integer> rows = IntStream.range(0, section.indicators().size()).boxed().collect(
                Collectors.toMap(i -> section.indicators().get(i).code(), i -> Layout.FIRST_ROW + i));
        for (Indicator indicator : section.indicators()) {
            int row = rows.get(indicator.code());
            write(indicator, sheet.createRow(row), dossier);
            check(indicator, sheet.getRow(row), rows);
            limits.limit(sheet, indicator, Layout.VALUE, row, row);
        }
        Sheets.finish(sheet, WIDTHS, Layout.VALUE);
        highlight(Layout.FIRST_ROW + section.indicators().size() - 1);
    }

    private void write(Indicator indicator, Row row, FilingDossier dossier) {
        String code = indicator.code();
        Contents.text(row, Layout.CODE, code, styles.label());
        Contents.text(row, Layout.NAME, words.name(indicator) + (indicator.required() ? " *" : ""), styles.label());
        Contents.text(row, Layout.UNIT, indicator.unit(words.locale()), styles.label());
        contents.value(row, Layout.VALUE, indicator, dossier.document().values().get(code), styles.input(indicator));
        contents.value(row, Layout.PREVIOUS, indicator, dossier.previous().values().get(code), styles.past(indicator));
        contents.value(row, Layout.LAST_YEAR, indicator, dossier.lastYear().values().get(code), styles.past(indicator));
        Cell change = row.createCell(Layout.CHANGE);
        change.setCellStyle(styles.percent());
        if (indicator.numeric()) {
            int n = row.getRowNum() + 1;
            change.setCellFormula("IF(AND(ISNUMBER(D%1$d),ISNUMBER(E%1$d)),IF(E%1$d>0,D%1$d/E%1$d-1,\"\"),\"\")".formatted(n));
        }
    }

    /** Says beside the cell what a spreadsheet can see to be wrong. */
    private void check(Indicator indicator, Row row, Map<String, Integer> rows) {
        String cell = "D" + (row.getRowNum() + 1);
        Cell check = row.createCell(Layout.CHECK);
        check.setCellStyle(styles.check());
        if (indicator.numeric()) {
            check.setCellFormula("IF(%1$s=\"\",%2$s,IF(OR(%1$s=%3$s,%1$s=\"NA\"),%4$s,IF(NOT(ISNUMBER(%1$s)),%5$s,IF(%1$s<0,%6$s,IF(ROUND(%1$s,%7$d)<>%1$s,%8$s,%9$s)))))"
                    .formatted(cell, quoted("workbook.check.empty"), literal(words.notApplicable()),
                            indicator.required() ? quoted("workbook.check.required") : "\"\"",
                            quoted("workbook.check.number"), quoted("workbook.check.negative"), indicator.scale(),
                            quoted("workbook.check.decimals", indicator.scale()), sum(indicator, cell, rows)));
        } else if (indicator.required()) {
            check.setCellFormula("IF(%s=\"\",%s,\"\")".formatted(cell, quoted("workbook.check.required")));
        }
    }

    /** Whether the parts add up, to the last digit that is written. */
    private String sum(Indicator indicator, String cell, Map<String, Integer> rows) {
        return Relations.of(indicator.code()).filter(r -> rows.keySet().containsAll(r.parts())).map(r -> {
            String parts = r.parts().stream().map(p -> "D" + (rows.get(p) + 1)).collect(Collectors.joining(","));
            String difference = "ROUND(SUM(%s)-%s,%d)".formatted(parts, cell, indicator.scale());
            return "IF(COUNT(%s)<%d,\"\",IF(%s,%s&SUM(%s),\"\"))".formatted(parts, r.parts().size(),
                    r.exact() ? difference + "<>0" : difference + ">0",
                    quoted(r.exact() ? "workbook.check.sum" : "workbook.check.at-most", String.join(" + ", r.parts())),
                    parts);
        }).orElse("\"\"");
    }

    private void highlight(int last) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        int first = Layout.FIRST_ROW + 1;
        ConditionalFormattingRule change = formats.createConditionalFormattingRule(
                "AND(ISNUMBER($G%1$d),ABS($G%1$d)>%2$s)".formatted(first, NOTABLE_CHANGE));
        tint(change, "FFE2A8");
        ConditionalFormattingRule wrong = formats.createConditionalFormattingRule(
                "AND($D%1$d<>\"\",$H%1$d<>\"\")".formatted(first));
        tint(wrong, "FBDCD9");
        formats.addConditionalFormatting(column(Layout.CHANGE, last), change);
        formats.addConditionalFormatting(column(Layout.VALUE, last), wrong);
    }

    private static void tint(ConditionalFormattingRule rule, String colour) {
        var fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(Styles.colour(colour));
        fill.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
    }

    private static CellRangeAddress[] column(int column, int last) {
        return new CellRangeAddress[] {new CellRangeAddress(Layout.FIRST_ROW, last, column, column)};
    }

    private String quoted(String key, Object... arguments) {
        return literal(words.of(key, arguments));
    }

    private static String literal(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
