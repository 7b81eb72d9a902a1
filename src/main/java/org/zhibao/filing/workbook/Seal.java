package org.zhibao.filing.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.zhibao.audit.Sha256;
import org.zhibao.filing.ReportDocument;

/**
 * What a workbook was made for, on a sheet nobody sees. Its SHA-256 tells a file that was put together by hand or damaged
 * from one that was downloaded; it is no signature, and nothing but messages and the comparison of cells rests on it:
 * rights come from who is signed in.
 *
 * @param orgCode      the unit
 * @param unitName     its name, for messages
 * @param period       the quarter, {@code 2026Q3}
 * @param draftVersion the draft's version at the download
 * @param draft        the draft at the download, to see later who changed which cell
 */
record Seal(String orgCode, String unitName, String period, int draftVersion, ReportDocument draft) {

    /** The arrangement of sheets, rows and columns; a file of another one cannot be read. */
    static final String LAYOUT = "1";

    static final String SHEET = "_zhibao";

    private static final String MARK = "zhibao-workbook";
    private static final int FACTS = 7;
    private static final int CHUNK = 30_000;
    private static final int MOST_CHUNKS = 60;

    /** The sheet is there, but is not what was written. */
    static class Broken extends Exception {

        private final String layout;

        Broken(String layout) {
            super("layout " + layout);
            this.layout = layout;
        }

        /** Whether the file is sound, but of another arrangement. */
        boolean ofOtherLayout() {
            return layout != null && !LAYOUT.equals(layout);
        }
    }

    void write(Workbook workbook, ObjectMapper json) {
        Sheet sheet = workbook.createSheet(SHEET);
        String[] facts = facts(encoded(json));
        for (int i = 0; i < facts.length; i++) {
            sheet.createRow(i).createCell(0).setCellValue(facts[i]);
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    /** The seal of a workbook; empty if it has none. */
    static Optional<Seal> read(Workbook workbook, ObjectMapper json) throws Broken {
        Sheet sheet = workbook.getSheet(SHEET);
        if (sheet == null || !MARK.equals(text(sheet, 0))) {
            return Optional.empty();
        }
        if (!LAYOUT.equals(text(sheet, 1)) || !text(sheet, 5).matches("[0-9]{1,9}")) {
            throw new Broken(text(sheet, 1));
        }
        String encoded = IntStream.range(FACTS, Math.min(sheet.getLastRowNum() + 1, FACTS + MOST_CHUNKS))
                .mapToObj(i -> text(sheet, i)).collect(Collectors.joining());
        try {
            ReportDocument draft = json.readValue(Base64.getDecoder().decode(encoded), ReportDocument.class);
            Seal seal = new Seal(text(sheet, 2), text(sheet, 3), text(sheet, 4), Integer.parseInt(text(sheet, 5)),
                    draft);
            if (!seal.digest(encoded).equals(text(sheet, 6))) {
                throw new Broken(null);
            }
            return Optional.of(seal);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Broken(null);
        }
    }

    private String[] facts(String encoded) {
        String[] fixed = {MARK, LAYOUT, orgCode, unitName, period, String.valueOf(draftVersion), digest(encoded)};
        int chunks = (encoded.length() + CHUNK - 1) / CHUNK;
        String[] facts = java.util.Arrays.copyOf(fixed, FACTS + chunks);
        for (int i = 0; i < chunks; i++) {
            facts[FACTS + i] = encoded.substring(i * CHUNK, Math.min((i + 1) * CHUNK, encoded.length()));
        }
        return facts;
    }

    private String encoded(ObjectMapper json) {
        try {
            return Base64.getEncoder().encodeToString(json.writeValueAsBytes(draft));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String digest(String encoded) {
        String sealed = String.join("\n", LAYOUT, orgCode, unitName, period, String.valueOf(draftVersion), encoded);
        return Sha256.of(sealed.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Sheet sheet, int row) {
        Row found = sheet.getRow(row);
        Cell cell = found == null ? null : found.getCell(0);
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }
}
