package org.zhibao.filing.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhibao.indicator.Dictionary;
import org.zhibao.indicator.Indicator;

/** What a spreadsheet lets people type into a cell: drop-downs of codes, numbers within the indicator's limits. */
class DropDowns {

    private static final String SHEET = "_lists";
    private static final int LONGEST_HINT = 250;

    private final Contents contents;
    private final Sheet lists;
    private final Map<String, Integer> columns = new HashMap<>();

    DropDowns(XSSFWorkbook workbook, Contents contents) {
        this.contents = contents;
        this.lists = workbook.createSheet(SHEET);
        workbook.setSheetVisibility(workbook.getSheetIndex(lists), SheetVisibility.VERY_HIDDEN);
    }

    /** Limits the cells of one column from row to row to what the indicator can hold. */
    void limit(XSSFSheet sheet, Indicator indicator, int column, int firstRow, int lastRow) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String cell = new CellReference(firstRow, column, false, true).formatAsString();
        DataValidationConstraint constraint = switch (indicator.type()) {
            case CODE -> helper.createFormulaListConstraint(list(indicator));
            case NUMBER -> helper.createCustomConstraint(numbers(indicator, cell));
            case TEXT -> helper.createTextLengthConstraint(DataValidationConstraint.OperatorType.LESS_OR_EQUAL,
                    String.valueOf(Math.max(indicator.maxLength(), contents.words().notApplicable().length())), null);
            case CODES, MONTH -> null;
        };
        CellRangeAddressList cells = new CellRangeAddressList(firstRow, lastRow, column, column);
        if (constraint == null) {
            // anything goes, but say what is expected
            constraint = helper.createTextLengthConstraint(DataValidationConstraint.OperatorType.GREATER_OR_EQUAL,
                    "0", null);
        }
        DataValidation validation = helper.createValidation(constraint, cells);
        validation.setSuppressDropDownArrow(true);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox(title(indicator), hint(indicator));
        validation.setShowPromptBox(true);
        validation.createPromptBox(title(indicator), hint(indicator));
        sheet.addValidationData(validation);
    }

    private String numbers(Indicator indicator, String cell) {
        return "OR(%1$s=\"%2$s\",%1$s=\"NA\",AND(ISNUMBER(%1$s),%1$s>=0,%1$s<1E%3$d,ROUND(%1$s,%4$d)=%1$s))".formatted(
                cell, contents.words().notApplicable(), indicator.precision() - indicator.scale(), indicator.scale());
    }

    private String list(Indicator indicator) {
        Dictionary dictionary = contents.catalogue().dictionary(indicator.dictionary());
        int column = columns.computeIfAbsent(dictionary.id(), id -> fill(dictionary));
        int rows = dictionary.entries().size() + (indicator.required() ? 0 : 1);
        String letters = CellReference.convertNumToColString(column);
        return "%s!$%s$1:$%s$%d".formatted(SHEET, letters, letters, rows);
    }

    /** The codes with their names, and "not applicable" below them. */
    private int fill(Dictionary dictionary) {
        int column = columns.size();
        List<String> labels = new java.util.ArrayList<>(dictionary.entries().stream().map(contents::label).toList());
        labels.add(contents.words().notApplicable());
        for (int i = 0; i < labels.size(); i++) {
            Contents.row(lists, i).createCell(column).setCellValue(labels.get(i));
        }
        return column;
    }

    private String title(Indicator indicator) {
        return cut(contents.words().name(indicator), 30);
    }

    private String hint(Indicator indicator) {
        Words words = contents.words();
        String what = switch (indicator.type()) {
            case NUMBER -> words.of("workbook.hint.number", indicator.scale(), unit(indicator));
            case CODE -> words.of("workbook.hint.code");
            case CODES -> words.of("workbook.hint.codes", String.join("; ", contents.catalogue()
                    .dictionary(indicator.dictionary()).entries().stream().map(contents::label).toList()));
            case MONTH -> words.of("workbook.hint.month");
            case TEXT -> words.of("workbook.hint.text", indicator.maxLength());
        };
        String help = indicator.help(words.locale());
        return cut((indicator.required() ? words.of("workbook.hint.required", what)
                : words.of("workbook.hint.optional", what)) + (help.isEmpty() ? "" : "\n" + help), LONGEST_HINT);
    }

    private String unit(Indicator indicator) {
        String unit = indicator.unit(contents.words().locale());
        return unit.isEmpty() ? "–" : unit;
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length - 1) + "…" : text;
    }
}
