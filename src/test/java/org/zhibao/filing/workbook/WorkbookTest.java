package org.zhibao.filing.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhibao.filing.workbook.WorkbookSamples.cell;
import static org.zhibao.filing.workbook.WorkbookSamples.dossier;
import static org.zhibao.filing.workbook.WorkbookSamples.edited;
import static org.zhibao.filing.workbook.WorkbookSamples.taken;
import static org.zhibao.filing.workbook.WorkbookSamples.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.ReportDocument;
import org.zhibao.refusal.Refusal;

/** The workbook of one report: what is in it, and what comes back from it. */
class WorkbookTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aWorkbookThatNobodyTouchedChangesNothing(String language) {
        byte[] file = WorkbookSamples.WRITER.workbook(dossier(), Locale.forLanguageTag(language));
        Intake.Taken taken = taken(file);
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.cleaned()).isEmpty();
        assertThat(merge(taken).choices()).isEmpty();
        assertThat(taken.read()).isGreaterThan(80);
    }

    @Test
    void onlyTheCellsToWriteInAreOpen() throws IOException {
        try (XSSFWorkbook workbook = open(workbook())) {
            assertThat(workbook.isStructureLocked()).isTrue();
            for (Sheet sheet : workbook) {
                assertThat(workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) == SheetVisibility.VERY_HIDDEN
                        || sheet.getProtect()).as(sheet.getSheetName()).isTrue();
            }
            Cell figure = cell(workbook, "B07");
            assertThat(figure.getCellStyle().getLocked()).isFalse();
            assertThat(figure.getSheet().getSheetName()).isEqualTo("B废水");
            Row row = figure.getRow();
            for (Cell other : row) {
                assertThat(other.getCellStyle().getLocked()).isEqualTo(other.getColumnIndex() != Layout.VALUE);
            }
            assertThat(figure.getSheet().getDataValidations()).isNotEmpty();
        }
    }

    @Test
    void noTextIsEverAFormula() throws IOException {
        ReportDocument hostile = new ReportDocument(Map.of("A10", "=cmd|' /C calc'!A0", "A07", "@SUM(1)", "A04", "+1"),
                Map.of(), Map.of(), new ReportDocument.Signatories("=1+1", "-2", ""));
        byte[] file = WorkbookSamples.WRITER.workbook(dossier(hostile, "183810013", "2026Q3"), Locale.ENGLISH);
        try (XSSFWorkbook workbook = open(file)) {
            for (String code : new String[] {"A10", "A07", "A04"}) {
                Cell cell = cell(workbook, code);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    @Test
    void whatIsTypedComesBackCleanedOrRefusedAtItsCell() {
        byte[] file = edited(workbook(), w -> {
            cell(w, "A24").setCellValue("１２，３４５.5万元");
            cell(w, "A28").setCellValue("12千克");
            cell(w, "A29").setCellFormula("1+1");
            cell(w, "A30").setBlank();
            cell(w, "B07").setCellValue(-3);
            cell(w, "B09").setCellValue(0.1 + 0.2);
            cell(w, "B11").setCellValue(1.23456789);
            cell(w, "A26主要产品", 0, 1).setCellValue("  瓦楞纸 ");
            cell(w, "A26主要产品", 5, 1).setCellValue("书写纸");
            cell(w, "A26主要产品", 5, 3).setCellValue("很多");
        });
        Intake.Taken taken = taken(file);
        assertThat(taken.figures().values()).containsEntry("A24", "12345.5").containsEntry("B09", "0.3")
                .doesNotContainKeys("A28", "A29", "A30", "B07", "B11");
        assertThat(taken.problems()).extracting(CellNote::path).contains("A28", "A29", "B07", "B11");
        assertThat(taken.problems()).filteredOn(p -> p.path().equals("B07")).singleElement()
                .satisfies(p -> assertThat(p.place()).matches("B废水!D\\d+"));
        assertThat(taken.problems()).filteredOn(p -> p.path().startsWith("A26")).singleElement().satisfies(p -> {
            assertThat(p.place()).isEqualTo("A26主要产品!D10");
            assertThat(p.typed()).isEqualTo("很多");
        });
        assertThat(taken.cleaned()).extracting(CellNote::path).containsExactly("A24");
        assertThat(taken.figures().rows("A26").get(0)).containsEntry("product_name", "瓦楞纸");
        ReportDocument merged = merge(taken).document(java.util.Set.of());
        assertThat(merged.values()).as("what cannot be taken stays").containsEntry("B07",
                dossier().document().values().get("B07")).doesNotContainKey("A30");
    }

    @ParameterizedTest
    @MethodSource
    void aWorkbookOfAnotherReportIsRefused(String reason, FilingDossier other) {
        assertThat(refusal(WorkbookSamples.WRITER.workbook(other, Locale.ENGLISH))).isEqualTo(reason);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> aWorkbookOfAnotherReportIsRefused() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of("other-unit",
                        dossier(WorkbookSamples.document(), "765432105", "2026Q3")),
                org.junit.jupiter.params.provider.Arguments.of("other-period",
                        dossier(WorkbookSamples.document(), "183810013", "2026Q2")));
    }

    @Test
    void aWorkbookWhoseHiddenDetailsWereChangedIsRefused() {
        assertThat(refusal(edited(workbook(), w -> w.getSheet(Seal.SHEET).getRow(5).getCell(0).setCellValue("9"))))
                .isEqualTo("seal");
        assertThat(refusal(edited(workbook(), w -> w.getSheet(Seal.SHEET).getRow(4).getCell(0).setCellValue("2026Q2"))))
                .isEqualTo("seal");
        assertThat(refusal(edited(workbook(), w -> w.getSheet(Seal.SHEET).getRow(1).getCell(0).setCellValue("0"))))
                .isEqualTo("other-layout");
        assertThat(refusal(edited(workbook(), w -> w.removeSheetAt(w.getSheetIndex(Seal.SHEET))))).isEqualTo("foreign");
    }

    @Test
    void aWorkbookThatWasTakenApartIsRefused() {
        assertThat(refusal(edited(workbook(), w -> w.removeSheetAt(w.getSheetIndex("B废水"))))).isEqualTo("sheet-missing");
        assertThat(refusal(edited(workbook(), w -> {
            Row row = cell(w, "B07").getRow();
            row.getSheet().removeRow(row);
        }))).isEqualTo("row-missing");
        assertThat(refusal(edited(workbook(), w -> cell(w, "B07").getRow().getCell(Layout.CODE).setCellValue("B06"))))
                .isEqualTo("twice");
        assertThat(refusal(edited(workbook(), w -> w.getSheet("A26主要产品").removeRow(
                w.getSheet("A26主要产品").getRow(Layout.COLUMN_CODES_ROW))))).isEqualTo("columns");
    }

    @Test
    void changesOfBothSidesMeetOnlyWhereBothTouchedTheSameCell() {
        ReportDocument base = values(Map.of("A27", "1", "A28", "1", "A29", "1", "A30", "1"));
        ReportDocument file = values(Map.of("A27", "2", "A28", "1.00", "A29", "2", "A30", "2"));
        ReportDocument draft = values(Map.of("A27", "1", "A28", "3", "A29", "3", "A30", "2.0"));
        Merge merge = new Merge(base, file, draft);
        assertThat(merge.choices()).extracting(Choice::code, Choice::conflict).containsExactly(
                org.assertj.core.groups.Tuple.tuple("A27", false), org.assertj.core.groups.Tuple.tuple("A29", true));
        assertThat(merge.document(java.util.Set.of()).values()).isEqualTo(
                Map.of("A27", "2", "A28", "3", "A29", "2", "A30", "2.0"));
        assertThat(merge.document(java.util.Set.of("values/A29")).values()).containsEntry("A29", "3");
    }

    private static ReportDocument values(Map<String, String> values) {
        return new ReportDocument(values, Map.of(), Map.of(), ReportDocument.Signatories.NONE);
    }

    private static Merge merge(Intake.Taken taken) {
        ReportDocument draft = dossier().document();
        return new Merge(draft, new ReportDocument(taken.over(draft).values(), taken.over(draft).rows(),
                draft.explanations(), draft.signatories()), draft);
    }

    private static String refusal(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> taken(file)).fields().get(0).text().key()
                .replace("workbook.refused.", "");
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
