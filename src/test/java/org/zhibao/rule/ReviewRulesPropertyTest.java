package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;

class ReviewRulesPropertyTest {

    @Property(tries = 60)
    void aGoldenSampleOfAnotherSizeHasNothingToBlockOrExplain(
            @ForAll @From("samples") String sample,
            @ForAll @BigRange(min = "0.05", max = "20") @Scale(4) BigDecimal factor) {
        Figures scaled = GoldenSample.scaled(GoldenSample.figures(sample), factor);

        assertThat(GoldenSample.RULES.check(GoldenSample.subject(scaled, Figures.EMPTY, Figures.EMPTY))).isEmpty();
    }

    @Property(tries = 30)
    void quartersThatDifferByLessThanAFifthRaiseNoChangeFindings(
            @ForAll @From("samples") String sample,
            @ForAll @BigRange(min = "0.85", max = "1.19") @Scale(3) BigDecimal change) {
        Assume.that(change.compareTo(BigDecimal.ONE) != 0);
        Figures before = GoldenSample.scaled(GoldenSample.figures(sample), new BigDecimal("0.7"));
        Figures now = GoldenSample.scaled(before, change);

        assertThat(GoldenSample.RULES.check(GoldenSample.subject(now, before, before))).isEmpty();
    }

    @Property(tries = 60)
    void whateverTheCellsHoldEveryRuleComesToAConclusion(
            @ForAll @From("samples") String sample, @ForAll Random random) {
        String[] contents = {null, "", "NA", "0", "0.0001", "1", "9999999999.99", "-3", "abc", "2", "E", "1e9", "\""};
        Map<String, String> cells = new HashMap<>();
        for (Indicator indicator : GoldenSample.CATALOGUE.indicators()) {
            for (String scope : List.of("", "prev.", "year.")) {
                if (random.nextInt(3) == 0) {
                    cells.put(scope + indicator.code(), contents[random.nextInt(contents.length)]);
                }
            }
        }

        assertThat(GoldenSample.RULES.check(GoldenSample.with(GoldenSample.subject(sample), cells)))
                .isNotEmpty().allSatisfy(f -> assertThat(f.zh() + f.en()).isNotBlank().doesNotContain("null"));
    }

    @Provide
    Arbitrary<String> samples() {
        return Arbitraries.of(GoldenSample.NAMES);
    }
}
