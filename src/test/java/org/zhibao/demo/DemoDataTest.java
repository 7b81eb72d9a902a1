package org.zhibao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.indicator.FigureValidator;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.period.Quarter;
import org.zhibao.registry.NewUnit;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.SourceKind;
import org.zhibao.testing.DatabaseTest;

@DatabaseTest
class DemoDataTest {

    private static final List<Quarter> QUARTERS =
            List.of(Quarter.parse("2025Q3"), Quarter.parse("2026Q1"), Quarter.parse("2026Q2"), Quarter.parse("2026Q3"));

    @Autowired
    private Registry registry;

    private final IndicatorCatalogue catalogue = new IndicatorCatalogue();
    private final DemoFigures figures = new DemoFigures(catalogue);
    private DemoUnits demo;

    @BeforeEach
    void setUp() {
        demo = new DemoUnits(registry);
    }

    @Test
    void theSameUnitsComeOutEachTimeAndFewerAreTheFirstOfMore() {
        assertThat(demo.generate(376)).isEqualTo(new DemoUnits(registry).generate(1000).subList(0, 376));
    }

    @Test
    void sixteenThousandUnitsHaveCodesAndNamesOfTheirOwn() {
        List<NewUnit> units = demo.generate(16_000);

        assertThat(distinct(units, NewUnit::orgCode)).isEqualTo(16_000);
        assertThat(distinct(units, NewUnit::uscc)).isEqualTo(16_000);
        assertThat(distinct(units, NewUnit::name)).isEqualTo(16_000);
        assertThat(distinct(units, unit -> unit.contact().phone())).isEqualTo(16_000);
    }

    @Test
    void theUsualUnitsSpreadOverAllCountiesAndTheKindsOfTheList() {
        List<NewUnit> units = demo.generate(DemoUnits.USUAL_COUNT);

        assertThat(distinct(units, NewUnit::countyCode)).isEqualTo(122);
        assertThat(distinct(units, NewUnit::industryCode)).isGreaterThan(25);
        assertThat(count(units, SourceKind.WASTEWATER)).isEqualTo(226);
        assertThat(count(units, SourceKind.WASTE_GAS)).isEqualTo(139);
        assertThat(count(units, SourceKind.WWTP)).isEqualTo(133);
        assertThat(units.stream().map(NewUnit::industryCode)).allMatch(
                code -> catalogue.dictionary("industries").entries().stream().anyMatch(e -> e.code().equals(code)));
    }

    @Test
    void theFirstUnitsAreTheGoldenSamplesAllInChangsha() {
        List<NewUnit> units = demo.generate(6);

        assertThat(units).extracting(unit -> unit.uscc().value()).containsExactly("914301001838100135",
                "91430200183811382N", "91430400183814129T", "91430600183815498H", "914310001838168614",
                "914313001838182346");
        assertThat(units.subList(0, 3)).extracting(NewUnit::industryCode).containsExactly("2221", "4411", "4620");
        assertThat(units.subList(0, 3)).extracting(NewUnit::countyCode).allMatch(code -> code.startsWith("4301"))
                .first().isEqualTo("430102");
    }

    @Test
    void everyCellOfEveryReportHoldsAnAdmissibleValue() {
        FigureValidator validator = new FigureValidator(catalogue);

        for (ReportingUnit unit : registered()) {
            FormDefinition form = catalogue.formFor(unit.kinds());
            for (Quarter quarter : QUARTERS) {
                Figures report = figures.figures(unit, quarter);
                assertThat(validator.problems(form, report)).as(unit.orgCode() + " " + quarter).isEmpty();
                assertThat(report.values()).containsOnlyKeys(form.sections().stream()
                        .flatMap(s -> s.indicators().stream()).map(i -> i.code()).collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void theSameFiguresComeOutEachTimeAndOthersInEachQuarter() {
        ReportingUnit unit = registered().get(7);

        assertThat(figures.figures(unit, QUARTERS.get(0)))
                .isEqualTo(new DemoFigures(catalogue).figures(unit, QUARTERS.get(0)))
                .isNotEqualTo(figures.figures(unit, QUARTERS.get(1)));
    }

    private List<ReportingUnit> registered() {
        registry.addAll(demo.generate(DemoUnits.USUAL_COUNT));
        return registry.unitsAfter("", DemoUnits.USUAL_COUNT);
    }

    private static long count(Collection<NewUnit> units, SourceKind kind) {
        return units.stream().filter(unit -> unit.kinds().contains(kind)).count();
    }

    private static <T> int distinct(Collection<NewUnit> units, Function<NewUnit, T> part) {
        return units.stream().map(part).collect(Collectors.toCollection(HashSet::new)).size();
    }
}
