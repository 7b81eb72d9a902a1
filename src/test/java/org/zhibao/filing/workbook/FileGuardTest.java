package org.zhibao.filing.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhibao.filing.workbook.WorkbookSamples.edited;
import static org.zhibao.filing.workbook.WorkbookSamples.repacked;
import static org.zhibao.filing.workbook.WorkbookSamples.withPart;
import static org.zhibao.filing.workbook.WorkbookSamples.withText;
import static org.zhibao.filing.workbook.WorkbookSamples.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhibao.office.FileGuard;
import org.zhibao.office.FileLimits;
import org.zhibao.refusal.Refusal;

/** Files that are no plain workbook: each is refused with its reason, quickly and in little memory. */
class FileGuardTest {

    private static final byte[] GOOD = workbook();
    private static final String TYPES = "[Content_Types].xml";
    private static final String SHEET = "xl/worksheets/sheet3.xml";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    @Test
    void aDownloadedWorkbookPasses() {
        assertThatCode(() -> FileGuard.requireWorkbook(GOOD, FileLimits.REPORT)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void badFilesAreRefusedWithTheirReason(String what, byte[] file, String reason) {
        Refusal refused = Assertions.assertTimeout(Duration.ofSeconds(5), () -> refusal(file));
        assertThat(refused.fields().get(0).text().key()).isEqualTo("workbook.refused." + reason);
    }

    static Stream<Arguments> badFilesAreRefusedWithTheirReason() throws IOException {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>";
        return Stream.of(
                Arguments.of("nothing", new byte[0], "empty"),
                Arguments.of("a PDF with another name", "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII), "pdf"),
                Arguments.of("words", "直报".repeat(100).getBytes(StandardCharsets.UTF_8), "no-workbook"),
                Arguments.of("the old format", oldFormat(), "old-format"),
                Arguments.of("six megabytes", Arrays.copyOf(GOOD, 6_000_000), "too-big"),
                Arguments.of("half a file", Arrays.copyOf(GOOD, GOOD.length / 2), "damaged"),
                Arguments.of("a ZIP of something else", zip(Map.of("a.xml", "<a/>")), "no-workbook"),
                Arguments.of("a text document", withText(GOOD, TYPES, MAIN, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), "no-workbook"),
                Arguments.of("macros", withPart(GOOD, "xl/vbaProject.bin", "Sub AutoOpen"), "macros"),
                Arguments.of("a workbook for macros", withText(GOOD, TYPES, MAIN, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "macros"),
                Arguments.of("macros of Excel 4", withPart(GOOD, "xl/macrosheets/sheet1.xml", "<a/>"), "macros"),
                Arguments.of("links to other files", withPart(GOOD, "xl/externalLinks/externalLink1.xml", "<a/>"), "links"),
                Arguments.of("data connections", withPart(GOOD, "xl/connections.xml", "<a/>"), "links"),
                Arguments.of("a relationship that leads out", withPart(GOOD, "xl/worksheets/_rels/sheet3.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://evil.example/x.png\" TargetMode=\"External\"/></Relationships>"), "links"),
                Arguments.of("an embedded file", withPart(GOOD, "xl/embeddings/oleObject1.bin", "MZ"), "embedded"),
                Arguments.of("a control", withPart(GOOD, "xl/activeX/activeX1.xml", "<a/>"), "embedded"),
                Arguments.of("a program", withPart(GOOD, "xl/setup.exe", "MZ"), "embedded"),
                Arguments.of("XML that poses as a picture", withPart(GOOD, "xl/media/image1.png", entity), "embedded"),
                Arguments.of("an external entity", withPart(GOOD, SHEET, entity), "damaged"),
                Arguments.of("entities of entities", withPart(GOOD, "docProps/core.xml", laughs), "damaged"),
                Arguments.of("an entity in a drawing", withPart(GOOD, "xl/drawings/vmlDrawing1.vml", entity), "damaged"),
                Arguments.of("XML without an end", withPart(GOOD, SHEET, "<worksheet>"), "damaged"),
                Arguments.of("deep nesting", withPart(GOOD, SHEET, "<a>".repeat(5_000) + "</a>".repeat(5_000)), "damaged"),
                Arguments.of("a million rows", withPart(GOOD, SHEET, "<worksheet><sheetData>" + "<row/>".repeat(1_000_000) + "</sheetData></worksheet>"), "rows"),
                Arguments.of("a million cells", withPart(GOOD, SHEET, "<worksheet><sheetData><row>" + "<c/>".repeat(1_000_000) + "</row></sheetData></worksheet>"), "rows"),
                Arguments.of("a zip bomb", bomb(), "unpacked"),
                Arguments.of("a thousand parts", manyParts(), "unpacked"));
    }

    @Test
    void whatSpreadsheetsAddByThemselvesIsTaken() {
        byte[] worked = edited(GOOD, w -> {
            w.getSheetAt(0).setTabColor(new org.apache.poi.xssf.usermodel.XSSFColor(IndexedColors.RED, null));
            w.getSheetAt(0).createDrawingPatriarch().createCellComment(w.getCreationHelper().createClientAnchor());
        });
        assertThatCode(() -> FileGuard.requireWorkbook(worked, FileLimits.REPORT)).doesNotThrowAnyException();
    }

    @Test
    void aFileThatPassesTheGuardAndIsDamagedInsideIsRefusedToo() {
        byte[] file = repacked(GOOD, parts -> {
            parts.remove("xl/workbook.xml");
            return parts;
        });
        Refusal refused = catchThrowableOfType(Refusal.class, () -> WorkbookSamples.READER.open(file));
        assertThat(refused.fields().get(0).text().key()).isEqualTo("workbook.refused.damaged");
    }

    private static Refusal refusal(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> FileGuard.requireWorkbook(file, FileLimits.REPORT));
    }

    private static byte[] oldFormat() throws IOException {
        try (HSSFWorkbook old = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            old.createSheet("A");
            old.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** A gigabyte of blanks in a megabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 1_000; i++) {
                zip.write(blanks);
            }
        }
        return out.toByteArray();
    }

    private static byte[] manyParts() {
        return repacked(GOOD, parts -> {
            for (int i = 0; i < 1_000; i++) {
                parts.put("docProps/part" + i + ".xml", "<a/>".getBytes(StandardCharsets.UTF_8));
            }
            return parts;
        });
    }
}
