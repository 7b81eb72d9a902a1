package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 731 0001", "-2", "@SUM(A1)", "\t=1", "\r=1", "=1\n=2"})
    void whatASpreadsheetWouldTakeForAFormulaStaysText(String written) {
        assertThat(SpreadsheetText.cell(written)).isEqualTo("'" + written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "湘岭纸业", "183810013", "1-2", "a=b", "0731-00000001"})
    void anythingElseStaysAsItIs(String written) {
        assertThat(SpreadsheetText.cell(written)).isSameAs(written);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(SpreadsheetText.cell(null)).isNull();
    }
}
