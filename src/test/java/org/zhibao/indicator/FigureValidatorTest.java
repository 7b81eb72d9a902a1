package org.zhibao.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhibao.registry.SourceKind;

class FigureValidatorTest {

    private final IndicatorCatalogue catalogue = new IndicatorCatalogue();
    private final FigureValidator validator = new FigureValidator(catalogue);
    private final FormDefinition form = catalogue.formFor(Set.of(SourceKind.WASTEWATER, SourceKind.WWTP));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A27 | 1e5             | not-a-number", "A27 | NaN      | not-a-number", "A27 | 1,000 | not-a-number",
            "A27 | １２            | not-a-number", "A27 | ' 5'     | not-a-number", "A27 | 5.    | not-a-number",
            "A27 | .5              | not-a-number", "A27 | +5       | not-a-number", "A27 | 0x1F  | not-a-number",
            "A27 | 万              | not-a-number", "A27 | Infinity | not-a-number",
            "A27 | -1              | negative",     "A27 | −1.5     | negative",
            "A27 | 1000000000000   | too-large",    "D02 | 1000     | too-large",
            "A27 | 1.005           | too-many-decimals", "D02 | 91.5 | whole-number",
            "A01 | 1838100130      | too-long",     "A03 | a\u0000b | control-character", "A03 | a\u202Eb | control-character",
            "A15 | 9999            | unknown-code", "A21 | WASTEWATER,AIR | unknown-code",
            "A21 | WASTEWATER,WASTEWATER | unknown-code", "A21 | WASTEWATER, | unknown-code",
            "A16 | 2005-13         | bad-month",    "A16 | 2005-8   | bad-month", "A16 | 2005-08-01 | bad-month",
            "A10 | NA              | required",
            "C01 | 5               | unknown-indicator", "Z99 | 5    | unknown-indicator"})
    void aCellThatCannotBeStoredIsRefusedByName(String code, String value, String problem) {
        assertThat(validator.problems(form, cell(code, value))).singleElement().satisfies(found -> {
            assertThat(found.field()).isEqualTo(code);
            assertThat(found.messageKey()).isEqualTo("indicator.problem." + problem);
            assertThat(found.arguments()).startsWith(form.indicator(code).map(Indicator::zh).orElse(code));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A27 | 0", "A27 | 999999999999.99", "A27 | 007.5", "A27 | NA", "A27 | ''",
            "A08 | 113.0325", "A03 | 湖南示范纸业有限公司（长沙）", "A15 | 2221", "A16 | 2005-08", "A21 | WASTE_GAS,WASTEWATER",
            "A04 | NA", "A10 | ''"})
    void aCellThatCanBeStoredIsAccepted(String code, String value) {
        assertThat(validator.problems(form, cell(code, value))).isEmpty();
    }

    @Test
    void aCellThatIsNotThereIsNoProblem() {
        Map<String, String> values = new HashMap<>();
        values.put("A27", null);
        assertThat(validator.problems(form, new Figures(values, Map.of()))).isEmpty();
    }

    @Test
    void everyCellOfARowIsChecked() {
        Figures figures = new Figures(Map.of(), Map.of("A26", List.of(Map.of("product_name", "纸", "product_output", "5"),
                Map.of("product_output", "-5", "colour", "white", "product_unit", "NA"))));

        assertThat(validator.problems(form, figures)).extracting(FieldProblem::field, FieldProblem::messageKey)
                .containsExactlyInAnyOrder(
                        tuple("A26[1].product_output", "indicator.problem.negative"),
                        tuple("A26[1].colour", "indicator.problem.unknown-column"),
                        tuple("A26[1].product_unit", "indicator.problem.required"));
    }

    @Test
    void aTableTheFormDoesNotHaveIsRefused() {
        assertThat(validator.problems(form, new Figures(Map.of(), Map.of("A27", List.of(Map.of())))))
                .extracting(FieldProblem::messageKey).containsExactly("indicator.problem.unknown-group");
    }

    @Test
    void tooManyRowsAreRefusedWithoutReadingThem() {
        Figures figures = new Figures(Map.of(), Map.of("A26", Collections.nCopies(100_000, Map.of("x", "y"))));

        assertThat(validator.problems(form, figures)).singleElement().satisfies(problem -> {
            assertThat(problem.messageKey()).isEqualTo("indicator.problem.too-many-rows");
            assertThat(problem.arguments()).containsExactly("主要产品", "Main products", "100000", "20");
        });
    }

    @Test
    void theReportOfProblemsStaysShortWhateverIsSent() {
        Map<String, String> values = IntStream.range(0, 50_000).boxed()
                .collect(Collectors.toMap(i -> "X".repeat(200) + i, i -> "9".repeat(1_000)));

        List<FieldProblem> problems = validator.problems(form, new Figures(values, Map.of()));

        assertThat(problems).hasSize(FigureValidator.MAX_PROBLEMS)
                .allSatisfy(p -> assertThat(p.field().length()).isLessThan(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A27", "A03", "A16", "A15", "A21"})
    void aMillionCharactersInACellAreRefusedAndNotEchoed(String code) {
        assertThat(validator.problems(form, cell(code, "9".repeat(1_000_000)))).singleElement().satisfies(problem -> {
            assertThat(problem.messageKey()).isEqualTo("indicator.problem.too-long");
            assertThat(problem.arguments().toString().length()).isLessThan(200);
        });
    }

    @Test
    void bothLanguagesSayTheSameAndEveryProblemHasAMessage() throws IOException {
        Properties zh = bundle("/messages/indicator.properties");
        Properties en = bundle("/messages/indicator_en.properties");

        assertThat(en.keySet()).isEqualTo(zh.keySet());
        for (String what : List.of("unknown-indicator", "unknown-group", "unknown-column", "too-many-rows",
                "not-a-number", "negative", "too-large", "too-many-decimals", "whole-number", "too-long",
                "control-character", "unknown-code", "bad-month", "required")) {
            Object[] arguments = {"名称", "Name", "value", "limit"};
            assertThat(MessageFormat.format(zh.getProperty("indicator.problem." + what), arguments))
                    .contains("名称").doesNotContain("{");
            assertThat(MessageFormat.format(en.getProperty("indicator.problem." + what), arguments))
                    .contains("Name").doesNotContain("{");
        }
    }

    private static Figures cell(String code, String value) {
        return new Figures(Map.of(code, value), Map.of());
    }

    private static Properties bundle(String path) throws IOException {
        try (Reader reader = new InputStreamReader(FigureValidatorTest.class.getResourceAsStream(path),
                StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
