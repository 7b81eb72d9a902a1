package org.zhibao.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.FieldError;

/** Looks for everything wrong with a rule that a person wrote, each with its field and, in a FEEL text, the position. */
final class RuleExaminer {

    private static final int LONGEST_MESSAGE = 400;
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_ENTRIES = 120;
    private static final int MOST_LETS = 12;
    private static final int MOST_LEVELS = 3;
    private static final long MOST_WORK = 300_000;
    private static final long LARGEST_VALUE = 100_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,30}");
    private static final Pattern BINDING = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final Pattern INDUSTRY = Pattern.compile("[0-9]{2,4}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([A-Za-z]+)");
    private static final Set<String> RESERVED = Set.of("this", "prev", "year", "na", "row", "rowna", "unit", "fact", "link",
            "earlier", "annual", "rows", "period", "kinds", "applies", "outcome", "if", "then", "else", "for", "in",
            "return", "some", "every", "satisfies", "and", "or", "not", "true", "false", "null", "between", "item",
            "rowno", "function");

    private final IndicatorCatalogue catalogue;
    private final RuleCompiler compiler;
    private final RuleProbe probe;

    RuleExaminer(IndicatorCatalogue catalogue, RuleProbe probe) {
        this.catalogue = catalogue;
        this.compiler = new RuleCompiler(catalogue);
        this.probe = probe;
    }

    /** Everything wrong with the rule; empty if it can be used. */
    List<FieldError> problems(String code, RuleText text) {
        List<FieldError> errors = new ArrayList<>();
        parts(text, errors);
        if (errors.isEmpty()) {
            feel(text, errors);
        }
        if (errors.isEmpty()) {
            work(text, errors);
        }
        if (errors.isEmpty()) {
            whole(code, text, errors);
        }
        return errors;
    }

    private void parts(RuleText text, List<FieldError> errors) {
        if (text.levels().isEmpty() || text.levels().size() > MOST_LEVELS
                || text.levels().stream().anyMatch(level -> level.severity() == null)) {
            add(errors, "levels", "rule.bad.levels", MOST_LEVELS);
        }
        message(errors, "zh", text.zh(), LONGEST_MESSAGE);
        message(errors, "en", text.en(), LONGEST_MESSAGE);
        message(errors, "source", text.source(), LONGEST_SOURCE);
        if (text.group() != null && catalogue.group(text.group()).isEmpty()) {
            add(errors, "group", "rule.bad.group", text.group());
        }
        if (text.eachOf() != null && !RuleCompiler.KEYWORDS.containsKey(text.eachOf())) {
            add(errors, "each", "rule.bad.each-word", text.eachOf());
        }
        text.params().forEach((name, value) -> {
            named(errors, "params", name);
            if (!isNumber(value)) {
                add(errors, "params." + name, "rule.bad.number", name, String.valueOf(value));
            }
        });
        if (text.let().size() > MOST_LETS) {
            add(errors, "let", "rule.bad.too-many-lets", MOST_LETS);
        }
        text.let().keySet().forEach(name -> named(errors, "let", name));
        text.industries().stream().filter(i -> !INDUSTRY.matcher(i).matches())
                .forEach(i -> add(errors, "industries", "rule.bad.industry", i));
        each(text, errors);
    }

    private void each(RuleText text, List<FieldError> errors) {
        if (text.each().size() > MOST_ENTRIES) {
            add(errors, "each", "rule.bad.too-many-entries", MOST_ENTRIES);
        }
        for (int row = 0; row < text.each().size(); row++) {
            Map<String, String> binding = text.each().get(row);
            if (!binding.keySet().equals(text.each().get(0).keySet()) || binding.isEmpty()) {
                add(errors, "each", "rule.bad.each-names", row + 1);
            }
            for (Map.Entry<String, String> entry : binding.entrySet()) {
                named(errors, "each", entry.getKey());
                if (entry.getValue() == null || !BINDING.matcher(entry.getValue()).matches()) {
                    add(errors, "each", "rule.bad.each-value", row + 1, entry.getKey(), String.valueOf(entry.getValue()));
                }
            }
        }
    }

    private void feel(RuleText text, List<FieldError> errors) {
        RuleNames names = new RuleNames(catalogue, compiler, text, bindings(text));
        text.let().forEach((name, feel) -> {
            check(errors, "let." + name, feel, text, names);
            if (errors.isEmpty()) {
                names.define(name, FeelGuard.givesText(feel, names));
            } else {
                names.define(name, false);
            }
        });
        for (int i = 0; i < text.levels().size(); i++) {
            check(errors, "levels." + i, text.levels().get(i).holds(), text, names);
        }
        if (text.when() != null) {
            check(errors, "when", text.when(), text, names);
        }
        text.needs().forEach(need -> cell(errors, "needs", Reference.parse(need.replace('$', 'z')), text, names));
        text.fields().forEach(field -> cell(errors, "fields", new Reference(text.group() == null ? Reference.Scope.THIS
                : Reference.Scope.ROW, field.replace('$', 'z')), text, names));
        message(errors, "zh", text.zh(), Locale.CHINESE, text);
        message(errors, "en", text.en(), Locale.ENGLISH, text);
    }

    private void cell(List<FieldError> errors, String field, Reference reference, RuleText text, RuleNames names) {
        names.meanings(reference).stream().filter(meaning -> !names.known(meaning)).findFirst()
                .ifPresent(meaning -> add(errors, field, "rule.bad.cell", meaning.feel(), text.group() == null ? ""
                        : text.group()));
    }

    private void message(List<FieldError> errors, String field, String written, Locale locale, RuleText text) {
        placeholders(errors, field, written, text);
        if (errors.stream().noneMatch(e -> e.field().equals(field))) {
            RowGroup group = text.group() == null ? null : catalogue.group(text.group()).orElse(null);
            Map<String, String> first = bindings(text).stream().findFirst().orElse(Map.of());
            String filled = PLACEHOLDER.matcher(written).replaceAll(match -> Matcher.quoteReplacement(
                    first.getOrDefault(match.group(1), text.params().getOrDefault(match.group(1), ""))));
            List<String> unknown = new MessageTemplate(filled, locale).unknownPlaces(text.let().keySet(),
                    reference -> compiler.known(reference, group));
            if (!unknown.isEmpty()) {
                add(errors, field, "rule.bad.places", String.join(", ", unknown));
            }
        }
    }

    private static void placeholders(List<FieldError> errors, String field, String written, RuleText text) {
        PLACEHOLDER.matcher(written).results().map(match -> match.group(1)).filter(name -> !stands(name, text))
                .findFirst().ifPresent(name -> add(errors, field, "rule.feel.placeholder", name));
    }

    private void check(List<FieldError> errors, String field, String feel, RuleText text, RuleNames names) {
        if (feel != null) {
            placeholders(errors, field, feel, text);
        }
        if (errors.stream().noneMatch(e -> e.field().equals(field))) {
            FeelGuard.problem(feel, names).ifPresent(problem -> errors.add(new FieldError(field, problem)));
        }
    }

    private static boolean stands(String name, RuleText text) {
        return text.params().containsKey(name) || text.eachOf() != null && name.equals("c")
                || text.each().stream().anyMatch(binding -> binding.containsKey(name));
    }

    private void whole(String code, RuleText text, List<FieldError> errors) {
        try {
            Rule rule = compiler.compile(code, 1, text);
            probe.problem(rule).ifPresent(problem -> errors.add(new FieldError("levels.0", problem)));
        } catch (BadRule bad) {
            errors.add(new FieldError(bad.field(), bad.told()));
        }
    }

    /** Before it runs for the first time: what runs cannot be stopped. */
    private void work(RuleText text, List<FieldError> errors) {
        RuleNames names = new RuleNames(catalogue, compiler, text, bindings(text));
        FeelCost cost = new FeelCost(names, code -> catalogue.group(code).map(RowGroup::maxRows).orElse(1));
        text.let().forEach(cost::define);
        text.levels().forEach(level -> cost.add(level.holds()));
        Optional.ofNullable(text.when()).ifPresent(cost::add);
        RowGroup group = text.group() == null ? null : catalogue.group(text.group()).orElseThrow();
        int expanded = text.eachOf() == null ? text.each().size()
                : group == null ? catalogue.indicators().size() : group.columns().size();
        long times = Math.max(1, expanded) * (group == null ? 1L : group.maxRows());
        if (cost.work() * times > MOST_WORK || cost.largest() > LARGEST_VALUE) {
            add(errors, "levels.0", "rule.feel.work", Math.max(cost.work() * times, cost.largest()), MOST_WORK);
        }
    }

    private List<Map<String, String>> bindings(RuleText text) {
        return text.eachOf() == null ? text.each()
                : catalogue.indicators().stream().filter(RuleCompiler.KEYWORDS.get(text.eachOf())).limit(1)
                .map(i -> text.group() == null ? Map.of("c", i.code()) : Map.<String, String>of("c", column(text)))
                .collect(Collectors.toList());
    }

    private String column(RuleText text) {
        return catalogue.group(text.group()).orElseThrow().columns().get(0).code();
    }

    private static void message(List<FieldError> errors, String field, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            add(errors, field, "rule.bad.text", longest);
        }
    }

    private static void named(List<FieldError> errors, String field, String name) {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            add(errors, field, "rule.bad.name", name);
        }
    }

    private static boolean isNumber(String value) {
        return Figures.parse(value).map(BigDecimal::abs)
                .filter(n -> n.compareTo(BigDecimal.valueOf(1_000_000_000_000L)) <= 0).isPresent();
    }

    private static void add(List<FieldError> errors, String field, String key, Object... arguments) {
        errors.add(new FieldError(field, new Refusal.Text(key, arguments)));
    }
}
