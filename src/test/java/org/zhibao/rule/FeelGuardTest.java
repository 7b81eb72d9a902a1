package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhibao.refusal.Refusal;

class FeelGuardTest {

    private static final String SLIPS = "()[]{}<>=+-*/\".,$ ";
    private static final RuleExaminer EXAMINER =
            new RuleExaminer(GoldenSample.CATALOGUE, new RuleProbe(GoldenSample.CATALOGUE));

    @TestFactory
    Stream<DynamicTest> everyRuleShippedCouldBeWrittenByAPerson() {
        RuleFile file = RuleFile.shipped();
        return file.rules().stream().map(entry -> dynamicTest(entry.id(),
                () -> assertThat(EXAMINER.problems(entry.id(), entry.text(file.sets()))).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "this.B03 >                        | rule.feel.syntax    | 1 | 10",
            "this.B99 > 0                      | rule.feel.unknown   | 1 | 1",
            "this.B03 > 0 and prev.B98 = 1     | rule.feel.unknown   | 1 | 18",
            "this.B03 > missing                | rule.feel.unknown   | 1 | 12",
            "nosuch(this.B03)                  | rule.feel.function  | 1 | 1",
            "this.B03 > 0 or count(for i in 1..1000000000 return i) > 0 | rule.feel.range | 1 | 33",
            "(function(x) x)(this.B03) > 0     | rule.feel.syntax    | 1 | 16",
            "count([1,2][item > 1]) > 0        | rule.feel.filter    | 1 | 7",
            "this.B03 ** 99999 > 0             | rule.feel.power     | 1 | 10",
            "matches(this.A03, '(a+)+$')       | rule.feel.pattern   | 1 | 1",
            "this.A03 + this.A03 = 'x'         | rule.feel.adds-text | 1 | 10",
            "((((((((((this.B03)))))))))) > 0  | rule.feel.deep      | 1 | 9"})
    void aTextThatCannotWorkIsRefusedAtItsPlace(String feel, String key, String line, String column) {
        List<Refusal.FieldError> problems = EXAMINER.problems("R99", rule(feel.replace('\'', '"')));

        assertThat(problems).singleElement().satisfies(p -> {
            assertThat(p.field()).isEqualTo("levels.0");
            assertThat(p.text().key()).isEqualTo(key);
            assertThat(p.text().arguments()).startsWith(line, column);
        });
    }

    @Test
    void aPlaceInALaterLineIsCountedFromThatLine() {
        assertThat(EXAMINER.problems("R99", rule("this.B03 > 0\nand this.B99 > 0"))).singleElement()
                .satisfies(p -> assertThat(p.text().arguments()).startsWith("2", "5", "this.B99"));
    }

    @Test
    void whatIsNotUnderstoodIsToldAsItStands() {
        assertThat(EXAMINER.problems("R99", rule("abs(this.A27 - 5 <= 1"))).singleElement()
                .satisfies(p -> assertThat(p.text().arguments()).containsExactly("1", "4", "(this.A27 "));
    }

    @Test
    void threeLoopsInsideEachOtherAreRefused() {
        assertThat(keys(rule("count(for a in rows.E20, b in rows.E20, c in rows.E20 return 1) > 0")))
                .containsExactly("rule.feel.loops");
    }

    @Test
    void textsThatDoubleFromFigureToFigureAreRefused() {
        Map<String, String> let = new LinkedHashMap<>();
        let.put("a", "if true then \"aaaaaaaaaa\" else this.A03");
        let.put("b", "a + a");
        assertThat(keys(rule("b = b", let, Map.of()))).containsExactly("rule.feel.adds-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"this.B03", "1 / this.B03 > 1", "this.B03 > \"a\""})
    void aRuleThatComesToNoConclusionOnSomeReportIsRefused(String feel) {
        assertThat(keys(rule(feel))).containsExactly("rule.feel.no-conclusion");
    }

    @ParameterizedTest
    @CsvSource({"abc", "1e5", "''", "9999999999999999", "0x10", "１２"})
    void aThresholdThatIsNoPlainNumberIsRefused(String value) {
        assertThat(keys(rule("this.B03 > $limit", Map.of(), Map.of("limit", value)))).containsExactly("rule.bad.number");
    }

    @Test
    void aThresholdWithoutAValueIsRefusedByName() {
        assertThat(EXAMINER.problems("R99", rule("this.B03 > $limit"))).singleElement()
                .satisfies(p -> assertThat(p.text().arguments()).containsExactly("limit"));
    }

    @Test
    void aMessageThatSpeaksOfAnUnknownCellIsRefused() {
        RuleText good = rule("this.B03 > 0");
        RuleText bad = new RuleText(good.levels(), good.kinds(), good.industries(), null, null, List.of(), Map.of(),
                List.of("B03"), Map.of(), null, List.of(), "值 {B77}", "value {B03}", "test");
        assertThat(EXAMINER.problems("R99", bad)).extracting(Refusal.FieldError::field).containsExactly("zh");
    }

    @Test
    void allThatIsWrongIsToldAtOnceEachAtItsField() {
        Map<String, String> let = new LinkedHashMap<>();
        let.put("a", "this.B99");
        let.put("b", "a +");
        RuleText bad = new RuleText(List.of(new RuleText.Level(Severity.EXPLAIN, "b > $none")), java.util.Set.of(), List.of(),
                null, null, List.of(), Map.of(), List.of("B98"), let, "period.weeks > 1", List.of("B97"), "值 {B96}",
                "value {$c}", "test");
        assertThat(EXAMINER.problems("R99", bad)).extracting(Refusal.FieldError::field)
                .containsExactly("let.a", "let.b", "levels.0", "when", "needs", "fields", "zh", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "count(for a in rows.E20, b in rows.E20 return a.facility_type) >= 0",
            "count(for a in split(this.A03, \"a\"), b in split(this.A03, \"a\") return 1) >= 0",
            "string length(string join(for a in rows.E20, b in rows.E20 return this.A03, \",\")) > 0",
            "some a in (for x in rows.E20, y in rows.E20 return x) satisfies a = null"})
    void aRuleThatCouldGoOnForLongIsRefusedBeforeItRuns(String feel) {
        assertThat(keys(rule(feel))).containsExactlyElementsOf(feel.startsWith("some") ? List.of("rule.feel.loops")
                : List.of("rule.feel.work"));
    }

    @Test
    void listsThatGrowFromFigureToFigureAreRefusedBeforeTheyAreMade() {
        Map<String, String> let = new LinkedHashMap<>();
        let.put("a", "for x in rows.E20, y in rows.E20 return 1");
        let.put("b", "for x in a, y in a return 1");
        let.put("c", "for x in b, y in b return 1");
        assertThat(keys(rule("count(c) > 0", let, Map.of()))).containsExactly("rule.feel.work");
    }

    @Test
    void aRuleThatTakesMoreThanFiftyMillisecondsIsRefused() {
        String loop = "count(for a in rows.E20, b in rows.E20 return 1)";
        List<Map<String, String>> entries = java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> Map.of("c", "B03")).toList();
        RuleText slow = new RuleText(List.of(new RuleText.Level(Severity.EXPLAIN, loop + " >= 0")), java.util.Set.of(),
                List.of(), null, null, entries, Map.of(), List.of("$c"), Map.of(), null, List.of("$c"), "值", "value", "test");
        assertThat(keys(slow)).containsExactly("rule.feel.slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {".*a.*a.*b", "a?a?a?b", "(a|a){30}b", "(a+)*", "(a)\\1", "[a-z]*[a-z]*[a-z]*1"})
    void aPatternThatCouldTryForEverIsRefused(String pattern) {
        assertThat(keys(rule("matches(this.A03, \"" + pattern + "\")"))).containsExactly("rule.feel.pattern");
    }

    @Test
    void powersOfPowersStaySmall() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> keys(rule("this.B03 ** 10 ** 10 ** 10 ** 10 ** 10 ** 10 ** 10 ** 10 > 0")));
    }

