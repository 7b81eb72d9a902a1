package org.zhibao.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.registry.SourceKind;

/** The rules that look at the reports of a period in a city. */
final class RuleSet {

    private static final Pattern ROW = Pattern.compile("([^\\[]+)\\[([0-9]+)]\\.(.+)");
    private static final int COLUMNS = 1_000;
    /** 突变: the rule that compares with the previous quarter. */
    private static final String CHANGE = "R45";

    private final IndicatorCatalogue catalogue;
    private final List<Rule> rules;
    private final Map<String, Integer> versions = new TreeMap<>();
    private final Map<String, Long> formOrder = new HashMap<>();

    RuleSet(IndicatorCatalogue catalogue, List<Rule> rules) {
        this.catalogue = catalogue;
        this.rules = List.copyOf(rules);
        rules.forEach(rule -> versions.put(rule.id(), rule.version()));
        long place = 0;
        for (Indicator indicator : catalogue.indicators()) {
            formOrder.put(indicator.code(), ++place * COLUMNS * COLUMNS);
        }
        for (RowGroup group : catalogue.groups()) {
            formOrder.put(group.code(), afterSection(group));
        }
    }

    /** Findings in order: blocking, to explain, hints, each in the order of the form. */
    ReviewRules.Review review(ReviewSubject subject) {
        List<Finding> findings = new ArrayList<>();
        Cells cells = Cells.of(catalogue, subject);
        Rule.check(rules, cells, findings::add);
        List<Finding> told = new ArrayList<>(findings.stream().filter(f -> !outdone(f, findings)).toList());
        told.sort(Comparator.comparing(Finding::severity)
                .thenComparing(finding -> place(finding.fields().get(0)))
                .thenComparing(Finding::rule));
        return new ReviewRules.Review(List.copyOf(told), versions);
    }

    Map<String, List<RuleOutline>> outlines(Set<SourceKind> kinds, Locale locale) {
        Map<String, List<RuleOutline>> outlines = new TreeMap<>();
        rules.forEach(rule -> rule.describe(kinds, catalogue, locale,
                (cell, outline) -> outlines.computeIfAbsent(cell, c -> new ArrayList<>()).add(outline)));
        outlines.values().forEach(list -> list.sort(Comparator.comparing(RuleOutline::severity)
                .thenComparing(RuleOutline::rule)));
        return outlines;
    }

    /** Of several rules for the same change, the narrowest limit counts. */
    Map<String, ChangeLimit> changeLimits() {
        Map<String, ChangeLimit> limits = new TreeMap<>();
        rules.stream().filter(rule -> RuleCode.base(rule.id()).equals(CHANGE)).flatMap(rule -> rule.entries().stream())
                .filter(entry -> entry.keySet().containsAll(Set.of("c", "explain", "floor")))
                .forEach(entry -> limits.merge(entry.get("c"), new ChangeLimit(new BigDecimal(entry.get("explain")),
                        new BigDecimal(entry.get("floor"))), (a, b) -> a.explain().compareTo(b.explain()) <= 0 ? a : b));
        return limits;
    }

    List<String> ids() {
        return rules.stream().map(Rule::id).toList();
    }

    /**
     * Whether a city's rule and the province's rule that it sharpens say the same of the same cell, and the other asks for
     * more; of two that ask for the same the province's counts. A city can so add to a rule, never take away.
     */
    private static boolean outdone(Finding finding, List<Finding> all) {
        String base = RuleCode.base(finding.rule());
        return all.stream().anyMatch(other -> !other.rule().equals(finding.rule())
                && RuleCode.base(other.rule()).equals(base) && other.target().equals(finding.target())
                && (other.severity().compareTo(finding.severity()) < 0
                || other.severity() == finding.severity() && other.rule().equals(base)));
    }

    /** Groups stand after the single cells of their section. */
    private long afterSection(RowGroup group) {
        return catalogue.indicators().stream().filter(i -> i.section().equals(group.section()))
                .mapToLong(i -> formOrder.get(i.code())).max().orElse(0) + COLUMNS;
    }

    private long place(String field) {
        Matcher row = ROW.matcher(field);
        if (!row.matches()) {
            return formOrder.get(field);
        }
        List<String> columns = catalogue.group(row.group(1)).orElseThrow().columns().stream()
                .map(Indicator::code).toList();
        return formOrder.get(row.group(1)) + Long.parseLong(row.group(2)) * COLUMNS + columns.indexOf(row.group(3));
    }
}
