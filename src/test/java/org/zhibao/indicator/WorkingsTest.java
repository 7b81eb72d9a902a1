package org.zhibao.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhibao.registry.SourceKind;

class WorkingsTest {

    private static final Map<String, Measure> UNITS = Map.of("吨", new Measure(Map.of("g", 1), 6),
            "毫克/升", new Measure(Map.of("g", 1, "m3", -1), 0));

    private final IndicatorCatalogue catalogue = new IndicatorCatalogue();
    private final Workings workings = new Workings(catalogue);

    @ParameterizedTest
    @CsvSource({"A27,A28 + A29", "B06,B01 × B08 ÷ 10⁶", "B07,B03 × B09 ÷ 10⁶", "B11,B03 × B13 ÷ 10⁶", "C04,1.7 × A31 × A32 ÷ 10²",
            "C05,C01 × C06 ÷ 10⁵", "C11,C01 × C12 ÷ 10⁵", "D16,D03 × (D08 − D09) ÷ 10²", "D17,D07 × D09 ÷ 10²",
            "removal_rate,(inlet_conc − outlet_conc) ÷ inlet_conc × 10²"})
    void powersOfTenFollowFromTheUnits(String code, String formula) {
        assertThat(all("4411")).filteredOn(w -> w.code().equals(code)).singleElement().returns(formula, Working::formula);
    }

    @Test
    void aFormulaIsHandedToScriptsAsATree() {
        assertThat(all("4411")).filteredOn(w -> w.code().equals("D16")).singleElement()
                .returns(List.of("*", "D03", List.of("-", "D08", "D09")), Working::tree)
                .returns(-2, Working::shift).returns(Set.of("D03", "D08", "D09"), Working::cells);
    }

    @Test
    void aFormGetsOnlyWhatItsCellsAnswerAndItsIndustryAllows() {
        assertThat(workings.of(catalogue.formFor(Set.of(SourceKind.WASTEWATER)), "2221")).extracting(Working::code)
                .contains("A27", "B07", "removal_rate").doesNotContain("C01", "C04", "D16");
        assertThat(workings.of(catalogue.formFor(Set.of(SourceKind.WASTE_GAS)), "3011")).extracting(Working::code)
                .contains("C05").doesNotContain("C04");
    }

    @Test
    void aFormulaThatMeasuresSomethingElseStopsTheStart() {
        assertThatThrownBy(() -> with("B07", "B03 * B09", Set.of())).isInstanceOf(BadCatalogue.class)
                .hasMessageContaining("does not measure what B07 does");
        assertThat(with("B07", "B03 * B09", Set.of("B03")).of(catalogue.formFor(Set.of(SourceKind.WASTEWATER)), ""))
                .hasSize(1);
        assertThatThrownBy(() -> with("B07", "B06 - B09", Set.of())).hasMessageContaining("the units differ");
    }

    @ParameterizedTest
    @CsvSource({"B03 *,no formula", "B03 ** B09,no formula", "(B03 * B09,no formula", "B03 ^ 2,no formula", "'',no formula",
            "B03 * X99,X99", "B03 * A03,A03", "A24 * B03,万元"})
    void aFormulaThatCannotBeReadStopsTheStart(String formula, String says) {
        assertThatThrownBy(() -> with("B07", formula, Set.of())).isInstanceOf(BadCatalogue.class).hasMessageContaining(says);
    }

    private Workings with(String code, String formula, Set<String> water) {
        return new Workings(catalogue, new Workings.File(UNITS, water,
                List.of(new Workings.Entry(code, null, formula, "中", "en", null))));
    }

    private List<Working> all(String industry) {
        return workings.of(catalogue.formFor(Set.of(SourceKind.values())), industry);
    }
}
