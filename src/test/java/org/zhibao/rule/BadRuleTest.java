package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadRuleTest {

    private static final String RULE = """
            rules:
              - id: R99
                version: 1
                severity: BLOCKING
                needs: [B03]
                holds: %s
                zh: "%s"
                en: cell {B03}
                source: test
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "this.B03 >              | 值 {B03}      | 1:",
            "this.B99 > 0            | 值 {B03}      | there is no this.B99",
            "this.B03 > $limit       | 值 {B03}      | $limit stands for nothing",
            "this.B03 > 0            | 值 {B98}      | [B98]",
            "row.facility_no = null  | 值 {B03}      | there is no row.facility_no"})
    void aRuleThatCannotWorkStopsTheStartAndIsNamed(String holds, String message, String problem) {
        assertThatThrownBy(() -> rules(RULE.formatted(holds, message)))
                .isInstanceOf(BadRule.class).hasMessageContaining("R99").hasMessageContaining(problem);
    }

    @Test
    void anUnknownKeyStopsTheStart() {
        assertThatThrownBy(() -> rules(RULE.formatted("this.B03 > 0", "值") + "    treshold: 3\n"))
                .isInstanceOf(BadRule.class).hasMessageContaining("treshold");
    }

    @Test
    void aRuleWrittenTwiceStopsTheStart() {
        String rule = RULE.formatted("this.B03 > 0", "值");
        assertThatThrownBy(() -> rules(rule + rule.substring(rule.indexOf('\n') + 1)))
                .isInstanceOf(BadRule.class).hasMessageContaining("R99").hasMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"this.B03 > missing", "this.B03 / 0 > 1", "this.B03", "nosuch(this.B03)"})
    void aRuleThatIsNeitherTrueNorFalseIsNeverSkipped(String holds) {
        ReviewRules rules = rules(RULE.formatted(holds, "值"));

        assertThatThrownBy(() -> rules.check(GoldenSample.subject("paper-mill")))
                .isInstanceOfSatisfying(RuleFailed.class, failure -> assertThat(failure.rule()).isEqualTo("R99"))
                .hasMessageContaining("R99");
    }

    @Test
    void aRuleWithoutTheCellsItNeedsSaysNothing() {
        ReviewRules rules = rules(RULE.formatted("this.B03 < 0", "值"));

        assertThat(rules.check(GoldenSample.subject("power-plant"))).isEmpty();
        assertThat(rules.check(GoldenSample.subject("paper-mill"))).hasSize(1);
    }

    private static ReviewRules rules(String yaml) {
        return new ReviewRules(GoldenSample.CATALOGUE,
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
