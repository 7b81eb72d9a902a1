package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell of a decision table lets through, told without running it. */
class UnaryTestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``|5|true", "-|5|true", "5|5|true", "5|5.0|true", "5|6|false", "< 5|5|false", "<= 5|5|true", "> 5|6|true",
        ">= -2.5|-2.5|true", "[1..5]|5|true", "[1..5[|5|false", "(1..5)|1|false", "]1..5]|1|false", "1, 3, [7..9]|8|true",
        "1, 3, [7..9]|2|false", "not(1, 3)|1|false", "not(1, 3)|2|true", "not([1..5])|7|true"})
    void numbers(String cell, String value, boolean passes) {
        assertThat(UnaryTest.of(cell).orElseThrow().allows().test(new BigDecimal(value))).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"CITY\"|CITY|true", "\"CITY\",\"PROVINCE\"|PROVINCE|true", "\"a,b\"|a,b|true", "\"a,b\"|a|false",
        "not(\"CITY\")|CITY|false", "not(\"CITY\")|COUNTY|true", "5|CITY|false"})
    void texts(String cell, String value, boolean passes) {
        assertThat(UnaryTest.of(cell).orElseThrow().allows().test(value)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"period", "> other", "date(\"2026-01-01\")", "? > 5", "contains(?, \"x\")", "[a..b]", "1, x"})
    void whatDependsOnMoreThanTheValueIsLeftOpen(String cell) {
        assertThat(UnaryTest.of(cell)).isEmpty();
    }

    @Test
    void namesTheTextsAndNumbersToTryItWith() {
        UnaryTest test = UnaryTest.of("1, [3..5], \"x\"").orElseThrow();
        assertThat(test.numbers()).containsExactlyInAnyOrder(BigDecimal.ONE, new BigDecimal(3), new BigDecimal(5));
        assertThat(test.texts()).containsExactly("x");
    }
}
