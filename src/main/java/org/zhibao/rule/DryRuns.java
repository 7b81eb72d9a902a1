package org.zhibao.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;

/** Tries rules on submitted reports, chunk after chunk as the caller asks for them. */
@Service
@Transactional(readOnly = true)
public class DryRuns {

    private static final int CHUNK = 500;

    private final RuleAdministration administration;
    private final RuleBook book;
    private final IndicatorCatalogues catalogues;
    private final StoredReports reports;
    private volatile Tried lastTried;

    private record Tried(RuleText text, IndicatorCatalogue catalogue, Rule rule) {
    }

    DryRuns(RuleAdministration administration, RuleBook book, IndicatorCatalogues catalogues,
            StoredReports reports) {
        this.administration = administration;
        this.book = book;
        this.catalogues = catalogues;
        this.reports = reports;
    }

    /** The periods with reports to try a rule on, the latest first. */
    public List<Quarter> periods() {
        return reports.periods();
    }

    /**
     * Tries a rule on some submitted reports of the caller's area. Changes nothing.
     *
     * @param code  the rule in force to compare with; a code nobody uses for none
     * @param after {@code next} of the chunk before; 0 to begin
     * @throws Refusal if the rule cannot be used
     */
    public DryRun chunk(String code, RuleText text, Quarter period, long after, Actor actor) {
        Rule would = usable(text, actor);
        Rule does = book.find(code, period).map(book::rule).orElse(null);
        Function<StoredReports.Stored, Cells> cells = cells(period);
        List<Rule> both = does == null ? List.of(would) : List.of(would, does);
        StoredReports.Chunk chunk = reports.chunk(period, actor.area(), after, CHUNK,
                reads(both, Reference.Scope.PREV), reads(both, Reference.Scope.YEAR),
                reads(both, Reference.Scope.LINK, Reference.Scope.EARLIER, Reference.Scope.ANNUAL));
        DryRun.Count wouldCount = DryRun.Count.NONE;
        DryRun.Count doesCount = DryRun.Count.NONE;
        List<DryRun.Hit> hits = new ArrayList<>();
        for (StoredReports.Stored report : chunk.reports()) {
            List<Finding> findings = findings(would, report, cells.apply(report));
            Severity today = does == null ? null : worst(findings(does, report, cells.apply(report)));
            wouldCount = wouldCount.plus(worst(findings));
            doesCount = doesCount.plus(today);
            if (!findings.isEmpty() && hits.size() < DryRun.MOST_HITS) {
                hits.add(new DryRun.Hit(report.filingId(), report.orgCode(), report.unitName(), findings, today));
            }
        }
        return new DryRun(period, reports.count(period, actor.area()), chunk.reports().size(), wouldCount, doesCount,
                List.copyOf(hits), chunk.next());
    }

    /** The same over all reports of the period. */
    public DryRun all(String code, RuleText text, Quarter period, Actor actor) {
        DryRun run = chunk(code, text, period, 0, actor);
        while (run.next() != 0) {
            run = chunk(code, text, period, run.next(), actor).after(run);
        }
        return run;
    }

    /** Chunk after chunk tries the same rule: it is examined once. */
    private Rule usable(RuleText text, Actor actor) {
        administration.requireWriter(actor);
        IndicatorCatalogue catalogue = catalogues.latest(actor.area());
        Tried before = lastTried;
        if (before != null && before.text().equals(text) && before.catalogue() == catalogue) {
            return before.rule();
        }
        List<Refusal.FieldError> errors = administration.problems(text, actor);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Rule rule = new RuleCompiler(catalogue).compile("R99", 1, text);
        lastTried = new Tried(text, catalogue, rule);
        return rule;
    }

    /** Each city's catalogue is asked for once. */
    private Function<StoredReports.Stored, Cells> cells(Quarter period) {
        Map<String, IndicatorCatalogue> found = new HashMap<>();
        return report -> Cells.of(found.computeIfAbsent(report.subject().unit().getOrDefault("cityCode", ""),
                city -> catalogues.of(period, city)), report.subject());
    }

    private static List<Finding> findings(Rule rule, StoredReports.Stored report, Cells cells) {
        List<Finding> findings = new ArrayList<>();
        try {
            rule.check(cells, findings::add);
        } catch (RuleFailed failed) {
            throw failed.on(report.unitName());
        }
        return findings;
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Severity::compareTo).orElse(null);
    }

    private static boolean reads(List<Rule> rules, Reference.Scope... scopes) {
        return rules.stream().anyMatch(rule -> rule.reads(Set.of(scopes)));
    }
}
