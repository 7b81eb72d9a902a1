package org.zhibao.filing.workbook;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.zhibao.indicator.Dictionary;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.ValueType;

/** Puts figures and words into cells: numbers as numbers, everything else as text and never as a formula. */
record Contents(Words words, IndicatorCatalogue catalogue) {

    /** Spreadsheets keep 15 significant digits. */
    private static final int EXACT_DIGITS = 15;

    private static final Pattern ESCAPED = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

    /** A cell with words. */
    static Cell text(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (text != null && !text.isEmpty()) {
            // in the file format _x0041_ stands for A
            cell.setCellValue(ESCAPED.matcher(text).replaceAll("_x005F_$1"));
        }
        return cell;
    }

    static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    /** A cell with the value of an indicator as a report holds it; blank for null. */
    void value(Row row, int column, Indicator indicator, String value, CellStyle style) {
        if (value == null || value.isBlank()) {
            text(row, column, "", style);
        } else if (indicator.numeric() && exact(value)) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(style);
            cell.setCellValue(Double.parseDouble(value));
        } else {
            text(row, column, shown(indicator, value), style);
        }
    }

    private String shown(Indicator indicator, String value) {
        if (Figures.NOT_APPLICABLE.equals(value)) {
            return words.notApplicable();
        }
        if (indicator.type() != ValueType.CODE && indicator.type() != ValueType.CODES) {
            return value;
        }
        Dictionary dictionary = catalogue.dictionary(indicator.dictionary());
        return Pattern.compile(",").splitAsStream(value)
                .map(code -> dictionary.entry(code).map(this::label).orElse(code)).collect(Collectors.joining(", "));
    }

    /** How a code stands in a drop-down. */
    String label(Dictionary.Entry entry) {
        return WrittenCode.label(entry, entry.name(words.locale()));
    }

    private static boolean exact(String value) {
        return Figures.parse(value).filter(n -> n.stripTrailingZeros().precision() <= EXACT_DIGITS).isPresent();
    }
}
