package org.zhibao.registry.file;

import java.util.List;
import java.util.Map;
import org.zhibao.registry.UnitField;

/**
 * A list of units as it was read.
 *
 * @param columns letter and heading of the columns the file has
 */
public record ListFile(Map<UnitField, String> columns, List<ListLine> lines) {

    /** Letter and heading of a field's column; empty if the file has none. */
    public String column(UnitField field) {
        return columns.getOrDefault(field, "");
    }
}
