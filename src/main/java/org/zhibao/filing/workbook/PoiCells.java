package org.zhibao.filing.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Reads cells of a workbook; formulas are never worked out. */
final class PoiCells {

    /** What a spreadsheet keeps, so that 0.1 + 0.2 is 0.3. */
    private static final MathContext DIGITS = new MathContext(15);

    private PoiCells() {
    }

    static Raw raw(Sheet sheet, int rowIndex, int column) {
        Row row = sheet.getRow(rowIndex);
        Cell cell = row == null ? null : row.getCell(column);
        if (cell == null) {
            return Raw.BLANK;
        }
        return switch (cell.getCellType()) {
            case STRING -> Raw.text(cell.getStringCellValue());
            case NUMERIC -> numeric(cell);
            case FORMULA -> Raw.of(Raw.Kind.FORMULA, "=" + cell.getCellFormula());
            case BOOLEAN -> Raw.of(Raw.Kind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> Raw.of(Raw.Kind.ERROR, error(cell));
            default -> Raw.BLANK;
        };
    }

    /** The words of a cell; empty if it holds none. */
    static String text(Sheet sheet, int rowIndex, int column) {
        Row row = sheet.getRow(rowIndex);
        Cell cell = row == null ? null : row.getCell(column);
        return cell != null && cell.getCellType() == CellType.STRING ? cell.getStringCellValue().strip() : "";
    }

    private static Raw numeric(Cell cell) {
        double number = cell.getNumericCellValue();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Raw.of(Raw.Kind.ERROR, "#NUM!");
        }
        String format = String.valueOf(cell.getCellStyle().getDataFormatString());
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime at = DateUtil.getLocalDateTime(number);
            if (at != null) {
                return Raw.date(at.toLocalDate());
            }
        }
        BigDecimal exact = plain(new BigDecimal(number, DIGITS));
        return format.contains("%") ? Raw.percent(exact) : Raw.number(exact);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String error(Cell cell) {
        try {
            return FormulaError.forInt(cell.getErrorCellValue()).getString();
        } catch (IllegalArgumentException unknown) {
            return "#?";
        }
    }
}
