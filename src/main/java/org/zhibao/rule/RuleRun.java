package org.zhibao.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.zhibao.indicator.RowGroup;

/**
 * How a rule runs on a report. All its expansions are one FEEL list, evaluated at once: the engine's fixed cost per
 * evaluation is many times that of a comparison.
 */
final class RuleRun {

    private final String id;
    private final int version;
    private final RowGroup group;
    private final List<RuleText.Level> levels;
    private final List<Check> checks;
    /** By which of the checks a form asks for: there are as many forms as there are combinations of kinds. */
    private final Map<BitSet, Part> parts = new ConcurrentHashMap<>();

    /** The checks that a form asks for; what it does not ask for costs no time. */
    private record Part(List<Check> checks, Set<Reference> references, ParsedExpression expression) {
    }

    RuleRun(String id, int version, RowGroup group, List<RuleText.Level> levels, List<Check> checks) {
        this.id = id;
        this.version = version;
        this.group = group;
        this.levels = levels;
        this.checks = checks;
        BitSet all = new BitSet();
        all.set(0, checks.size());
        parts.put(all, part(all));
    }

    /** Rules about the report as a whole, in one evaluation. */
    static void together(List<RuleRun> rules, Cells cells, Consumer<Finding> findings) {
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

    /** What it would look like if the first of its levels said something; empty if it cannot say. */
    Optional<Finding> example(Cells cells) {
        Part part = asked(cells);
        EvaluationResult result = Feel.evaluate(part.expression(), cells.context(part.references()));
        List<?> outcomes = result.isSuccess() && result.result() instanceof List<?> list ? list : List.of();
        return outcomes.isEmpty() || !(outcomes.get(0) instanceof List<?> first) ? Optional.empty()
                : Optional.of(finding(part.checks().get(0), levels.get(0), cells, first));
    }

    /** @throws RuleFailed if the rule gives neither true nor false */
    void evaluate(Cells cells, Consumer<Finding> findings) {
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
    boolean asked(Check check, Cells cells) {
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
