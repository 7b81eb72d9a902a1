package org.zhibao.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.registry.SourceKind;

/**
 * A rule ready to run. All its expansions are one FEEL list, evaluated at once: the engine's fixed cost per evaluation
 * is many times that of a comparison.
 */
final class Rule {

    private final String id;
    private final int version;
    private final Set<SourceKind> kinds;
    private final List<String> industries;
    private final RowGroup group;
    private final List<RuleText.Level> levels;
    private final List<Check> checks;
    private final List<Map<String, String>> entries;
    private final Set<Reference> references = new LinkedHashSet<>();
    /** By which of the checks a form asks for: there are as many forms as there are combinations of kinds. */
    private final Map<BitSet, Part> parts = new ConcurrentHashMap<>();

    /** The checks that a form asks for; what it does not ask for costs no time. */
    private record Part(List<Check> checks, Set<Reference> references, ParsedExpression expression) {
    }

    Rule(RuleCompiler.Written written, RowGroup group, List<Check> checks) {
        this.id = written.code();
        this.version = written.version();
        this.kinds = written.text().kinds();
        this.industries = written.text().industries();
        this.group = group;
        this.levels = written.text().levels();
        this.checks = checks;
        this.entries = written.text().each();
        checks.forEach(check -> references.addAll(check.references()));
        BitSet all = new BitSet();
        all.set(0, checks.size());
        parts.put(all, part(all));
    }

    int version() {
        return version;
    }

    /** Whether it reads something of these scopes. */
    boolean reads(Set<Reference.Scope> scopes) {
        return references.stream().anyMatch(r -> scopes.contains(r.scope()))
                || references.stream().anyMatch(r -> r.name().equals("unchangedShare")) && scopes.contains(Reference.Scope.PREV);
    }

    String id() {
        return id;
    }

    /** What it is expanded for, each with its thresholds; empty for one rule, or one expanded by a word. */
    List<Map<String, String>> entries() {
        return entries;
    }

    /** Tells of every cell it concerns on a unit's form what it says about it. */
    void describe(Set<SourceKind> unitKinds, IndicatorCatalogue catalogue, Locale locale, BiConsumer<String, RuleOutline> told) {
        if (!kinds.isEmpty() && kinds.stream().noneMatch(unitKinds::contains)) {
            return;
        }
        Severity worst = levels.stream().map(RuleText.Level::severity).min(Comparator.naturalOrder()).orElseThrow();
        for (Check check : checks) {
            MessageTemplate message = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? check.en() : check.zh();
            RuleOutline outline = new RuleOutline(id, worst, message.outline(r -> indicator(r, catalogue)));
            check.fields().forEach(field -> told.accept(group == null ? field : group.code() + "." + field, outline));
        }
    }

    private Optional<Indicator> indicator(Reference reference, IndicatorCatalogue catalogue) {
        return reference.scope().isColumn() && group != null
                ? group.columns().stream().filter(c -> c.code().equals(reference.name())).findFirst()
                : catalogue.indicator(reference.name());
    }

    /**
     * What rules say about a report. Those about the report as a whole are evaluated together: each evaluation has a cost
     * of its own.
     *
     * @throws RuleFailed if one gives neither true nor false
     */
    static void check(List<Rule> rules, Cells cells, Consumer<Finding> findings) {
        List<Rule> whole = rules.stream().filter(rule -> rule.group == null && rule.looksAt(cells)).toList();
        List<Finding> found = new ArrayList<>();
        try {
            together(whole, cells, found::add);
        } catch (RuleFailed one) {
            // one by one, so that the right one is named
            found.clear();
            whole.forEach(rule -> rule.check(cells, found::add));
        }
        found.forEach(findings);
        rules.stream().filter(rule -> rule.group != null).forEach(rule -> rule.check(cells, findings));
    }

    private static void together(List<Rule> rules, Cells cells, Consumer<Finding> findings) {
        List<Part> asked = rules.stream().map(rule -> rule.asked(cells)).toList();
        Set<Reference> read = new LinkedHashSet<>();
        asked.forEach(part -> read.addAll(part.references()));
        EvaluationResult result = Feel.evaluate(Feel.list(asked.stream().map(Part::expression).toList()),
                cells.context(read));
        if (result.isFailure() || !Feel.unknownName(result).isEmpty()
                || !(result.result() instanceof List<?> outcomes) || outcomes.size() != rules.size()) {
            throw new RuleFailed("", "", Feel.failures(result));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            rules.get(i).conclude(asked.get(i), outcomes.get(i), cells, result, findings);
        }
    }

    /** @throws RuleFailed if the rule gives neither true nor false */
    void check(Cells cells, Consumer<Finding> findings) {
        if (!looksAt(cells)) {
            return;
        }
        if (group == null) {
            evaluate(cells, findings);
        } else if (group.appliesTo(cells.subject().kinds())) {
            for (int row = 0; row < cells.subject().current().rows(group.code()).size(); row++) {
                evaluate(cells.row(group, row), findings);
            }
        }
    }

