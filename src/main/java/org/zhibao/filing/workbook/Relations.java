package org.zhibao.filing.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of which a spreadsheet can tell by itself whether they add up. A hint while filling in; the review rules (R10,
 * R13, R27, R37) decide, with their own tolerances.
 *
 * @param total the cell that holds the sum
 * @param parts what it is made of, on the same sheet
 * @param exact whether the parts make up the whole of it, or at most
 */
record Relations(String total, List<String> parts, boolean exact) {

    private static final Map<String, Relations> ALL = Map.of(
            "A27", new Relations("A27", List.of("A28", "A29"), true),
            "B03", new Relations("B03", List.of("B04", "B05"), false),
            "C01", new Relations("C01", List.of("C02", "C03"), true),
            "D03", new Relations("D03", List.of("D04", "D05"), true));

    static Optional<Relations> of(String total) {
        return Optional.ofNullable(ALL.get(total));
    }
}
