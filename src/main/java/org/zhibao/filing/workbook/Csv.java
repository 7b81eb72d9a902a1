package org.zhibao.filing.workbook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhibao.refusal.Refusal;

/**
 * A CSV file of codes and values.
 *
 * @param cells code to its value and line (from 0), in the order of the file
 * @param column where the values stand, from 0
 */
record Csv(Map<String, Line> cells, int column) {

    private record Line(String value, int line) {
    }

    private static final int MOST_LINES = 5_000;
    private static final char MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();
    /** What spreadsheets take for the start of a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Set<String> CODE_HEADS = Set.of("代码", "code");
    private static final Set<String> VALUE_HEADS = Set.of("本季度", "thisquarter", "value");

    /** Lines of text, with a byte order mark so that spreadsheets see UTF-8. */
    static String write(List<List<String>> lines) {
        StringBuilder out = new StringBuilder().append(MARK);
        try {
            for (List<String> line : lines) {
                FORMAT.printRecord(out, line.stream().map(Csv::harmless).toArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** Reads UTF-8, or GB 18030 as Chinese spreadsheets write it; refused with 422 if there are no codes and values. */
    static Csv read(byte[] file) {
        String text = decoded(file);
        try (CSVParser parser = FORMAT.builder().setIgnoreEmptyLines(false).get()
                .parse(new StringReader(text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1)))) {
            Map<String, Line> cells = new LinkedHashMap<>();
            int code = -1;
            int value = -1;
            int line = 0;
            for (CSVRecord record : parser) {
                if (line == 0) {
                    code = head(record, CODE_HEADS);
                    value = head(record, VALUE_HEADS);
                } else if (line > MOST_LINES) {
                    throw Refusal.field("file", "workbook.csv.lines", String.valueOf(MOST_LINES));
                } else {
                    add(cells, cell(record, code), cell(record, value), line);
                }
                line++;
            }
            if (cells.isEmpty()) {
                throw Refusal.field("file", "workbook.csv.heads");
            }
            return new Csv(cells, value);
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw Refusal.field("file", "workbook.csv.malformed");
        }
    }

    List<String> codes() {
        return new ArrayList<>(cells.keySet());
    }

    String value(String code) {
        return cells.get(code).value();
    }

    Place place(String code) {
        return new Place("", cells.get(code).line(), column);
    }

    private static void add(Map<String, Line> cells, String code, String value, int line) {
        if (!code.isBlank() && cells.put(code.strip(), new Line(unmarked(value), line)) != null) {
            throw Refusal.field("file", "workbook.csv.twice", code.strip(), String.valueOf(line + 1));
        }
    }

    private static int head(CSVRecord heads, Set<String> names) {
        for (int i = 0; i < heads.size(); i++) {
            if (names.contains(Written.plain(heads.get(i)).toLowerCase(java.util.Locale.ROOT))) {
                return i;
            }
        }
        throw Refusal.field("file", "workbook.csv.heads");
    }

    private static String cell(CSVRecord record, int index) {
        return index < record.size() ? record.get(index) : "";
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String unmarked(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1) : text;
    }

    private static String decoded(byte[] file) {
        return decoded(file, StandardCharsets.UTF_8).or(() -> decoded(file, Charset.forName("GB18030")))
                .orElseThrow(() -> Refusal.field("file", "workbook.csv.malformed"));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }
}
