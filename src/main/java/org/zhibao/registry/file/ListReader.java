package org.zhibao.registry.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.office.FileGuard;
import org.zhibao.office.FileLimits;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.UnitField;

/**
 * Reads a list of units: the first row says which list it is ({@code 名单 | 国控 | 2026}), the second has the headings, each
 * further row is a unit.
 */
@Component
public class ListReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final ListWords words;

    ListReader(ListWords words) {
        this.words = words;
    }

    /**
     * @param list the list it should be
     * @throws Refusal 422 with {@code registry.file.*} if the file is none, is another list, or has wrong headings
     */
    public ListFile read(byte[] file, RosterList list) {
        List<Table.Row> rows = table(file).rows();
        if (rows.isEmpty()) {
            throw refused("empty");
        }
        requireTitle(rows.get(0), list);
        if (rows.size() < 2) {
            throw refused("no-heads");
        }
        Map<Integer, UnitField> heads = heads(rows.get(1));
        Map<UnitField, String> columns = new EnumMap<>(UnitField.class);
        heads.forEach((column, field) -> columns.put(field, name(rows.get(1), column)));
        if (rows.size() == 2) {
            throw refused("no-units");
        }
        return new ListFile(columns, rows.subList(2, rows.size()).stream().map(r -> line(r, heads, rows.get(1))).toList());
    }

    private static Table table(byte[] file) {
        boolean text = !starts(file, ZIP) && !starts(file, OLE) && !starts(file, PDF) && file.length > 0;
        if (!text) {
            return XlsxTable.read(file);
        }
        if (file.length > FileLimits.LIST.megabytes() * 1_000_000) {
            throw refused("too-big", FileLimits.LIST.megabytes());
        }
        return CsvTable.read(file);
    }

    private void requireTitle(Table.Row title, RosterList list) {
        ListKind kind = words.kind(title.cell(1)).orElse(null);
        String term = title.cell(2).toUpperCase(java.util.Locale.ROOT).replaceAll("[年\\s]", "");
        if (kind == null || term.isEmpty()) {
            throw refused("no-title");
        }
        if (kind != list.kind()) {
            throw refused("other-kind", text(kind), text(list.kind()));
        }
        if (!term.equals(list.term())) {
            throw refused("other-term", title.cell(2), list.term());
        }
    }

    private Map<Integer, UnitField> heads(Table.Row row) {
        Map<Integer, UnitField> heads = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        if (!row.faults().isEmpty()) {
            throw refused("heads-merged");
        }
        for (int column = 0; column < row.cells().size(); column++) {
            String heading = row.cell(column);
            if (heading.isEmpty()) {
                continue;
            }
            UnitField field = words.field(heading).orElse(null);
            if (field == null) {
                unknown.add(name(row, column));
            } else if (heads.containsValue(field)) {
                throw refused("head-twice", heading);
            } else {
                heads.put(column, field);
            }
        }
        if (!unknown.isEmpty()) {
            throw refused("heads-unknown", String.join("、", unknown.subList(0, Math.min(5, unknown.size()))));
        }
        String missing = Arrays.stream(UnitField.values()).filter(f -> f.required() && !heads.containsValue(f))
                .map(f -> words.of(f.label(), java.util.Locale.SIMPLIFIED_CHINESE)).collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw refused("heads-missing", missing);
        }
        return heads;
    }

    private static ListLine line(Table.Row row, Map<Integer, UnitField> heads, Table.Row names) {
        Map<UnitField, String> typed = new EnumMap<>(UnitField.class);
        List<RowProblem> problems = new ArrayList<>();
        heads.forEach((column, field) -> typed.put(field, row.cell(column)));
        row.faults().forEach((column, fault) -> problems.add(new RowProblem(row.number(), name(names, column),
                new Refusal.Text("registry.cell." + fault))));
        for (int column = 0; column < row.cells().size(); column++) {
            if (!heads.containsKey(column) && !row.cell(column).isEmpty()) {
                problems.add(new RowProblem(row.number(), Table.letters(column),
                        new Refusal.Text("registry.cell.no-heading")));
            }
        }
        return new ListLine(row.number(), typed, problems);
    }

    private static String name(Table.Row heads, int column) {
        String heading = heads.cell(column);
        return (Table.letters(column) + " " + (heading.length() > 30 ? heading.substring(0, 30) + "…" : heading)).strip();
    }

    private static Refusal.Text text(ListKind kind) {
        return new Refusal.Text("registry.kind." + kind);
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(Arrays.copyOf(file, with.length), with);
    }

    private static Refusal refused(String why, Object... arguments) {
        return FileGuard.refused(FileLimits.LIST, why, arguments);
    }
}
