package org.zhibao.filing.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhibao.indicator.Indicator;

class CellCleanerTest {

    private final CellCleaner cleaner = new CellCleaner(WorkbookSamples.CATALOGUE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A27 | 12              | 12         |
            A27 | １２３４．５      | 1234.5     | width
            A27 | 1,234,567.5     | 1234567.5  | separators
            A27 | １，２３４        | 1234       | width separators
            A27 | ' 12 345 '      | 12345      | spaces
            A27 | 12吨            | 12         | unit
            A27 | 12 t            | 12         | spaces unit
            A27 | 1,200 吨        | 1200       | spaces unit separators
            A27 | +5              | 5          |
            A27 | 12.             | 12         |
            A27 | 1.2E+05         | 120000     | scientific
            A27 | 不适用           | NA         |
            A27 | n/a             | NA         |
            A27 | 1.2万吨         | 12000      | converted
            A27 | １，２００ kg    | 1.2        | width spaces separators converted
            A24 | 0.35亿元        | 3500       | converted
            A36 | 52000立方米     | 5.2        | converted
            B09 | 45000μg/L       | 45         | converted
            A32 | 1.2%            | 1.2        | unit
            A32 | １．２％          | 1.2        | width unit
            B09 | 45毫克/升        | 45         | unit
            B09 | 45mg/L          | 45         | unit
            A16 | 2008年5月        | 2008-05    | month
            A16 | 2008/05         | 2008-05    | month
            A16 | 200805          | 2008-05    | month
            A16 | 2008-05         | 2008-05    |
            A17 | C 进入城市下水道（再入江河、湖、库） | C |
            A17 | 进入城市污水处理厂 | E          | code
            A17 | e               | E          | code
            A15 | 610             | 0610       | code
            A21 | WASTEWATER 废水、WASTE_GAS | WASTEWATER,WASTE_GAS |
            A10 | '  张三  '       | 张三        |
            """)
    void whatHasOneMeaningIsCleanedAndSaidSo(String code, String typed, String value, String steps) {
        Cleaned cleaned = cleaner.clean(Raw.text(typed), indicator(code));
        assertThat(cleaned.problem()).isNull();
        assertThat(cleaned.value()).isEqualTo(value);
        assertThat(cleaned.steps()).map(s -> s.replace("workbook.cleaned.", ""))
                .containsExactly(steps == null ? new String[0] : steps.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A27 | 12立方米 | unit
            A27 | 12元    | unit
            A25 | 12天    | unit
            B09 | 12mg/m³ | unit
            A27 | 12个    | unit
            A27 | -       | dash
            A27 | ——      | dash
            A27 | 无      | dash
            """)
    void whatHasSeveralMeaningsIsRefused(String code, String typed, String problem) {
        Cleaned cleaned = cleaner.clean(Raw.text(typed), indicator(code));
        assertThat(cleaned.value()).isNull();
        assertThat(cleaned.problem().key()).isEqualTo("workbook.problem." + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A27 | 1,5
            A27 | 12,34,567
            A27 | 十二
            A27 | 12-15
            A27 | 1.2.3
            A27 | 1e999
            A17 | Z
            A16 | 2008.5.5.5
            """)
    void whatIsNoValueIsLeftForTheIndicatorToRefuse(String code, String typed) {
        Cleaned cleaned = cleaner.clean(Raw.text(typed), indicator(code));
        assertThat(cleaned.value()).as("nothing is guessed").isEqualTo(Written.narrow(typed));
    }

    @Test
    void percentFormatsCountOnlyWhereTheIndicatorIsAPercentage() {
        Raw cell = Raw.percent(new BigDecimal("0.125"));
        assertThat(cleaner.clean(cell, indicator("A32")).value()).isEqualTo("12.5");
        assertThat(cleaner.clean(cell, indicator("A27")).problem().key()).isEqualTo("workbook.problem.percent");
    }

    @Test
    void datesAreMonthsButNeverFigures() {
        Raw cell = Raw.date(LocalDate.of(2008, 5, 1));
        assertThat(cleaner.clean(cell, indicator("A16")).value()).isEqualTo("2008-05");
        assertThat(cleaner.clean(cell, indicator("A27")).problem().key()).isEqualTo("workbook.problem.date");
        assertThat(cleaner.clean(Raw.number(new BigDecimal("2008.1")), indicator("A16")).value())
                .as("January or October").isEqualTo("2008.1");
    }

    @Test
    void formulasErrorsAndTruthValuesAreRefused() {
        for (Raw.Kind kind : new Raw.Kind[] {Raw.Kind.FORMULA, Raw.Kind.ERROR, Raw.Kind.BOOLEAN}) {
            assertThat(cleaner.clean(Raw.of(kind, "=1+1"), indicator("A27")).problem().key())
                    .isEqualTo("workbook.problem." + kind.name().toLowerCase());
            assertThat(cleaner.clean(Raw.of(kind, "=1+1"), indicator("A10")).problem()).isNotNull();
        }
    }

    private static Indicator indicator(String code) {
        return WorkbookSamples.CATALOGUE.indicator(code).orElseThrow();
    }
}