    /** Real rules with slips of the hand: refused, or good enough to look at every golden sample at once. */
    @Property(tries = 150)
    void aRealRuleWithSlipsIsRefusedOrWorks(@ForAll @From("slips") RuleText rule) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            if (EXAMINER.problems("R99", rule).isEmpty()) {
                Rule compiled = new RuleCompiler(GoldenSample.CATALOGUE).compile("R99", 1, rule);
                GoldenSample.NAMES.forEach(name -> looked(compiled, name));
            }
        });
    }

    /** A figure nobody thought of may leave a rule without a conclusion, which it says. */
    private static void looked(Rule rule, String sample) {
        try {
            rule.check(Cells.of(GoldenSample.CATALOGUE, GoldenSample.subject(sample)), finding -> { });
        } catch (RuleFailed told) {
            assertThat(told.rule()).isEqualTo("R99");
        }
    }

    @Provide
    Arbitrary<RuleText> slips() {
        RuleFile file = RuleFile.shipped();
        List<RuleText> real = file.rules().stream().map(entry -> entry.text(file.sets()))
                // the others differ in how many cells they look at, not in what can go wrong
                .filter(text -> text.eachOf() == null && text.each().size() < 20).toList();
        List<String> texts = real.stream().flatMap(FeelGuardTest::written).toList();
        return Arbitraries.randomValue(random -> slipped(real.get(random.nextInt(real.size())), texts, random));
    }

    private static Stream<String> written(RuleText text) {
        return Stream.of(text.levels().stream().map(RuleText.Level::holds), text.let().values().stream(),
                Stream.ofNullable(text.when())).flatMap(all -> all);
    }

    private static RuleText slipped(RuleText t, List<String> others, Random random) {
        java.util.function.UnaryOperator<String> slip = text -> random.nextInt(3) == 0 ? slipped(text, others, random) : text;
        Map<String, String> let = new LinkedHashMap<>();
        t.let().forEach((name, feel) -> let.put(name, slip.apply(feel)));
        return new RuleText(t.levels().stream().map(l -> new RuleText.Level(l.severity(), slip.apply(l.holds()))).toList(),
                t.kinds(), t.industries(), t.group(), t.eachOf(), t.each(), t.params(), t.needs(), let,
                t.when() == null ? null : slip.apply(t.when()), t.fields(), slip.apply(t.zh()), t.en(), t.source());
    }

    /** Something left out, written twice, or taken from another rule. */
    private static String slipped(String text, List<String> others, Random random) {
        int from = random.nextInt(text.length());
        int to = from + random.nextInt(text.length() - from + 1);
        String other = others.get(random.nextInt(others.size()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            case 2 -> text.substring(0, from) + other.substring(random.nextInt(other.length())) + text.substring(to);
            default -> text.substring(0, from) + SLIPS.charAt(random.nextInt(SLIPS.length())) + text.substring(from);
        };
    }

    /** Whatever is typed: an answer within bounded time, and never anything but an answer. */
    @Property(tries = 300)
    void whateverIsTypedGetsAnAnswerSoon(@ForAll @From("texts") String feel) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> assertThat(EXAMINER.problems("R99", rule(feel))).isNotNull());
    }

    @Provide
    Arbitrary<String> texts() {
        String[] pieces = {"this.B03", "prev.B07", "this.A03", "(", ")", "[", "]", "{", "}", "for x in ", " return ", "rows.E20",
            "1..9", "every ", " satisfies ", " and ", " or ", "not(", "if ", " then ", " else ", "+", "-", "*", "/", "**",
            "\"", "a", "9", ".", ",", " ", "\n", "matches(", "split(", "string join(", "function(", "null", "=", "<", ">",
            "in ", "between ", "@\"", "date(", "?", "$c", "中", "\u0000", "external ", "instance of "};
        return Arbitraries.randomValue((Random random) -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            return text.toString();
        });
    }

    private static List<String> keys(RuleText text) {
        return EXAMINER.problems("R99", text).stream().map(p -> p.text().key()).toList();
    }

    private static RuleText rule(String holds) {
        return rule(holds, Map.of(), Map.of());
    }

    private static RuleText rule(String holds, Map<String, String> let, Map<String, String> params) {
        return new RuleText(List.of(new RuleText.Level(Severity.EXPLAIN, holds)), java.util.Set.of(), List.of(), null, null,
                List.of(), params, List.of("B03"), let, null, List.of("B03"), "值 {B03}", "value {B03}", "test");
    }
}
