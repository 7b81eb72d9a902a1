package org.zhibao.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({"1.2,万吨,吨,12000", "350,千克,吨,0.35", "0.35,吨,千克,350", "1,亿元,万元,10000", "12,微克/升,毫克/升,0.012",
            "3.5,‰,%,0.35", "2,兆瓦时,万千瓦时,0.2", "5000,立方米（标态）,万立方米（标态）,0.5", "10,吨,吨,10", "0,千克,吨,0"})
    void anAmountIsTheSameInAnotherUnitOfItsQuantity(String amount, String from, String to, String expected) {
        assertThat(unit(from).convert(new BigDecimal(amount), unit(to)).toPlainString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"天,小时", "毫克/升,毫克/立方米", "吨,立方米", "万立方米,万立方米（标态）", "吨/日,吨/时", "套,个"})
    void whatIsCountedDifferentlyIsNotConverted(String one, String other) {
        assertThat(unit(one).convertibleTo(unit(other))).isFalse();
        assertThatThrownBy(() -> unit(one).convert(BigDecimal.ONE, unit(other))).hasMessageContaining(one);
    }

    @Test
    void everyUnitOfTheShippedCatalogueIsKnownUnderBothItsNames() {
        IndicatorCatalogue catalogue = new IndicatorCatalogue();
        assertThat(catalogue.indicators()).filteredOn(i -> !i.unit().isEmpty())
                .allSatisfy(i -> assertThat(unit(i.unit()).en()).isEqualTo(i.unitEn()));
        assertThat(catalogue.groups()).flatExtracting(RowGroup::columns).filteredOn(i -> !i.unit().isEmpty())
                .allSatisfy(i -> assertThat(Unit.named(i.unitEn())).contains(unit(i.unit())));
    }

    private static Unit unit(String name) {
        return Unit.named(name).orElseThrow();
    }
}
