package org.zhibao.registry.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.UnitField;

/** An empty list to fill in: with the row that says which list it is, the headings, and a sheet that explains them. */
@Component
public class ListTemplate {

    private static final int WIDTH = 20 * 256;
    private static final int WIDE = 90 * 256;

    private final ListWords words;

    ListTemplate(ListWords words) {
        this.words = words;
    }

    /** As a workbook whose cells are texts, so that codes keep their zeros. */
    public byte[] workbook(RosterList list, Locale locale) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle bold = workbook.createCellStyle();
            XSSFFont font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            bold.setDataFormat(text.getDataFormat());
            XSSFSheet sheet = workbook.createSheet(words.of("registry.template.sheet", locale));
            write(sheet.createRow(0), title(list, locale), bold);
            write(sheet.createRow(1), headings(locale), bold);
            for (int column = 0; column < UnitField.values().length; column++) {
                sheet.setDefaultColumnStyle(column, text);
                sheet.setColumnWidth(column, WIDTH);
            }
            sheet.createFreezePane(0, 2);
            explain(workbook.createSheet(words.of("registry.template.help", locale)), bold, locale);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As CSV in UTF-8, with the mark by which spreadsheets know it. */
    public byte[] csv(RosterList list, Locale locale) {
        return ("\uFEFF" + String.join(",", title(list, locale)) + "\r\n" + String.join(",", headings(locale)) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void explain(XSSFSheet sheet, CellStyle bold, Locale locale) {
        int next = 0;
        for (UnitField field : UnitField.values()) {
            Row row = sheet.createRow(next++);
            row.createCell(0).setCellValue(heading(field, locale));
            row.getCell(0).setCellStyle(bold);
            row.createCell(1).setCellValue(words.of("registry.help." + field.id(), locale));
        }
        sheet.setColumnWidth(0, WIDTH);
        sheet.setColumnWidth(1, WIDE);
    }

    private List<String> title(RosterList list, Locale locale) {
        return List.of(words.of("registry.template.title", locale), words.of("registry.kind." + list.kind(), locale),
                list.term());
    }

    private List<String> headings(Locale locale) {
        return Arrays.stream(UnitField.values()).map(f -> heading(f, locale)).collect(Collectors.toList());
    }

    private String heading(UnitField field, Locale locale) {
        return words.of(field.label(), locale) + (field.required() ? "*" : "");
    }

    private static void write(Row row, List<String> cells, CellStyle style) {
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column));
            row.getCell(column).setCellStyle(style);
        }
    }
}
