package org.zhibao.indicator.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.zhibao.indicator.AddedIndicator;
import org.zhibao.indicator.IndicatorVersion;

/** What a version of an indicator changed. */
final class IndicatorChanges {

    /**
     * A version and what it changed.
     *
     * @param changes against the version before; empty for the first, and for one that ends the indicator
     */
    record Entry(IndicatorVersion version, List<Change> changes) {
    }

    /** A field that differs; an empty text where there was nothing. */
    record Change(String field, String before, String after) {
    }

    private IndicatorChanges() {
    }

    /** @param history the latest first */
    static List<Entry> of(List<IndicatorVersion> history) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            entries.add(new Entry(history.get(i), i + 1 == history.size() ? List.of()
                    : between(history.get(i + 1).definition(), history.get(i).definition())));
        }
        return entries;
    }

    private static List<Change> between(AddedIndicator before, AddedIndicator after) {
        Map<String, Object> was = fields(before);
        return fields(after).entrySet().stream().filter(e -> !Objects.equals(e.getValue(), was.get(e.getKey())))
                .map(e -> new Change(e.getKey(), shown(was.get(e.getKey())), shown(e.getValue()))).toList();
    }

    private static Map<String, Object> fields(AddedIndicator definition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("zh", definition.zh());
        fields.put("en", definition.en());
        fields.put("section", definition.section());
        fields.put("type", definition.type());
        fields.put("unit", definition.unit());
        fields.put("precision", definition.precision());
        fields.put("scale", definition.scale());
        fields.put("length", definition.length());
        fields.put("dictionary", definition.dictionary());
        fields.put("required", definition.required());
        fields.put("kinds", definition.kinds().stream().map(Enum::name).collect(Collectors.joining(" ")));
        fields.put("industries", String.join(" ", definition.industries()));
        fields.put("helpZh", definition.helpZh());
        fields.put("helpEn", definition.helpEn());
        return fields;
    }

    private static String shown(Object value) {
        return value instanceof Boolean yes ? yes ? "✓" : "–" : value.toString().isEmpty() ? "–" : value.toString();
    }
}
