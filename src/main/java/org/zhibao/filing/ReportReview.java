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

    private final EarlierFigures earlier;
    private final Registry registry;
    private final ReviewRules rules;
    private final ReportLinks links;

    ReportReview(EarlierFigures earlier, Registry registry, ReviewRules rules, ReportLinks links) {
        this.earlier = earlier;
        this.registry = registry;
        this.rules = rules;
        this.links = links;
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

    /** What the quarter before says about the unit. */
    Figures previous(Filing filing) {
        return earlier.of(filing, Quarter.parse(filing.period()).previous());
    }

    /** What the same quarter last year says. */
    Figures lastYear(Filing filing) {
        return earlier.of(filing, Quarter.parse(filing.period()).sameQuarterLastYear());
    }
}
