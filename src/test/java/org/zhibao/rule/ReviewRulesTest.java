package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhibao.indicator.FigureValidator;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;
import org.zhibao.period.Quarter;

class ReviewRulesTest {

    /** R01 to R52 are the rules the platform promises; letters mark their parts. */
    private static final int LAST_OF_THE_BOOK = 52;

    record Case(String rule, String sample, List<Change> trips, List<Change> silent) {
    }

    record Change(Map<String, String> set, Severity severity, String target) {
    }

    @TestFactory
    Stream<DynamicTest> everyRuleTripsWhereItShould() {
        return cases().stream().flatMap(c -> c.trips().stream().map(change ->
                dynamicTest(c.rule() + " " + change.set(), () -> assertThat(findings(c, change))
                        .anySatisfy(finding -> {
                            assertThat(finding.target()).isEqualTo(change.target());
                            assertThat(finding.severity()).isEqualTo(change.severity());
                            assertThat(finding.fields()).isNotEmpty();
                            assertThat(finding.zh() + finding.en()).doesNotContain("{", "}", "$", "null");
                        }))));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsSilentWhereItShouldBe() {
        return cases().stream().flatMap(c -> c.silent().stream().map(change ->
                dynamicTest(c.rule() + " " + change.set(), () -> assertThat(findings(c, change)).isEmpty())));
    }

    @Test
    void everyRuleHasACaseOfBothKinds() {
        List<Case> cases = cases();
        assertThat(cases).extracting(Case::rule).containsExactlyElementsOf(GoldenSample.RULES.ids(new Quarter(2026, 3), "430100"));
        assertThat(cases).allSatisfy(c -> {
            assertThat(c.trips()).isNotEmpty();
            assertThat(c.silent()).isNotEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyRuleOfTheBookTripsSomewhereAndIsSilentSomewhere() {
        List<Case> cases = cases();
        return IntStream.rangeClosed(1, LAST_OF_THE_BOOK).mapToObj("R%02d"::formatted).map(rule -> dynamicTest(rule, () -> {
            List<Case> ofRule = cases.stream().filter(c -> c.rule().matches(rule + "[a-z]?")).toList();
            assertThat(ofRule).extracting(Case::rule).contains(rule);
            assertThat(ofRule.stream().filter(c -> c.rule().equals(rule)).flatMap(c -> c.trips().stream())).isNotEmpty();
            assertThat(ofRule.stream().filter(c -> c.rule().equals(rule)).flatMap(c -> c.silent().stream())).isNotEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleSaysWhereItComesFrom() {
        RuleFile file = RuleFile.shipped();
        return file.rules().stream().map(entry -> dynamicTest(entry.id(), () -> assertThat(entry.source())
                .matches("(S1|S4|S7|S13|S20|S25|K|P); .{3,}")));
    }

    @TestFactory
    Stream<DynamicTest> theGoldenSamplesHaveNoFindings() {
        return GoldenSample.NAMES.stream().map(name -> dynamicTest(name,
                () -> assertThat(GoldenSample.RULES.check(GoldenSample.subject(name))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> theGoldenSamplesFillEveryCellAskedFor() {
        FigureValidator validator = new FigureValidator(GoldenSample.CATALOGUE);
        return GoldenSample.NAMES.stream().map(name -> dynamicTest(name, () -> {
            Figures figures = GoldenSample.figures(name);
            FormDefinition form = GoldenSample.CATALOGUE.formFor(GoldenSample.kinds(figures));
            assertThat(validator.problems(form, figures)).isEmpty();
            assertThat(figures.values().keySet()).containsExactlyInAnyOrderElementsOf(form.sections().stream()
                    .flatMap(section -> section.indicators().stream()).map(Indicator::code).toList());
            assertThat(figures.rows("E20")).isNotEmpty().allSatisfy(row -> assertThat(row.keySet())
                    .containsExactlyInAnyOrderElementsOf(form.group("E20").orElseThrow().columns().stream()
                            .map(Indicator::code).toList()));
        }));
    }

    @Test
    void blockingFindingsComeFirstAndEachSeverityFollowsTheForm() {
        ReviewSubject subject = GoldenSample.with(GoldenSample.subject("paper-mill"), change("B05", "10001", "A19", "183814129", "link.receiverKnown", "true", "A17", "L", "A10", null,
                "prev.B07", "60", "prev.A28", "900000", "prev.B11", "6.5", "A15", "2211",
                "E20[0].removal_rate", "101", "A26[0].product_output", "-1", "E01", null));

        List<Finding> findings = GoldenSample.RULES.check(subject);

        assertThat(findings).extracting(Finding::severity).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(findings).filteredOn(Finding::blocking).extracting(f -> f.fields().get(0)).containsExactly(
                "A10", "A26[0].product_output", "B03", "E01", "E20[0].removal_rate");
        assertThat(findings).filteredOn(Finding::explainable).extracting(f -> f.fields().get(0)).containsExactly(
                "A15", "A28", "B07");
        assertThat(findings.get(findings.size() - 1).severity()).isEqualTo(Severity.HINT);
    }

    @Test
    void aMessageNamesTheCellAndHoldsTheFiguresInBothLanguages() {
        Finding finding = only("R18", GoldenSample.with(GoldenSample.subject("paper-mill"), change("B07", "103")));

        assertThat(finding.zh()).isEqualTo("化学需氧量排放量（B07）103 吨，按工业废水排放量（B03）1,000,000 吨 与化学需氧量出口浓度（B09）"
                + "85 毫克/升 计算应为 85 吨，相差 21.2 %。");
        assertThat(finding.en()).isEqualTo("COD discharged (B07) is 103 t; Industrial wastewater discharged (B03) 1,000,000 t "
                + "at COD concentration at the outlet (B09) 85 mg/L makes 85 t, a difference of 21.2 %.");
    }

    @Test
    void theFingerprintChangesExactlyWhenAValueItRestsOnChanges() {
        ReviewSubject tripped = GoldenSample.with(GoldenSample.subject("paper-mill"), change("prev.B07", "60"));
        String before = only("R45", tripped).fingerprint();

        assertThat(before).matches("[0-9a-f]{32}");
        assertThat(only("R45", GoldenSample.with(tripped, change("prev.B07", "60.000", "B07", "85"))).fingerprint())
                .as("the same numbers, written otherwise").isEqualTo(before);
        assertThat(only("R45", GoldenSample.with(tripped, change("B15", "12.1", "A10", "陈", "year.B07", "84"))).fingerprint())
                .as("other cells").isEqualTo(before);
        assertThat(only("R45", GoldenSample.with(tripped, change("B07", "85.1"))).fingerprint())
                .as("this quarter").isNotEqualTo(before);
        assertThat(only("R45", GoldenSample.with(tripped, change("prev.B07", "60.1"))).fingerprint())
                .as("the previous quarter").isNotEqualTo(before);
    }

    @Test
    void findingsOfOneReportHaveDifferentFingerprints() {
        List<Finding> findings = GoldenSample.RULES.check(new ReviewSubject(Figures.EMPTY, Figures.EMPTY, Figures.EMPTY,
                GoldenSample.kinds(GoldenSample.figures("paper-mill")), GoldenSample.subject("paper-mill").periodStart(),
                GoldenSample.subject("paper-mill").periodEnd(), Map.of()));

        assertThat(findings).hasSizeGreaterThan(60).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void cellsTheUnitIsNotAskedForAreLeftAlone() {
        assertThat(GoldenSample.RULES.check(GoldenSample.with(GoldenSample.subject("paper-mill"),
                change("C05", "2", "C04", "1", "D02", "400")))).isEmpty();
    }

    @Test
    void textsThatAreNoPlainNumbersCountAsEmpty() {
        assertThat(only("R02", GoldenSample.with(GoldenSample.subject("paper-mill"), change("B03", "1e999999999"))).target())
                .isEqualTo("B03");
    }

    private static List<Finding> findings(Case c, Change change) {
        return of(c.rule(), GoldenSample.with(GoldenSample.subject(c.sample()), change.set()));
    }

    private static List<Finding> of(String rule, ReviewSubject subject) {
        return GoldenSample.RULES.check(subject).stream().filter(f -> f.rule().equals(rule)).toList();
    }

    private static Finding only(String rule, ReviewSubject subject) {
        List<Finding> findings = of(rule, subject);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Map<String, String> change(String... cellsAndValues) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < cellsAndValues.length; i += 2) {
            cells.put(cellsAndValues[i], cellsAndValues[i + 1]);
        }
        return cells;
    }

    private static List<Case> cases() {
        try (InputStream yaml = ReviewRulesTest.class.getResourceAsStream("/rule/cases.yaml")) {
            return new ArrayList<>(new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<List<Case>>() {
            }));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
