package org.zhibao.lineage.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.zhibao.lineage.Succession;
import org.zhibao.lineage.SuccessionKind;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;

/**
 * A succession as a person writes it.
 *
 * @param kind         name of a {@link SuccessionKind}
 * @param predecessors organisation codes, with anything between them
 * @param successors   likewise
 * @param from         the first quarter the successors report, such as {@code 2026Q3}
 */
record SuccessionForm(String kind, String predecessors, String successors, String from, String reason) {

    /** Reads it; what cannot be read is refused. */
    Succession read() {
        SuccessionKind how = Arrays.stream(SuccessionKind.values())
                .filter(k -> k != SuccessionKind.RENAMED && k.name().equals(kind)).findFirst()
                .orElseThrow(() -> Refusal.field("kind", "lineage.kind-unknown"));
        try {
            return new Succession(how, codes(predecessors), codes(successors),
                    Quarter.parse(from == null ? null : from.strip()), reason, List.of());
        } catch (IllegalArgumentException noQuarter) {
            throw Refusal.field("from", "period.not-a-quarter");
        }
    }

    private static List<String> codes(String written) {
        String text = written == null ? "" : written.toUpperCase(Locale.ROOT).replace("-", "");
        return Arrays.stream(text.split("[^0-9A-Z]+")).filter(code -> !code.isEmpty()).toList();
    }
}
