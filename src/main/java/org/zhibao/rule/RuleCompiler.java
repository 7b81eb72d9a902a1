package org.zhibao.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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

/** Makes rules ready to run from the rules as written; refuses, by name, what could not run. */
final class RuleCompiler {

    private static final Pattern SUBSTITUTE = Pattern.compile("\\$([A-Za-z]+)");
    private static final Map<String, Predicate<Indicator>> KEYWORDS = Map.of(
            "required", Indicator::required,
            "numeric", Indicator::numeric,
            "percent", i -> i.numeric() && i.unit().equals("%"));

    private final IndicatorCatalogue catalogue;
    private final RuleFile file;

    RuleCompiler(IndicatorCatalogue catalogue, RuleFile file) {
        this.catalogue = catalogue;
        this.file = file;
    }

    /** @throws BadRule at the first rule that cannot be used */
    List<Rule> compile() {
        Set<String> ids = new LinkedHashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (RuleFile.Entry entry : file.rules()) {
            entry.requireComplete();
            if (!ids.add(entry.id())) {
                throw new BadRule(entry.id(), "is there twice");
            }
            rules.add(rule(entry));
        }
        return List.copyOf(rules);
    }

    private Rule rule(RuleFile.Entry entry) {
        RowGroup group = entry.group() == null ? null : catalogue.group(entry.group())
                .orElseThrow(() -> new BadRule(entry.id(), "there is no group " + entry.group()));
        List<Map<String, String>> expansions = expansions(entry, group);
        if (expansions.isEmpty()) {
            throw new BadRule(entry.id(), "each stands for nothing");
        }
        parseByItself(entry, expansions.get(0));
        List<Check> checks = expansions.stream().map(binding -> check(entry, group, binding)).toList();
        return new Rule(entry.id(), entry.version(), entry.kinds(), group,
                entry.levels().stream().map(RuleFile.Level::severity).toList(), checks);
    }

    private List<Map<String, String>> expansions(RuleFile.Entry entry, RowGroup group) {
        JsonNode each = entry.each();
        if (each == null || each.isNull()) {
            return List.of(Map.of());
        }
        if (each.isArray()) {
            List<Map<String, String>> bindings = new ArrayList<>();
            each.forEach(node -> bindings.add(binding(node)));
            return bindings;
        }
        Predicate<Indicator> keyword = KEYWORDS.get(each.asText());
        if (keyword == null) {
            return file.sets().getOrDefault(each.asText(), List.of());
        }
        Collection<Indicator> among = group == null ? catalogue.indicators() : group.columns();
        return among.stream().filter(keyword).map(i -> Map.of("c", i.code())).toList();
    }

    private static Map<String, String> binding(JsonNode node) {
        Map<String, String> binding = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> binding.put(field.getKey(), field.getValue().asText()));
        return binding;
    }

    /** So that an error is reported at its place in the text as written, not in the long list of expansions. */
    private static void parseByItself(RuleFile.Entry entry, Map<String, String> binding) {
        entry.levels().forEach(level -> Feel.parse(entry.id(), substitute(entry, level.holds(), binding)));
        entry.let().values().forEach(text -> Feel.parse(entry.id(), substitute(entry, text, binding)));
        if (entry.when() != null) {
            Feel.parse(entry.id(), substitute(entry, entry.when(), binding));
        }
    }

    private Check check(RuleFile.Entry entry, RowGroup group, Map<String, String> binding) {
        List<Reference> needs = entry.needs().stream()
                .map(need -> Reference.parse(substitute(entry, need, binding))).toList();
        String body = body(entry, binding);
        Set<Reference> references = new LinkedHashSet<>(needs);
        references.addAll(Reference.in(body));
        references.forEach(reference -> requireKnown(entry, reference, group));
        List<String> fields = entry.fields().isEmpty() ? ownCells(references, group)
                : entry.fields().stream().map(field -> substitute(entry, field, binding)).toList();
        fields.forEach(field -> requireKnown(entry,
                new Reference(group == null ? Reference.Scope.THIS : Reference.Scope.ROW, field), group));
        if (fields.isEmpty()) {
            throw new BadRule(entry.id(), "concerns no cell");
        }
        return new Check(target(binding, group, fields), fields, references, List.copyOf(entry.let().keySet()),
                guarded(needs, body),
                message(entry, entry.zh(), Locale.CHINESE, binding, group),
                message(entry, entry.en(), Locale.ENGLISH, binding, group));
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
    private static String body(RuleFile.Entry entry, Map<String, String> binding) {
        List<String> results = new ArrayList<>(List.of("true"));
        entry.levels().forEach(level -> results.add("(" + level.holds() + ")"));
        results.addAll(entry.let().keySet());
        String list = "[" + String.join(", ", results) + "]";
        if (entry.let().isEmpty() && entry.when() == null) {
            return substitute(entry, list, binding);
        }
        String names = entry.let().entrySet().stream().map(let -> let.getKey() + ": (" + let.getValue() + "), ")
                .collect(Collectors.joining());
        String when = entry.when() == null ? "true" : entry.when();
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

    private MessageTemplate message(RuleFile.Entry entry, String text, Locale locale, Map<String, String> binding,
                                    RowGroup group) {
        MessageTemplate message = new MessageTemplate(substitute(entry, text, binding), locale);
        List<String> unknown = message.unknownPlaces(entry.let().keySet(), reference -> known(reference, group));
        if (!unknown.isEmpty()) {
            throw new BadRule(entry.id(), "the message speaks of " + unknown);
        }
        return message;
    }

    private void requireKnown(RuleFile.Entry entry, Reference reference, RowGroup group) {
        if (!known(reference, group)) {
            throw new BadRule(entry.id(), "there is no " + reference.feel());
        }
    }

    private boolean known(Reference reference, RowGroup group) {
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

    private static String substitute(RuleFile.Entry entry, String text, Map<String, String> binding) {
        return SUBSTITUTE.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            String value = binding.getOrDefault(name, entry.params().get(name));
            if (value == null) {
                throw new BadRule(entry.id(), "$" + name + " stands for nothing");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
