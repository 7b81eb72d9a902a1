package org.zhibao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.rule.ReviewRules;
import org.zhibao.rule.ReviewSubject;
import org.zhibao.rule.Severity;
import org.zhibao.testing.DatabaseTest;

@DatabaseTest
class DemoReportsPassReviewTest {

    private static final List<Quarter> QUARTERS =
            List.of(Quarter.parse("2026Q1"), Quarter.parse("2026Q2"), Quarter.parse("2026Q3"));

    /** Which part of the units is looked at; {@code -Dzhibao.test.every=1} takes all, for who changes the demo data. */
    private static final int EVERY = Integer.getInteger("zhibao.test.every", 8);

    @Autowired
    private Registry registry;

    private final IndicatorCatalogue catalogue = new IndicatorCatalogue();
    private final DemoFigures figures = new DemoFigures(catalogue);
    private final ReviewRules rules = ReviewRules.shipped(catalogue);

    @Test
    void noReportOfAnyUnitIsBlockedOrNeedsAnExplanation() {
        registry.addAll(new DemoUnits(registry).generate(DemoUnits.USUAL_COUNT));

        List<ReportingUnit> units = registry.unitsAfter("", DemoUnits.USUAL_COUNT);
        assertThat(units).hasSize(DemoUnits.USUAL_COUNT);
        assertThat(sample(units)
                .flatMap(unit -> QUARTERS.stream().flatMap(quarter -> objections(unit, quarter))).toList()).isEmpty();
    }

    private static Stream<ReportingUnit> sample(List<ReportingUnit> units) {
        return IntStream.range(0, units.size()).filter(i -> i % EVERY == 0).mapToObj(units::get).parallel();
    }

    private Stream<String> objections(ReportingUnit unit, Quarter quarter) {
        Figures current = figures.figures(unit, quarter);
        ReviewSubject subject = new ReviewSubject(current, figures.figures(unit, quarter.previous()),
                figures.figures(unit, quarter.sameQuarterLastYear()), unit.kinds(), quarter.start(), quarter.end(),
                registry.facts(unit));
        return rules.check(subject).stream().filter(finding -> finding.severity() != Severity.HINT)
                .map(finding -> unit.orgCode() + " " + quarter + " " + finding.rule() + ": " + finding.zh());
    }
}
