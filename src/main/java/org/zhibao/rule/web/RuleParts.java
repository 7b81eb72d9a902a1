package org.zhibao.rule.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.RuleVersion;

/** A version of a rule taken apart, and two of them held against each other. */
final class RuleParts {

    /**
     * A part of a rule in two versions.
     *
     * @param part  its kind, which has a name in the reader's language
     * @param name  which of the kind: a threshold's name, an entry's indicator; empty if there is one only
     */
    record Row(String part, String name, String left, String right) {

        /** Whether the versions differ here. */
        public boolean changed() {
            return !left.equals(right);
        }

        /** Both, word by word, with what differs marked. */
        public Words words() {
            return Words.of(left, right);
        }
    }

    private static final String BETWEEN = " ";

    private RuleParts() {
    }

    /** All parts that one of them has, in the order of the edit page. */
    static List<Row> compared(RuleVersion left, RuleVersion right) {
        Map<List<String>, String> before = of(left);
        Map<List<String>, String> after = of(right);
        Set<List<String>> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        List<Row> rows = new ArrayList<>();
        // what is in the older only stands with its kind, not at the end
        List<String> kinds = keys.stream().map(key -> key.get(0)).distinct().toList();
        kinds.forEach(kind -> keys.stream().filter(key -> key.get(0).equals(kind)).forEach(key ->
                rows.add(new Row(kind, key.get(1), before.getOrDefault(key, ""), after.getOrDefault(key, "")))));
        return rows;
    }

    private static Map<List<String>, String> of(RuleVersion version) {
        RuleText text = version.text();
        Map<List<String>, String> parts = new LinkedHashMap<>();
        put(parts, "from", "", version.effectiveFrom().code());
        put(parts, "state", "", version.retired() ? "retired" : "active");
        for (int i = 0; i < text.levels().size(); i++) {
            put(parts, "severity", String.valueOf(i + 1), text.levels().get(i).severity().name());
            put(parts, "holds", String.valueOf(i + 1), text.levels().get(i).holds());
        }
        put(parts, "kinds", "", String.join(BETWEEN, text.kinds().stream().map(Enum::name).toList()));
        put(parts, "industries", "", String.join(BETWEEN, text.industries()));
        put(parts, "group", "", text.group());
        put(parts, "eachOf", "", text.eachOf());
        text.params().forEach((name, value) -> put(parts, "params", name, value));
        text.each().forEach(entry -> put(parts, "each", entry.values().iterator().next(), written(entry)));
        put(parts, "needs", "", String.join(BETWEEN, text.needs()));
        text.let().forEach((name, feel) -> put(parts, "let", name, feel));
        put(parts, "when", "", text.when());
        put(parts, "fields", "", String.join(BETWEEN, text.fields()));
        put(parts, "zh", "", text.zh());
        put(parts, "en", "", text.en());
        put(parts, "source", "", text.source());
        return parts;
    }

    private static String written(Map<String, String> entry) {
        return String.join(BETWEEN, entry.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    private static void put(Map<List<String>, String> parts, String part, String name, String value) {
        if (value != null && !value.isEmpty()) {
            // several entries of one indicator each count
            parts.merge(List.of(part, name), value, (one, other) -> one + "\n" + other);
        }
    }
}
