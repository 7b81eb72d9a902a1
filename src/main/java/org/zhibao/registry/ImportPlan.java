package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import org.zhibao.audit.Sha256;

/**
 * What applying a file would do.
 *
 * @param rows   in the order of the file, then what would leave the list
 * @param values what each unit of the file would say, by organisation code
 */
record ImportPlan(List<ImportRow> rows, Map<String, Map<UnitField, String>> values) {

    List<String> codes(ImportRow.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).map(ImportRow::orgCode).toList();
    }

    boolean applicable() {
        return rows.stream().noneMatch(row -> row.kind() == ImportRow.Kind.WRONG);
    }

    /** Tells whether two plans do the same. */
    String fingerprint() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.line()).append(row.kind()).append(row.orgCode()).append(row.changes())
                .append('\n'));
        return Sha256.of(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
