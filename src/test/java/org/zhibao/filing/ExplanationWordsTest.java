package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhibao.refusal.Refusal;

/** What counts as an explanation, and what is said of the rest. */
class ExplanationWordsTest {

    private static final String QUESTION = "化学需氧量排放量（B07）由上季度的 60.00 吨变为 85.00 吨，变化 41.7%，请核实或说明原因。";
    private static final ExplanationWords WORDS = ExplanationWords.SHIPPED;

    @ParameterizedTest
    @ValueSource(strings = {
        "停产检修15天，产量下降四成", "二期生产线七月投产，产值相应增加", "经核实，6月停产检修15天，产量减少，数据属实",
        "New boiler since July, more coal burnt", "化学需氧量排放量增加是因为6月污水站检修，见运行记录",
        "订单减少，三条线只开一条；用水量随之减少"})
    void aCauseCounts(String text) {
        assertThat(WORDS.problem(text, QUESTION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "太短, SHORT", "'    。。。。。。。。。。。。。。。。', SHORT", "停 产 检 修 ， 产 量 下, SHORT", "'停产检修！！！！！！！！！！！！', SHORT",
        "啊啊啊啊啊啊啊啊啊啊啊啊, NOISE", "停产停产停产停产停产停产, NOISE", "12345678901234, NOISE", "见附件见附件见附件见附件, NOISE",
        "经核实数据准确无误，情况属实, BOILERPLATE", "核实无误，无异常，数据属实，特此说明, BOILERPLATE",
        "经核对台账，数据属实，未作修改, BOILERPLATE", "本企业生产正常，经核实，停产, BOILERPLATE",
        "The data are correct. Verified and correct., BOILERPLATE"})
    void whatSaysNothingIsRefusedAndSaysWhy(String text, ExplanationWords.Fault fault) {
        assertThat(WORDS.problem(text, QUESTION)).map(Refusal.Text::key).contains("js.explain.fault." + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {QUESTION, "化学需氧量排放量由上季度的60.00吨变为85.00吨", QUESTION + "已核实数据属实"})
    void theQuestionPastedBackIsNoAnswer(String text) {
        assertThat(WORDS.problem(text, QUESTION)).map(Refusal.Text::key).contains("js.explain.fault.ECHO");
    }

    @Property(tries = 300)
    void noPaddingMakesAStockPhraseAnExplanation(@ForAll("stockPhrases") List<String> phrases,
                                                 @ForAll("padding") String padding) {
        assertThat(WORDS.problem(String.join(padding, phrases) + padding)).isPresent();
    }

    @Property(tries = 300)
    void nothingRepeatedIsAnExplanation(@ForAll("fewLetters") String letters, @ForAll @IntRange(min = 2, max = 80) int times) {
        assertThat(WORDS.problem(letters.repeat(times))).isPresent();
    }

    @Property(tries = 300)
    void paddingChangesNothingAboutAText(@ForAll("causes") String cause, @ForAll("padding") String padding) {
        Optional<Refusal.Text> plain = WORDS.problem(cause, QUESTION);
        assertThat(WORDS.problem(padding + String.join(padding, cause.split("")) + padding, QUESTION)).isEqualTo(plain);
    }

    @Provide
    Arbitrary<List<String>> stockPhrases() {
        return Arbitraries.of("经核实", "数据属实", "核实无误", "情况属实", "无异常", "数据准确无误", "与台账一致", "特此说明", "同上")
                .list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> padding() {
        return Arbitraries.strings().withChars(" 　，。！…—、\t\n.-_*").ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> fewLetters() {
        return Arbitraries.strings().withChars("停产检修量下降abc12").ofMinLength(1).ofMaxLength(9);
    }

    @Provide
    Arbitrary<String> causes() {
        return Arbitraries.of("停产检修15天，产量下降四成", "太短", "经核实数据属实", "二期生产线七月投产，产值相应增加", "12345678901");
    }
}
