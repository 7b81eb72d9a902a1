package org.zhibao.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.SourceKind;

class IndicatorCatalogueTest {

    private final IndicatorCatalogue catalogue = new IndicatorCatalogue();

    @Test
    void everyIndicatorOfTheFiveSectionsIsThereInTheOrderOfItsCode() {
        List<String> codes = new ArrayList<>();
        codes.addAll(codes("A", 1, 18));
        codes.addAll(List.of("A18C", "A19", "A19N"));
        codes.addAll(codes("A", 20, 25));
        codes.addAll(codes("A", 27, 39));
        codes.addAll(codes("B", 1, 35));
        codes.addAll(codes("C", 1, 14));
        codes.addAll(codes("D", 1, 26));
        codes.addAll(codes("E", 1, 12));

        assertThat(catalogue.indicators()).extracting(Indicator::code).containsExactlyElementsOf(codes);
        assertThat(catalogue.groups()).extracting(RowGroup::code).containsExactly("A26", "E20");
    }

    @ParameterizedTest
    @CsvSource({"A24,万元,10⁴ CNY", "A27,吨,t", "A36,万立方米,10⁴ m³", "B09,毫克/升,mg/L", "B21,千克,kg", "C01,万立方米（标态）,10⁴ m³ (STP)",
            "C06,毫克/立方米,mg/m³", "D01,吨/日,t/d", "D03,万吨,10⁴ t", "D25,万千瓦时,10⁴ kWh", "E05,立方米/时,m³/h", "E08,千克/时,kg/h"})
    void quantitiesCarryTheUnitOfTheForm(String code, String zh, String en) {
        assertThat(catalogue.indicator(code)).get().extracting(Indicator::unit, Indicator::unitEn).containsExactly(zh, en);
    }

    @Test
    void aConcentrationDoesNotGrowWithTheUnitButAMassDoes() {
        assertThat(catalogue.indicators()).filteredOn(Indicator::extensive).extracting(Indicator::unit)
                .isNotEmpty().doesNotContain("%", "毫克/升", "毫克/立方米", "小时", "天", "套", "°");
        assertThat(catalogue.indicators()).filteredOn(i -> Set.of("吨", "千克", "万吨", "万元").contains(i.unit()))
                .allMatch(Indicator::extensive);
    }

    @Test
    void eachKindOfSourceIsAskedForItsOwnSectionOnly() {
        assertThat(codes(Set.of(SourceKind.WASTEWATER))).contains("A27", "B01", "B35", "E01", "E11")
                .doesNotContain("C01", "D01", "E04", "E12");
        assertThat(codes(Set.of(SourceKind.WASTE_GAS))).contains("A27", "C01", "E04", "E12")
                .doesNotContain("B01", "D01", "E01", "E11");
        assertThat(codes(Set.of(SourceKind.WWTP))).contains("A27", "D01", "D26", "E11")
                .doesNotContain("B01", "C01", "E01", "E04");
        assertThat(codes(Set.of(SourceKind.WASTEWATER, SourceKind.WASTE_GAS))).contains("B01", "C01", "E01", "E04");
    }

    @Test
    void aFormHasNoEmptySection() {
        assertThat(catalogue.formFor(Set.of(SourceKind.WWTP)).sections()).extracting(Section::code)
                .containsExactly("A", "D", "E");
    }

    @Test
    void codesOfKindsAndLevelsAreThoseOfTheRegistry() {
        assertThat(catalogue.dictionary("source_kinds").entries()).extracting(e -> SourceKind.valueOf(e.code()))
                .containsExactly(SourceKind.values());
        assertThat(catalogue.dictionary("control_levels").entries()).extracting(e -> ControlLevel.valueOf(e.code()))
                .containsExactly(ControlLevel.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{code: A01, zh: 代码, en: Code, type: TEXT}                                   | A01",
            "{code: A01, zh: 代码, en: Code, type: CODE, dictionary: none}                 | A01",
            "{code: A01, zh: 数, en: Number, type: NUMBER, precision: 2, scale: 2}         | A01",
            "{code: A01, zh: 数, en: Number, type: NUMBER, precision: 5, scale: 2, unit: 吨} | A01",
            "{code: A01, zh: 代码, type: TEXT, length: 5}                                  | A01",
            "{code: A01, zh: 代码, en: Code, type: TEXT, lenght: 5}                        | lenght",
            "{code: A02, zh: 代码, en: Code, type: TEXT, length: 5}                        | A02"})
    void aCatalogueThatContradictsItselfStopsTheStart(String indicator, String named) {
        String yaml = """
                sections:
                  - code: A
                    zh: 基本情况
                    en: Basic
                    indicators:
                      - {code: A02, zh: 代码, en: Code, type: TEXT, length: 5}
                      - %s
                """.formatted(indicator);

        assertThatThrownBy(() -> new IndicatorCatalogue(stream(yaml), stream("dictionaries: []")))
                .isInstanceOf(BadCatalogue.class).hasMessageContaining(named);
    }

    @Test
    void aDictionaryThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> catalogue.dictionary("colours")).hasMessageContaining("colours");
    }

    private List<String> codes(Set<SourceKind> kinds) {
        return catalogue.formFor(kinds).sections().stream().flatMap(s -> s.indicators().stream()).map(Indicator::code)
                .toList();
    }

    private static List<String> codes(String section, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> section + (n < 10 ? "0" : "") + n).toList();
    }

    private static InputStream stream(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
