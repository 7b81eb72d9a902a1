package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhibao.filing.FilingDossier.CellChange;
import org.zhibao.indicator.Figures;

/** What differs between two sets of figures, cell by cell. */
final class CellChanges {

    private CellChanges() {
    }

    static List<CellChange> between(Figures before, Figures after) {
        Map<String, String> old = cells(before);
        Map<String, String> current = cells(after);
        SortedSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(current.keySet());
        return paths.stream().filter(p -> !same(old.get(p), current.get(p)))
                .map(p -> new CellChange(p, old.get(p), current.get(p))).toList();
    }

    /** What each cell holds, by its path; blank cells are left out. */
    static Map<String, String> cells(Figures figures) {
        Map<String, String> cells = new TreeMap<>();
        figures.values().forEach((code, value) -> put(cells, code, value));
        figures.rows().forEach((group, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                String row = group + "[" + i + "].";
                rows.get(i).forEach((column, value) -> put(cells, row + column, value));
            }
        });
        return cells;
    }

    private static void put(Map<String, String> cells, String path, String value) {
        if (value != null && !value.isBlank()) {
            cells.put(path, value);
        }
    }

    /** 1.0 and 1.00 are the same figure. */
    private static boolean same(String a, String b) {
        if (Objects.equals(a, b)) {
            return true;
        }
        if (a == null || b == null) {
            return false;
        }
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException words) {
            return false;
        }
    }
}
