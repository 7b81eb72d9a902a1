package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.period.Quarter;
import org.zhibao.registry.SourceKind;

class RuleOutlineTest {

    private static final Quarter PERIOD = new Quarter(2026, 3);

    private final ReviewRules rules = ReviewRules.shipped(new IndicatorCatalogue());

    @Test
    void aRuleIsToldBesideEveryCellItConcernsWithNamesAndThresholdsButNoFigures() {
        Map<String, List<RuleOutline>> outlines = outlines(Locale.SIMPLIFIED_CHINESE);
        assertThat(outlines.get("B07")).extracting(RuleOutline::rule).contains("R02", "R17", "R18", "R45");
        assertThat(outlines.get("B07")).filteredOn(o -> o.rule().equals("R45")).singleElement()
                .returns("化学需氧量排放量（B07）由上季度的 … 变为 …，变化 …，请核实或说明原因。", RuleOutline::text);
        assertThat(outlines.values().stream().flatMap(List::stream)).extracting(RuleOutline::text)
                .allSatisfy(text -> assertThat(text).doesNotContain("{", "$"));
        assertThat(outlines(Locale.ENGLISH).get("B07")).extracting(RuleOutline::text)
                .anySatisfy(text -> assertThat(text).startsWith("COD discharged (B07) went from …"));
    }

    @Test
    void theSeverestComesFirst() {
        assertThat(outlines(Locale.ENGLISH).get("B07")).extracting(RuleOutline::severity).isSorted();
    }

    @Test
    void columnsOfRowsAreToldOfByTheirGroup() {
        assertThat(outlines(Locale.SIMPLIFIED_CHINESE).get("A26.product_output")).extracting(RuleOutline::rule).contains("R02b");
    }

    @Test
    void rulesForOtherKindsOfSourceAreLeftOut() {
        assertThat(outlines(Locale.ENGLISH).get("A31")).extracting(RuleOutline::rule).doesNotContain("R27");
    }

    @Test
    void theLimitsOfAChangeAreThoseOfTheRule() {
        assertThat(rules.changeLimits(PERIOD, "430100"))
                .containsEntry("B07", new ChangeLimit(new BigDecimal("0.30"), new BigDecimal("1")))
                .containsEntry("B09", new ChangeLimit(new BigDecimal("0.50"), new BigDecimal("10")))
                .doesNotContainKey("A25");
    }

    private Map<String, List<RuleOutline>> outlines(Locale locale) {
        return rules.outlines(PERIOD, "430100", Set.of(SourceKind.WASTEWATER), locale);
    }
}
