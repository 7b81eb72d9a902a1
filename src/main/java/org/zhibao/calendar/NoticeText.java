package org.zhibao.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhibao.refusal.Refusal;

/**
 * Reads a year as written, without judging it: either the JSON shape {@code {year, papers[], days[{name, date,
 * isOffDay}]}} or lines of CSV {@code date,kind,name} with the kinds {@code OFF} (休) and {@code WORK} (班).
 */
final class NoticeText {

    /** No year comes near this many characters. */
    static final int LONGEST = 64 * 1024;
    /** No year names as many days. */
    static final int MOST_DAYS = 120;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * A row as written; kind is null if it is neither.
     *
     * @param number from 1: the line of a CSV file, the element of a JSON array
     */
    record Row(int number, String date, DayKind kind, String name) {
    }

    /**
     * What was read.
     *
     * @param year the year it says it is about; null if it does not say
     */
    record Read(String year, List<String> papers, List<Row> rows, List<ImportProblem> problems) {

        private static Read failed(String key, Object... arguments) {
            return new Read(null, List.of(), List.of(),
                    List.of(new ImportProblem(0, new Refusal.Text(key, arguments))));
        }
    }

    private NoticeText() {
    }

    static Read read(String written) {
        String text = written == null ? "" : written.replace(BYTE_ORDER_MARK, "").strip();
        if (text.isEmpty()) {
            return Read.failed("calendar.import.empty");
        }
        if (text.length() > LONGEST) {
            return Read.failed("calendar.import.too-long", LONGEST / 1024);
        }
        return text.startsWith("{") || text.startsWith("[") ? json(text) : csv(text);
    }

    private static Read json(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException bad) {
            return Read.failed("calendar.import.not-json", String.valueOf(bad.getLocation().getLineNr()),
                    String.valueOf(bad.getLocation().getColumnNr()));
        }
        if (!root.path("days").isArray()) {
            return Read.failed("calendar.import.no-days");
        }
        List<String> papers = new ArrayList<>();
        root.path("papers").forEach(paper -> papers.add(paper.asText().strip()));
        List<Row> rows = new ArrayList<>();
        for (JsonNode day : root.path("days")) {
            JsonNode off = day.path("isOffDay");
            DayKind kind = !off.isBoolean() ? null : off.booleanValue() ? DayKind.OFF : DayKind.WORK;
            rows.add(new Row(rows.size() + 1, day.path("date").asText("").strip(), kind,
                    day.path("name").asText("").strip()));
        }
        papers.removeIf(String::isEmpty);
        return new Read(root.hasNonNull("year") ? root.get("year").asText() : null, papers, rows, List.of());
    }

    private static Read csv(String text) {
        List<Row> rows = new ArrayList<>();
        List<ImportProblem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#") || number == 1 && line.toLowerCase(Locale.ROOT)
                    .startsWith("date")) {
                continue;
            }
            String[] cells = line.replace('，', ',').split(",", -1);
            if (cells.length < 3) {
                problems.add(new ImportProblem(number, new Refusal.Text("calendar.import.cells")));
            } else {
                rows.add(new Row(number, cells[0].strip(), kind(cells[1].strip()), cells[2].strip()));
            }
        }
        return new Read(null, List.of(), rows, problems);
    }

    private static DayKind kind(String written) {
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "OFF", "休" -> DayKind.OFF;
            case "WORK", "班" -> DayKind.WORK;
            default -> null;
        };
    }
}
