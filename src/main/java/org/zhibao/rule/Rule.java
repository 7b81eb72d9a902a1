package org.zhibao.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
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
    private final List<Severity> levels;
    private final List<Check> checks;
    private final Set<Reference> references = new LinkedHashSet<>();
    private final ParsedExpression expression;

    Rule(RuleCompiler.Written written, RowGroup group, List<Check> checks) {
        this.id = written.code();
        this.version = written.version();
        this.kinds = written.text().kinds();
        this.industries = written.text().industries();
        this.group = group;
        this.levels = written.text().levels().stream().map(RuleText.Level::severity).toList();
        this.checks = checks;
        checks.forEach(check -> references.addAll(check.references()));
        expression = Feel.parse(id, checks.stream().map(Check::feel).collect(Collectors.joining(",\n", "[", "]")));
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

    /** @throws RuleFailed if the rule gives neither true nor false */
    void check(Cells cells, Consumer<Finding> findings) {
        Set<SourceKind> unitKinds = cells.subject().kinds();
        if (!kinds.isEmpty() && kinds.stream().noneMatch(unitKinds::contains) || !industryConcerned(cells)) {
            return;
        }
        if (group == null) {
            evaluate(cells, findings);
        } else if (group.appliesTo(unitKinds)) {
            for (int row = 0; row < cells.subject().current().rows(group.code()).size(); row++) {
                evaluate(cells.row(group, row), findings);
            }
        }
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
        EvaluationResult result = Feel.evaluate(expression, place.context(references));
        List<?> outcomes = result.isSuccess() && result.result() instanceof List<?> list ? list : List.of();
        for (int i = 0; i < outcomes.size(); i++) {
            if (asked(checks.get(i), place) && outcomes.get(i) instanceof List<?> parts) {
                return Optional.of(finding(checks.get(i), levels.get(0), place, parts));
            }
        }
        return Optional.empty();
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
        EvaluationResult result = Feel.evaluate(expression, cells.context(references));
        String unknown = result.isFailure() ? Feel.failures(result) : Feel.unknownName(result);
        if (!unknown.isEmpty() || !(result.result() instanceof List<?> outcomes) || outcomes.size() != checks.size()) {
            throw new RuleFailed(id, "", unknown);
        }
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            if (asked(check, cells)) {
                outcome(check, outcomes.get(i), cells, result, findings);
            }
        }
    }

    /** Whether the unit's form has every cell the check concerns. */
    private boolean asked(Check check, Cells cells) {
        return group != null || check.fields().stream()
                .allMatch(f -> cells.catalogue().indicator(f).orElseThrow().appliesTo(cells.subject().kinds()));
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

    private Finding finding(Check check, Severity severity, Cells cells, List<?> parts) {
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
        return new Finding(id, version, target, severity, List.copyOf(fields), check.zh().fill(cells, computed),
                check.en().fill(cells, computed), Fingerprint.of(id, version, check, target, cells));
    }
}
