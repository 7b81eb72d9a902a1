package org.zhibao.filing.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhibao.indicator.Indicator;

/** The looks of cells, each made once. Everything is locked but the cells to write in. */
class Styles {

    static final String BRAND = "12486B";
    static final String HEAD = "E6F2F5";
    static final String INPUT = "FFFBE6";

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle title() {
        return made.computeIfAbsent("title", k -> style(s -> s.setFont(font(15, true, BRAND))));
    }

    XSSFCellStyle help() {
        return made.computeIfAbsent("help", k -> style(s -> s.setFont(font(10, false, "51606F"))));
    }

    XSSFCellStyle paragraph() {
        return made.computeIfAbsent("paragraph", k -> style(s -> {
            s.setWrapText(true);
            s.setVerticalAlignment(VerticalAlignment.TOP);
        }));
    }

    XSSFCellStyle head() {
        return made.computeIfAbsent("head", k -> style(s -> {
            s.setFont(font(11, true, BRAND));
            fill(s, HEAD);
            border(s);
            s.setWrapText(true);
            s.setAlignment(HorizontalAlignment.CENTER);
            s.setVerticalAlignment(VerticalAlignment.CENTER);
        }));
    }

    /** Words that cannot be changed. */
    XSSFCellStyle label() {
        return made.computeIfAbsent("label", k -> style(s -> {
            border(s);
            s.setWrapText(true);
            s.setVerticalAlignment(VerticalAlignment.CENTER);
        }));
    }

    XSSFCellStyle check() {
        return made.computeIfAbsent("check", k -> style(s -> {
            s.setFont(font(10, false, "B3261E"));
            s.setVerticalAlignment(VerticalAlignment.CENTER);
        }));
    }

    XSSFCellStyle percent() {
        return made.computeIfAbsent("percent", k -> style(s -> {
            border(s);
            s.setDataFormat(workbook.createDataFormat().getFormat("+0.0%;-0.0%;0.0%"));
        }));
    }

    /** A figure or word of an earlier quarter. */
    XSSFCellStyle past(Indicator indicator) {
        return made.computeIfAbsent("past" + format(indicator), k -> style(s -> {
            border(s);
            s.setFont(font(11, false, "51606F"));
            content(s, indicator);
        }));
    }

    /** A cell to write in. */
    XSSFCellStyle input(Indicator indicator) {
        return made.computeIfAbsent("input" + format(indicator), k -> style(s -> {
            open(s);
            content(s, indicator);
        }));
    }

    /** A cell to write words in. */
    XSSFCellStyle words() {
        return made.computeIfAbsent("words", k -> style(s -> {
            open(s);
            asText(s);
            s.setWrapText(true);
            s.setVerticalAlignment(VerticalAlignment.TOP);
        }));
    }

    private void open(XSSFCellStyle style) {
        border(style);
        fill(style, INPUT);
        style.setLocked(false);
    }

    private void content(XSSFCellStyle style, Indicator indicator) {
        if (indicator.numeric()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(format(indicator)));
            style.setAlignment(HorizontalAlignment.RIGHT);
        } else {
            asText(style);
            style.setWrapText(true);
        }
        style.setVerticalAlignment(VerticalAlignment.CENTER);
    }

    /** So that a spreadsheet never takes the words for a formula, whatever they begin with. */
    private void asText(XSSFCellStyle style) {
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setQuotePrefixed(true);
    }

    private static String format(Indicator indicator) {
        return !indicator.numeric() ? "@" : indicator.scale() == 0 ? "#,##0" : "#,##0." + "0".repeat(indicator.scale());
    }

    private XSSFCellStyle style(Consumer<XSSFCellStyle> look) {
        XSSFCellStyle style = workbook.createCellStyle();
        look.accept(style);
        return style;
    }

    private XSSFFont font(int points, boolean bold, String colour) {
        XSSFFont font = workbook.createFont();
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(colour));
        return font;
    }

    static void fill(XSSFCellStyle style, String colour) {
        style.setFillForegroundColor(colour(colour));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void border(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        short grey = IndexedColors.GREY_25_PERCENT.getIndex();
        style.setTopBorderColor(grey);
        style.setBottomBorderColor(grey);
        style.setLeftBorderColor(grey);
        style.setRightBorderColor(grey);
    }

    static XSSFColor colour(String rgb) {
        return new XSSFColor(java.util.HexFormat.of().parseHex(rgb), null);
    }
}
