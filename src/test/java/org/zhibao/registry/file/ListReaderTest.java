package org.zhibao.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.UnitField;
import org.zhibao.registry.UnitTexts;

class ListReaderTest {

    private static final RosterList LIST = new RosterList(ListKind.CITY, "2031");
    private static final Map<UnitField, String> UNIT = UnitTexts.unit("77000001");

    private final ListWords words = new ListWords(messages());
    private final ListReader reader = new ListReader(words);

    @Test
    void aListIsReadFromCsvInBothEncodingsAndFromAWorkbook() {
        String csv = UnitTexts.csv("市控", "2031", List.of(UNIT));
        for (byte[] file : List.of(csv.getBytes(StandardCharsets.UTF_8), csv.getBytes(Charset.forName("GBK")),
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8), workbook(sheet -> { }))) {
            ListFile list = reader.read(file, LIST);

            assertThat(list.lines()).hasSize(1);
            assertThat(list.lines().get(0).number()).isEqualTo(3);
            assertThat(list.lines().get(0).typed()).isEqualTo(UNIT);
            assertThat(list.lines().get(0).problems()).isEmpty();
        }
    }

    /** As programs write it that have no room for the whole. */
    @Test
    void aListThatWasWrittenRowByRowIsReadToo() throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SXSSFSheet sheet = workbook.createSheet("名单");
            int next = 0;
            for (List<String> cells : UnitTexts.rows("市控", "2031", List.of(UNIT))) {
                Row row = sheet.createRow(next++);
                for (int column = 0; column < cells.size(); column++) {
                    row.createCell(column).setCellValue(cells.get(column));
                }
            }
            workbook.write(out);

            assertThat(reader.read(out.toByteArray(), LIST).lines()).singleElement()
                    .satisfies(line -> assertThat(line.typed()).isEqualTo(UNIT));
        }
    }

    @Test
    void theTemplateIsAListWithoutUnits() {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            ListTemplate template = new ListTemplate(words);
            assertThat(refusal(template.workbook(LIST, locale))).isEqualTo("registry.file.no-units");
            assertThat(refusal(template.csv(LIST, locale))).isEqualTo("registry.file.no-units");
        }
    }

    @Test
    void numbersComeAsAPersonWouldWriteThem() {
        byte[] file = workbook(sheet -> {
            sheet.getRow(2).getCell(UnitField.ORG_CODE.ordinal()).setCellValue(183810013d);
            sheet.getRow(2).getCell(UnitField.LONGITUDE.ordinal()).setCellValue(112.98);
        });

        Map<UnitField, String> typed = reader.read(file, LIST).lines().get(0).typed();
        assertThat(typed).containsEntry(UnitField.ORG_CODE, "183810013").containsEntry(UnitField.LONGITUDE, "112.98");
    }

    @Test
    void formulasErrorsAndMergedCellsAreNamedWithRowAndColumn() {
        byte[] file = workbook(sheet -> {
            sheet.getRow(2).getCell(UnitField.NAME.ordinal()).setCellFormula("\"长沙\"&\"纸厂\"");
            sheet.getRow(2).getCell(UnitField.ADDRESS.ordinal()).setCellErrorValue((byte) 0x2A);
            sheet.addMergedRegion(new CellRangeAddress(2, 3, UnitField.CONTACT_NAME.ordinal(),
                    UnitField.CONTACT_NAME.ordinal()));
        });

        assertThat(reader.read(file, LIST).lines().get(0).problems())
                .extracting(p -> p.line() + " " + p.column() + " " + p.text().key()).containsExactlyInAnyOrder(
                        "3 C 单位详细名称 registry.cell.formula", "3 J 详细地址 registry.cell.error-value",
                        "3 Q 填报责任人 registry.cell.merged");
    }

    @Test
    void aListOfAnotherYearOrKindIsRefused() {
        assertThat(refusal(csv("市控", "2030"))).isEqualTo("registry.file.other-term");
        assertThat(refusal(csv("国控", "2031"))).isEqualTo("registry.file.other-kind");
        assertThat(refusal(csv("重点", "2031"))).isEqualTo("registry.file.no-title");
    }

    @Test
    void wrongHeadingsAreRefusedWithTheirNames() {
        assertThat(refusal(withHeads(heads -> heads.set(2, "名称")))).isEqualTo("registry.file.heads-unknown");
        assertThat(refusal(withHeads(heads -> heads.set(3, heads.get(2))))).isEqualTo("registry.file.head-twice");
        assertThat(refusal(withHeads(heads -> heads.set(2, "")))).isEqualTo("registry.file.heads-missing");
        assertThat(refusal("名单,市控,2031".getBytes(StandardCharsets.UTF_8))).isEqualTo("registry.file.no-heads");
        assertThat(refusal(workbook(sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 1)))))
                .isEqualTo("registry.file.heads-merged");
    }

    @Test
    void columnsMayStandInAnyOrderAndThoseNotRequiredMayBeMissing() {
        List<UnitField> kept = new ArrayList<>(Arrays.stream(UnitField.values()).filter(UnitField::required).toList());
        Collections.reverse(kept);
        String csv = "名单,市控,2031\r\n" + String.join(",", kept.stream().map(f -> UnitTexts.heading(f) + "*").toList())
                + "\r\n" + String.join(",", kept.stream().map(UNIT::get).toList());

        assertThat(reader.read(csv.getBytes(StandardCharsets.UTF_8), LIST).lines().get(0).typed())
                .containsOnlyKeys(kept).containsEntry(UnitField.NAME, UNIT.get(UnitField.NAME));
    }

    @Test
    void emptyHugeAndStrangeFilesAreRefused() {
        assertThat(refusal(new byte[0])).isEqualTo("registry.file.empty");
        assertThat(refusal("\r\n,,\r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("registry.file.empty");
        assertThat(refusal(new byte[10_000_001])).isEqualTo("registry.file.too-big");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEqualTo("registry.file.pdf");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0})).startsWith("registry.file.");
        assertThat(refusal("a\u0000b,c".getBytes(StandardCharsets.UTF_8))).isEqualTo("registry.file.no-list");
        assertThat(refusal("名单,市控,\"2031".getBytes(StandardCharsets.UTF_8))).isEqualTo("registry.file.malformed-csv");
        assertThat(refusal(("名单,市控,2031\r\n" + ",\r\n".repeat(20_200)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("registry.file.rows");
    }

    private byte[] csv(String kind, String term) {
        return UnitTexts.csv(kind, term, List.of(UNIT)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withHeads(Consumer<List<String>> change) {
        return workbook(sheet -> {
            List<String> heads = new ArrayList<>();
            sheet.getRow(1).forEach(cell -> heads.add(cell.getStringCellValue()));
            change.accept(heads);
            for (int i = 0; i < heads.size(); i++) {
                sheet.getRow(1).getCell(i).setCellValue(heads.get(i));
            }
        });
    }

    private static byte[] workbook(Consumer<XSSFSheet> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("名单");
            List<List<String>> rows = UnitTexts.rows("市控", "2031", List.of(UNIT));
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
            change.accept(sheet);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String refusal(byte[] file) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> reader.read(file, LIST));
        assertThat(refused).as("refused").isNotNull();
        return refused.fields().get(0).text().key();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
