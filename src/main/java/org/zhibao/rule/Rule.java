package org.zhibao.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.registry.SourceKind;

/** A rule ready for use: which reports it looks at, what it says about them, and how it is told to people and browsers. */
final class Rule {

    private final String id;
    private final int version;
    private final RuleText text;
    private final Set<SourceKind> kinds;
    private final List<String> industries;
    private final RowGroup group;
    private final List<RuleText.Level> levels;
    private final List<Check> checks;
    private final List<Map<String, String>> entries;
    private final Set<Reference> references = new LinkedHashSet<>();
    private final RuleRun run;

    Rule(RuleCompiler.Written written, RowGroup group, List<Check> checks) {
        this.id = written.code();
        this.version = written.version();
        this.text = written.text();
        this.kinds = written.text().kinds();
        this.industries = written.text().industries();
        this.group = group;
        this.levels = written.text().levels();
        this.checks = checks;
        this.entries = written.text().each();
        checks.forEach(check -> references.addAll(check.references()));
        run = new RuleRun(id, version, group, levels, checks);
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
            RuleRun.together(whole.stream().map(rule -> rule.run).toList(), cells, found::add);
        } catch (RuleFailed one) {
            // one by one, so that the right one is named
            found.clear();
            whole.forEach(rule -> rule.check(cells, found::add));
        }
        found.forEach(findings);
        rules.stream().filter(rule -> rule.group != null).forEach(rule -> rule.check(cells, findings));
    }

    /** @throws RuleFailed if the rule gives neither true nor false */
    void check(Cells cells, Consumer<Finding> findings) {
        if (!looksAt(cells)) {
            return;
        }
        if (group == null) {
            run.evaluate(cells, findings);
        } else {
            for (int row = 0; row < cells.subject().current().rows(group.code()).size(); row++) {
                run.evaluate(cells.row(group, row), findings);
            }
        }
    }

    /** The rule as a browser runs it; empty if it never looks at reports of such units. */
    Optional<LiveRules.LiveRule> live(Cells cells) {
        if (!looksAtKinds(cells)) {
            return Optional.empty();
        }
        if (reads(Set.of(Reference.Scope.LINK))) {
            return Optional.of(LiveRules.LiveRule.onServerOnly(id, version));
        }
        List<LiveRules.LiveCheck> asked = checks.stream().filter(check -> run.asked(check, cells))
                .map(check -> new LiveRules.LiveCheck(check.binding(), check.target(), check.fields())).toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(new LiveRules.LiveRule(id, version, false,
                group == null ? null : group.code(), industries, text.params(),
                levels.stream().map(level -> new LiveRules.LiveLevel(level.severity(), level.confirm())).toList(),
                List.copyOf(text.let().keySet()), RuleCompiler.pattern(text), text.zh(), text.en(), asked));
    }

    private boolean looksAt(Cells cells) {
        return looksAtKinds(cells) && industryConcerned(cells);
    }

    private boolean looksAtKinds(Cells cells) {
        Set<SourceKind> unitKinds = cells.subject().kinds();
        return (kinds.isEmpty() || kinds.stream().anyMatch(unitKinds::contains))
                && (group == null || group.appliesTo(unitKinds));
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
        return run.example(group == null ? cells : cells.row(group, 0));
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
}
