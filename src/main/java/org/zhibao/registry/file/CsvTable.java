package org.zhibao.registry.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhibao.office.FileGuard;
import org.zhibao.office.FileLimits;

/** Reads CSV in UTF-8, or in GB 18030 (and so GBK) as Chinese spreadsheets write it. */
final class CsvTable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final char MARK = '\uFEFF';

    private CsvTable() {
    }

    static Table read(byte[] file) {
        String text = decoded(file, StandardCharsets.UTF_8).or(() -> decoded(file, Charset.forName("GB18030")))
                .filter(t -> t.indexOf('\u0000') < 0).orElseThrow(() -> FileGuard.refused(FileLimits.LIST, "no-list"));
        List<Table.Row> rows = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(
                new StringReader(text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1)))) {
            for (CSVRecord record : parser) {
                if (record.getRecordNumber() > FileLimits.LIST.rows()) {
                    throw FileGuard.refused(FileLimits.LIST, "rows", String.valueOf(FileLimits.LIST.rows()));
                }
                Table.Row row = row(record);
                if (!row.empty()) {
                    rows.add(row);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw FileGuard.refused(FileLimits.LIST, "malformed-csv");
        }
        return new Table(rows);
    }

    private static Table.Row row(CSVRecord record) {
        List<String> cells = new ArrayList<>();
        Map<Integer, String> faults = new HashMap<>();
        for (int column = 0; column < Math.min(record.size(), Table.MOST_COLUMNS); column++) {
            String cell = record.get(column).strip();
            if (cell.startsWith("=")) {
                faults.put(column, "formula");
            }
            cells.add(cell);
        }
        return new Table.Row((int) record.getRecordNumber(), cells, faults);
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }
}
