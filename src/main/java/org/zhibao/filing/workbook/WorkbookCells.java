package org.zhibao.filing.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.RowGroup;
import org.zhibao.indicator.Section;
import org.zhibao.office.FileLimits;

/** Finds the cells that can be written to, by the codes beside and above them. */
class WorkbookCells {

    private static final int MOST_WORDS = 500;
    private static final int MOST_COLUMNS = 60;

    private final XSSFWorkbook workbook;
    private final FormDefinition form;

    WorkbookCells(XSSFWorkbook workbook, FormDefinition form) {
        this.workbook = workbook;
        this.form = form;
    }

    ReadFile read() {
        List<Input> inputs = new ArrayList<>();
        Map<String, List<List<Input>>> tables = new LinkedHashMap<>();
        for (Section section : form.sections()) {
            inputs.addAll(section(section));
            for (RowGroup group : section.groups()) {
                tables.put(group.code(), table(group, sheet(group.code(), group.zh(), group.en())));
            }
        }
        return new ReadFile(inputs, tables, words());
    }

    private List<Input> section(Section section) {
        if (section.indicators().isEmpty()) {
            return List.of();
        }
        Sheet sheet = sheet(section.code(), section.zh(), section.en());
        Map<String, Integer> rows = rows(sheet);
        List<Input> inputs = new ArrayList<>();
        for (Indicator indicator : section.indicators()) {
            Integer row = rows.get(indicator.code());
            if (row == null) {
                throw WorkbookRefused.because("row-missing", sheet.getSheetName(), indicator.code());
            }
            inputs.add(new Input(indicator.code(), indicator, new Place(sheet.getSheetName(), row, Layout.VALUE),
                    PoiCells.raw(sheet, row, Layout.VALUE)));
        }
        return inputs;
    }

    /** The row of each code; a code that stands twice makes the file unreadable. */
    private Map<String, Integer> rows(Sheet sheet) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = Layout.FIRST_ROW; row <= Math.min(sheet.getLastRowNum(), FileLimits.REPORT.rows()); row++) {
            String code = PoiCells.text(sheet, row, Layout.CODE);
            if (!code.isEmpty() && rows.put(code, row) != null) {
                throw WorkbookRefused.because("twice", sheet.getSheetName(), code);
            }
        }
        return rows;
    }

    private List<List<Input>> table(RowGroup group, Sheet sheet) {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 1; column <= MOST_COLUMNS; column++) {
            columns.put(PoiCells.text(sheet, Layout.COLUMN_CODES_ROW, column), column);
        }
        List<List<Input>> rows = new ArrayList<>();
        for (int at = Layout.FIRST_ROW; at < Layout.FIRST_ROW + group.maxRows(); at++) {
            List<Input> row = new ArrayList<>();
            for (Indicator column : group.columns()) {
                Integer index = columns.get(column.code());
                if (index == null) {
                    throw WorkbookRefused.because("columns", sheet.getSheetName());
                }
                row.add(new Input(CellPath.inRow(group.code(), rows.size(), column.code()), column,
                        new Place(sheet.getSheetName(), at, index), PoiCells.raw(sheet, at, index)));
            }
            if (row.stream().anyMatch(i -> !i.raw().blank())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        explanations().ifPresent(sheet -> {
            for (int row = Layout.FIRST_ROW; row <= Math.min(sheet.getLastRowNum(), MOST_WORDS); row++) {
                String key = PoiCells.text(sheet, row, Layout.KEY);
                if (!key.isEmpty()) {
                    words.put(key, PoiCells.raw(sheet, row, Layout.EXPLANATION).text().strip());
                }
            }
        });
        return words;
    }

    /** The sheet of explanations: the one that has the signatories' keys. */
    Optional<Sheet> explanations() {
        return sheets().filter(s -> ExplanationSheet.PREPARER.equals(
                PoiCells.text(s, Layout.FIRST_ROW, Layout.KEY))).findFirst();
    }

    private Sheet sheet(String code, String zh, String en) {
        return Stream.of(zh, en).map(name -> workbook.getSheet(Layout.sheetName(code, name)))
                .filter(Objects::nonNull).map(s -> (Sheet) s).findFirst()
                .orElseThrow(() -> WorkbookRefused.because("sheet-missing", code));
    }

    private Stream<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheets::add);
        return sheets.stream();
    }
}
