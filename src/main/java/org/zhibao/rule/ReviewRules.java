package org.zhibao.rule;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;

/** The review rules (审核规则) of {@code rule/rules.yaml}, read and parsed once at start. */
@Component
public class ReviewRules {

    private static final Pattern ROW = Pattern.compile("([^\\[]+)\\[([0-9]+)]\\.(.+)");
    private static final int COLUMNS = 1_000;

    private final IndicatorCatalogue catalogue;
    private final List<Rule> rules;
    private final Map<String, Long> formOrder = new HashMap<>();

    /** @throws BadRule if a rule cannot be used as it is written */
    @Autowired
    public ReviewRules(IndicatorCatalogue catalogue) {
        this(catalogue, ReviewRules.class.getResourceAsStream("/rule/rules.yaml"));
    }

    ReviewRules(IndicatorCatalogue catalogue, InputStream file) {
        this.catalogue = catalogue;
        rules = new RuleCompiler(catalogue, RuleFile.read(file)).compile();
        long place = 0;
        for (Indicator indicator : catalogue.indicators()) {
            formOrder.put(indicator.code(), ++place * COLUMNS * COLUMNS);
        }
        for (RowGroup group : catalogue.groups()) {
            formOrder.put(group.code(), afterSection(group));
        }
    }

    /**
     * What the rules say about a report: blocking findings first, then those to explain, then hints, each in the order
     * of the form.
     *
     * @throws RuleFailed if a rule gives neither true nor false
     */
    public List<Finding> check(ReviewSubject subject) {
        List<Finding> findings = new ArrayList<>();
        Cells cells = Cells.of(catalogue, subject);
        rules.forEach(rule -> rule.check(cells, findings::add));
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(finding -> place(finding.fields().get(0)))
                .thenComparing(Finding::rule));
        return List.copyOf(findings);
    }

    /** The ids of all rules, in the order of the file. */
    List<String> ids() {
        return rules.stream().map(Rule::id).toList();
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
