package org.zhibao.filing.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.Figures;

/**
 * Brings a file and the draft together, both grown from the draft at the download: who changed a part wins; where both
 * did, a person chooses.
 */
class Merge {

    private final Map<String, Object> base;
    private final Map<String, Object> mine;
    private final Map<String, Object> theirs;
    private final List<Choice> choices = new ArrayList<>();

    /**
     * @param base  the draft at the download
     * @param file  the same with what the file says
     * @param draft the draft as it is now
     */
    Merge(ReportDocument base, ReportDocument file, ReportDocument draft) {
        this.base = parts(base);
        this.mine = parts(file);
        this.theirs = parts(draft);
        Set<String> keys = new TreeSet<>(this.mine.keySet());
        keys.addAll(this.theirs.keySet());
        keys.forEach(this::compare);
    }

    private void compare(String key) {
        Object my = mine.get(key);
        Object their = theirs.get(key);
        if (!same(my, their) && !same(my, base.get(key))) {
            choices.add(new Choice(key, key.substring(key.indexOf('/') + 1), shown(my), shown(their),
                    !same(their, base.get(key))));
        }
    }

    /** Where the file is to change the draft. */
    List<Choice> choices() {
        return List.copyOf(choices);
    }

    /** The draft with the file's side of every choice, but for those named. */
    ReportDocument document(Set<String> keptInDraft) {
        Map<String, Object> parts = new TreeMap<>(theirs);
        choices.stream().map(Choice::key).filter(key -> !keptInDraft.contains(key)).forEach(key -> {
            if (mine.get(key) == null) {
                parts.remove(key);
            } else {
                parts.put(key, mine.get(key));
            }
        });
        return document(parts);
    }

    private static Map<String, Object> parts(ReportDocument document) {
        Map<String, Object> parts = new HashMap<>();
        document.values().forEach((code, value) -> put(parts, "values/" + code, value));
        document.rows().forEach((group, rows) -> {
            if (rows != null && !rows.isEmpty()) {
                parts.put("rows/" + group, rows);
            }
        });
        document.explanations().forEach((key, text) -> put(parts, "explanations/" + key, text));
        put(parts, ExplanationSheet.PREPARER, document.signatories().preparer());
        put(parts, ExplanationSheet.CHECKER, document.signatories().checker());
        put(parts, ExplanationSheet.RESPONSIBLE, document.signatories().responsible());
        return parts;
    }

    private static void put(Map<String, Object> parts, String key, String value) {
        if (value != null && !value.isBlank()) {
            parts.put(key, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static ReportDocument document(Map<String, Object> parts) {
        Map<String, String> values = new TreeMap<>();
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        Map<String, String> explanations = new TreeMap<>();
        parts.forEach((key, part) -> {
            String code = key.substring(key.indexOf('/') + 1);
            if (key.startsWith("values/")) {
                values.put(code, (String) part);
            } else if (key.startsWith("rows/")) {
                rows.put(code, (List<Map<String, String>>) part);
            } else if (key.startsWith("explanations/")) {
                explanations.put(code, (String) part);
            }
        });
        return new ReportDocument(values, rows, explanations, new ReportDocument.Signatories(
                (String) parts.get(ExplanationSheet.PREPARER), (String) parts.get(ExplanationSheet.CHECKER),
                (String) parts.get(ExplanationSheet.RESPONSIBLE)));
    }

    private static boolean same(Object a, Object b) {
        return Objects.equals(comparable(a), comparable(b));
    }

    /** 1.0 and 1.00 are the same figure, and a column left out the same as a blank one. */
    private static Object comparable(Object part) {
        if (part instanceof String text) {
            return Figures.parse(text).map(BigDecimal::stripTrailingZeros).map(Object.class::cast).orElse(text.strip());
        }
        if (part instanceof List<?> rows) {
            return rows.stream().map(Merge::comparableRow).filter(row -> !row.isEmpty()).toList();
        }
        return part;
    }

    private static Map<String, Object> comparableRow(Object row) {
        Map<String, Object> cells = new TreeMap<>();
        if (row instanceof Map<?, ?> columns) {
            columns.forEach((column, value) -> {
                if (value != null && !value.toString().isBlank()) {
                    cells.put(column.toString(), comparable(value));
                }
            });
        }
        return cells;
    }

    private static String shown(Object part) {
        if (part instanceof List<?> rows) {
            return rows.stream().map(r -> r instanceof Map<?, ?> row
                    ? row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")) : "")
                    .collect(Collectors.joining(" / "));
        }
        return part == null ? "" : part.toString();
    }
}
