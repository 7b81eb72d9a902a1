package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import org.zhibao.registry.file.RowProblem;

/**
 * What a row of an imported list would do.
 *
 * @param line     the row in the file; 0 for a unit that is not in the file
 * @param orgCode  as typed if it is wrong
 * @param changes  field by field
 * @param problems what is wrong; the row is of kind {@link Kind#WRONG} then
 */
public record ImportRow(int line, Kind kind, String orgCode, String name, List<Change> changes,
                        List<RowProblem> problems) {

    /** What becomes of a unit. */
    public enum Kind {
        /** The row has faults; the import waits until there is none. */
        WRONG,
        /** It is registered and put on the list. */
        NEW,
        /** It is registered already and put on the list. */
        JOINED,
        /** It stays on the list and says something else. */
        CHANGED,
        /** It stays as it is. */
        SAME,
        /** It is no longer on the list. */
        GONE
    }

    /** A field before and after. */
    public record Change(UnitField field, String before, String after) {
    }

    static List<Change> changes(Map<UnitField, String> before, Map<UnitField, String> after) {
        return after.entrySet().stream().filter(e -> !e.getValue().equals(before.getOrDefault(e.getKey(), "")))
                .map(e -> new Change(e.getKey(), before.getOrDefault(e.getKey(), ""), e.getValue())).toList();
    }
}
