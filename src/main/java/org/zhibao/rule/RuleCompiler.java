package org.zhibao.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.refusal.Refusal;

/** Makes a rule ready to run from the rule as written; refuses, by name, what could not run. */
final class RuleCompiler {

    /** A rule as written, by name. */
    record Written(String code, int version, RuleText text) {

        /** @throws BadRule unless it has all that a rule must have */
        void requireComplete() {
            if (code == null || !RuleCode.isValid(code) || version < 1) {
                throw new BadRule(String.valueOf(code), "needs an id such as R10 or R10b and a version from 1");
            }
            if (text.levels().isEmpty() || text.levels().stream().anyMatch(RuleText.Level::incomplete)) {
                throw new BadRule(code, "needs severity and holds, or levels of these");
            }
            if (text.zh() == null || text.en() == null || text.source() == null) {
                throw new BadRule(code, "needs a message in zh and en and a source");
            }
        }
    }

    private static final Pattern SUBSTITUTE = Pattern.compile("\\$([A-Za-z]+)");
    static final Map<String, Predicate<Indicator>> KEYWORDS = Map.of(
            "required", Indicator::required,
            "numeric", Indicator::numeric,
            "percent", i -> i.numeric() && i.unit().equals("%"));

    private final IndicatorCatalogue catalogue;

    RuleCompiler(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws BadRule if it cannot be used */
    Rule compile(String code, int version, RuleText text) {
        Written entry = new Written(code, version, text);
        entry.requireComplete();
        RowGroup group = text.group() == null ? null : catalogue.group(text.group())
                .orElseThrow(() -> new BadRule(code, "there is no group " + text.group()));
        List<Map<String, String>> expansions = expansions(text, group);
        if (expansions.isEmpty()) {
            throw new BadRule(code, "each stands for nothing");
        }
        parseByItself(entry, expansions.get(0));
        List<Check> checks = expansions.stream().map(binding -> check(entry, group, binding)).toList();
        return new Rule(entry, group, checks);
    }

    private List<Map<String, String>> expansions(RuleText text, RowGroup group) {
        if (text.eachOf() == null) {
            return text.each().isEmpty() ? List.of(Map.of()) : text.each();
        }
        Collection<Indicator> among = group == null ? catalogue.indicators() : group.columns();
        return among.stream().filter(KEYWORDS.getOrDefault(text.eachOf(), i -> false))
                .map(i -> Map.of("c", i.code())).toList();
    }

    /** So that an error is reported at its place in the text as written, not in the long list of expansions. */
    private static void parseByItself(Written entry, Map<String, String> binding) {
        entry.text().levels().forEach(level -> Feel.parse(entry.code(), substitute(entry, level.holds(), binding)));
        entry.text().let().values().forEach(text -> Feel.parse(entry.code(), substitute(entry, text, binding)));
        if (entry.text().when() != null) {
            Feel.parse(entry.code(), substitute(entry, entry.text().when(), binding));
        }
    }

    private Check check(Written entry, RowGroup group, Map<String, String> binding) {
        List<Reference> needs = entry.text().needs().stream()
                .map(need -> Reference.parse(substitute(entry, need, binding))).toList();
        String body = body(entry, binding);
        Set<Reference> references = new LinkedHashSet<>(needs);
        references.addAll(Reference.in(body));
        references.forEach(reference -> requireKnown(entry, reference, group));
        List<String> fields = entry.text().fields().isEmpty() ? ownCells(references, group)
                : entry.text().fields().stream().map(field -> substitute(entry, field, binding)).toList();
        fields.forEach(field -> requireKnown(entry,
                new Reference(group == null ? Reference.Scope.THIS : Reference.Scope.ROW, field), group));
        if (fields.isEmpty()) {
            throw new BadRule(entry.code(), "fields", "concerns no cell", new Refusal.Text("rule.bad.no-cell"));
        }
        return new Check(target(binding, group, fields), fields, references, List.copyOf(entry.text().let().keySet()),
                guarded(needs, body),
                message(entry, entry.text().zh(), Locale.CHINESE, binding, group),
                message(entry, entry.text().en(), Locale.ENGLISH, binding, group));
    }

    private static String target(Map<String, String> binding, RowGroup group, List<String> fields) {
        if (binding.isEmpty()) {
            return group == null ? "" : fields.get(0);
        }
        return binding.values().iterator().next();
    }

    /**
     * {@code [true, level..., let...]}, or {@code [when]} if when is not true: then the levels are not evaluated, so
     * that a rule can protect itself.
     */
    private static String body(Written entry, Map<String, String> binding) {
        List<String> results = new ArrayList<>(List.of("true"));
        entry.text().levels().forEach(level -> results.add("(" + level.holds() + ")"));
        results.addAll(entry.text().let().keySet());
        String list = "[" + String.join(", ", results) + "]";
        if (entry.text().let().isEmpty() && entry.text().when() == null) {
            return substitute(entry, list, binding);
        }
        String names = entry.text().let().entrySet().stream().map(let -> let.getKey() + ": (" + let.getValue() + "), ")
                .collect(Collectors.joining());
        String when = entry.text().when() == null ? "true" : entry.text().when();
        return substitute(entry, "{" + names + "applies: (" + when + "), outcome: if applies = true then " + list
                + " else [applies]}.outcome", binding);
    }

    private static String guarded(List<Reference> needs, String body) {
        return needs.isEmpty() ? body : needs.stream().map(need -> need.feel() + " != null")
                .collect(Collectors.joining(" and ", "if ", " then " + body + " else []"));
    }

    private static List<String> ownCells(Set<Reference> references, RowGroup group) {
        return references.stream()
                .filter(r -> group == null ? r.scope() == Reference.Scope.THIS : r.scope().isColumn())
                .map(Reference::name).distinct().toList();
    }

    private MessageTemplate message(Written entry, String text, Locale locale, Map<String, String> binding,
                                    RowGroup group) {
        MessageTemplate message = new MessageTemplate(substitute(entry, text, binding), locale);
        List<String> unknown = message.unknownPlaces(entry.text().let().keySet(), reference -> known(reference, group));
        if (!unknown.isEmpty()) {
            throw new BadRule(entry.code(), locale == Locale.ENGLISH ? "en" : "zh", "the message speaks of " + unknown,
                    new Refusal.Text("rule.bad.places", String.join(", ", unknown)));
        }
        return message;
    }

    private void requireKnown(Written entry, Reference reference, RowGroup group) {
        if (!known(reference, group)) {
            throw new BadRule(entry.code(), "there is no " + reference.feel());
        }
    }

    boolean known(Reference reference, RowGroup group) {
        return switch (reference.scope()) {
            case THIS, PREV, YEAR, NA, EARLIER, ANNUAL -> catalogue.indicator(reference.name()).isPresent();
            case ROW, ROWNA -> group != null
                    && group.columns().stream().anyMatch(c -> c.code().equals(reference.name()));
            case UNIT -> Cells.UNIT.contains(reference.name());
            case FACT -> Cells.FACTS.contains(reference.name());
            case LINK -> Cells.LINKS.contains(reference.name());
            case ROWS -> catalogue.group(reference.name()).isPresent();
            case PERIOD -> Cells.PERIOD.contains(reference.name());
        };
    }

    private static String substitute(Written entry, String text, Map<String, String> binding) {
        return SUBSTITUTE.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            String value = binding.getOrDefault(name, entry.text().params().get(name));
            if (value == null) {
                throw new BadRule(entry.code(), "$" + name + " stands for nothing");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
