package org.zhibao.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhibao.registry.SourceKind;

/**
 * A rule as people write it; {@code rule/rules.yaml} says what each part means.
 *
 * @param levels     severities, each with the FEEL condition that must hold; the first that fails counts
 * @param kinds      kinds of source it looks at; all if empty
 * @param industries beginnings of the industry codes (A15) it looks at; all if empty
 * @param group      the repeatable group whose rows it looks at; null for the report as a whole
 * @param eachOf     {@code required}, {@code numeric} or {@code percent}: once per such indicator; null otherwise
 * @param each       once per entry, {@code $name} standing for the entry's value; empty for one rule
 * @param params     thresholds, {@code $name} in the FEEL texts
 * @param needs      cells without which it says nothing
 * @param let        named intermediate figures
 * @param when       it says nothing unless this holds; null if always
 * @param fields     the cells marked; empty for those it reads
 * @param zh         the message
 * @param en         the message in English
 * @param source     where the rule comes from
 */
public record RuleText(List<Level> levels, Set<SourceKind> kinds, List<String> industries, String group, String eachOf,
                       List<Map<String, String>> each, Map<String, String> params, List<String> needs,
                       Map<String, String> let, String when, List<String> fields, String zh, String en, String source) {

    /**
     * One severity and what must hold for the rule not to ask for it.
     *
     * @param confirm whether a reviewer, too, has to confirm each finding of it before the report goes on
     */
    public record Level(Severity severity, String holds, boolean confirm) {

        public Level(Severity severity, String holds) {
            this(severity, holds, false);
        }

        boolean incomplete() {
            return severity == null || holds == null || holds.isBlank();
        }
    }

    public RuleText {
        levels = levels == null ? List.of() : List.copyOf(levels);
        kinds = kinds == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(kinds));
        industries = industries == null ? List.of() : List.copyOf(industries);
        each = each == null ? List.of() : each.stream().map(RuleText::inOrder).toList();
        params = inOrder(params);
        needs = needs == null ? List.of() : List.copyOf(needs);
        let = inOrder(let);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** What it asks for at worst. */
    public Severity severity() {
        return levels.stream().map(Level::severity).min(Severity::compareTo).orElse(Severity.HINT);
    }

    /** The rule without the words on where it comes from. */
    RuleText unsourced() {
        return new RuleText(levels, kinds, industries, group, eachOf, each, params, needs, let, when, fields, zh, en, null);
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