    private boolean looksAt(Cells cells) {
        return (kinds.isEmpty() || kinds.stream().anyMatch(cells.subject().kinds()::contains)) && industryConcerned(cells);
    }

    /** What it says about a report, or what it would look like if it said something; empty if it does not look at it. */
    Optional<Finding> example(Cells cells) {
        List<Finding> said = new ArrayList<>();
        check(cells, said::add);
        if (!said.isEmpty()) {
            return Optional.of(said.get(0));
        }
        if (group != null && cells.subject().current().rows(group.code()).isEmpty()) {
            return Optional.empty();
        }
        Cells place = group == null ? cells : cells.row(group, 0);
        Part part = asked(place);
        EvaluationResult result = Feel.evaluate(part.expression(), place.context(part.references()));
        List<?> outcomes = result.isSuccess() && result.result() instanceof List<?> list ? list : List.of();
        return outcomes.isEmpty() || !(outcomes.get(0) instanceof List<?> first) ? Optional.empty()
                : Optional.of(finding(part.checks().get(0), levels.get(0), place, first));
    }

    /** The single cells and the groups that it reads or marks. */
    Set<String> concerns() {
        Set<String> codes = new TreeSet<>();
        if (group != null) {
            codes.add(group.code());
        } else {
            checks.forEach(check -> codes.addAll(check.fields()));
        }
        references.stream().filter(r -> r.scope().isCell() || r.scope() == Reference.Scope.ROWS)
                .map(Reference::name).forEach(codes::add);
        return codes;
    }

    private boolean industryConcerned(Cells cells) {
        String industry = cells.subject().current().text("A15").orElse("");
        return industries.isEmpty() || industries.stream().anyMatch(industry::startsWith);
    }

    private void evaluate(Cells cells, Consumer<Finding> findings) {
        Part part = asked(cells);
        if (part.checks().isEmpty()) {
            return;
        }
        EvaluationResult result = Feel.evaluate(part.expression(), cells.context(part.references()));
        String unknown = result.isFailure() ? Feel.failures(result) : Feel.unknownName(result);
        if (!unknown.isEmpty()) {
            throw new RuleFailed(id, "", unknown);
        }
        conclude(part, result.result(), cells, result, findings);
    }

    private void conclude(Part part, Object conclusion, Cells cells, EvaluationResult result, Consumer<Finding> findings) {
        if (!(conclusion instanceof List<?> outcomes) || outcomes.size() != part.checks().size()) {
            throw new RuleFailed(id, "", Feel.failures(result));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            outcome(part.checks().get(i), outcomes.get(i), cells, result, findings);
        }
    }

    private Part asked(Cells cells) {
        BitSet asked = new BitSet();
        for (int i = 0; i < checks.size(); i++) {
            asked.set(i, asked(checks.get(i), cells));
        }
        return parts.computeIfAbsent(asked, this::part);
    }

    private Part part(BitSet asked) {
        List<Check> some = asked.stream().mapToObj(checks::get).toList();
        Set<Reference> read = new LinkedHashSet<>();
        some.forEach(check -> read.addAll(check.references()));
        return new Part(some, read, Feel.parse(id, some.stream().map(Check::feel)
                .collect(Collectors.joining(",\n", "[", "]"))));
    }

    /** Whether the unit's form has every cell the check concerns. */
    private boolean asked(Check check, Cells cells) {
        return group != null || check.fields().stream()
                .allMatch(f -> cells.asked(f));
    }

    private void outcome(Check check, Object outcome, Cells cells, EvaluationResult result,
                         Consumer<Finding> findings) {
        if (!(outcome instanceof List<?> parts)) {
            throw new RuleFailed(id, check.target(), Feel.failures(result));
        }
        if (parts.isEmpty() || !truth(parts.get(0), check, result)) {
            return;
        }
        for (int level = 0; level < levels.size(); level++) {
            if (!truth(parts.get(1 + level), check, result)) {
                findings.accept(finding(check, levels.get(level), cells, parts));
                return;
            }
        }
    }

    private boolean truth(Object value, Check check, EvaluationResult result) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new RuleFailed(id, check.target(), Feel.failures(result));
    }

    private Finding finding(Check check, RuleText.Level level, Cells cells, List<?> parts) {
        Map<String, Object> computed = new HashMap<>();
        for (int i = 0; i < check.letNames().size(); i++) {
            int place = 1 + levels.size() + i;
            computed.put(check.letNames().get(i), place < parts.size() ? parts.get(place) : "…");
        }
        String target = group == null ? check.target() : cells.path(check.target());
        List<String> fields = new ArrayList<>(check.fields());
        if (group != null) {
            fields.replaceAll(cells::path);
        }
        return new Finding(id, version, target, level.severity(), level.confirm(), List.copyOf(fields),
                check.zh().fill(cells, computed), check.en().fill(cells, computed),
                Fingerprint.of(id, version, check, target, cells));
    }
}
