package org.zhibao.filing;

import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.rule.LiveRules;
import org.zhibao.rule.ReviewRules;
import org.zhibao.rule.ReviewSubject;

/** Runs the review rules over a report, with the accepted figures of earlier quarters beside it. */
@Component
class ReportReview {

    private final Filings filings;
    private final CopiesOfRecord records;
    private final Registry registry;
    private final ReviewRules rules;
    private final ReportLinks links;

    ReportReview(Filings filings, CopiesOfRecord records, Registry registry, ReviewRules rules,
                 ReportLinks links) {
        this.links = links;
        this.filings = filings;
        this.records = records;
        this.registry = registry;
        this.rules = rules;
    }

    CheckResult check(Filing filing, ReportDocument document) {
        return CheckResult.of(rules.review(subject(filing, document.figures())), document.explanations());
    }

    /** The same rules, for the browser in which the report is filled in. */
    LiveRules live(Filing filing) {
        return rules.live(subject(filing, Figures.EMPTY));
    }

    private ReviewSubject subject(Filing filing, Figures figures) {
        ReportingUnit unit = registry.require(filing.orgCode());
        Quarter quarter = Quarter.parse(filing.period());
        return new ReviewSubject(figures, previous(filing), lastYear(filing), unit.kinds(), quarter.start(),
                quarter.end(), registry.facts(unit), links.of(filing, unit, figures));
    }

    /** The accepted figures of the quarter before. */
    Figures previous(Filing filing) {
        return accepted(filing.orgCode(), Quarter.parse(filing.period()).previous());
    }

    /** The accepted figures of the same quarter last year. */
    Figures lastYear(Filing filing) {
        return accepted(filing.orgCode(), Quarter.parse(filing.period()).sameQuarterLastYear());
    }

    private Figures accepted(String orgCode, Quarter quarter) {
        return filings.findByOrgCodeAndPeriod(orgCode, quarter.code())
                .filter(f -> f.acceptedRevision() != null)
                .map(f -> records.figures(f.id(), f.acceptedRevision()))
                .orElse(Figures.EMPTY);
    }
}
