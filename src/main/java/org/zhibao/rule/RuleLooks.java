package org.zhibao.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhibao.account.Actor;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.indicator.RowGroup;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;

/** What a reader wants to know about a rule before trying it: what it is about, and how its message looks. */
@Service
public class RuleLooks {

    /** So many reports are looked through for one that the rule speaks about. */
    private static final int LOOKED_THROUGH = 60;

    private final RuleAdministration administration;
    private final RuleBook book;
    private final IndicatorCatalogues catalogues;
    private final StoredReports reports;

    RuleLooks(RuleAdministration administration, RuleBook book, IndicatorCatalogues catalogues,
              StoredReports reports) {
        this.administration = administration;
        this.book = book;
        this.catalogues = catalogues;
        this.reports = reports;
    }

    /** The indicators and groups a rule reads or marks, with the letters of their sections; empty if it cannot be used. */
    public Set<String> concerns(RuleVersion version) {
        try {
            Set<String> codes = book.rule(version).concerns();
            IndicatorCatalogue catalogue = catalogues.of(version.effectiveFrom(), version.area());
            return Stream.concat(codes.stream(), codes.stream().map(code -> section(catalogue, code)))
                    .collect(Collectors.toSet());
        } catch (BadRule old) {
            return Set.of();
        }
    }

    /**
     * The rule's message on a report of the latest period that the rule speaks about, else on one it looks at; empty if
     * there is no report to show it on.
     *
     * @throws Refusal if the rule cannot be used
     */
    public Optional<RulePreview> preview(RuleText text, Actor actor) {
        List<Refusal.FieldError> problems = administration.problems(text, actor);
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
        Rule rule = new RuleCompiler(catalogues.latest(actor.area())).compile("R99", 1, text);
        for (Quarter period : reports.periods()) {
            List<RulePreview> seen = new ArrayList<>();
            for (StoredReports.Stored report : reports.chunk(period, actor.area(), 0, LOOKED_THROUGH, true, true, true)
                    .reports()) {
                preview(rule, period, report).ifPresent(seen::add);
            }
            if (!seen.isEmpty()) {
                return seen.stream().filter(RulePreview::trips).findFirst().or(() -> Optional.of(seen.get(0)));
            }
        }
        return Optional.empty();
    }

    private Optional<RulePreview> preview(Rule rule, Quarter period, StoredReports.Stored report) {
        Cells cells = Cells.of(catalogues.of(period, report.subject().unit().getOrDefault("cityCode", "")),
                report.subject());
        List<Finding> said = new ArrayList<>();
        try {
            rule.check(cells, said::add);
            return rule.example(cells).map(finding ->
                    new RulePreview(period, report.filingId(), report.unitName(), !said.isEmpty(), finding));
        } catch (RuleFailed failed) {
            throw failed.on(report.unitName());
        }
    }

    private static String section(IndicatorCatalogue catalogue, String code) {
        return catalogue.indicator(code).map(Indicator::section)
                .or(() -> catalogue.group(code).map(RowGroup::section)).orElse("");
    }
}
