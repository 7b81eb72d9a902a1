package org.zhibao.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.registry.SourceKind;

class IndicatorExaminerTest {

    private static final AddedIndicator SOUND = IndicatorSamples.number("疏浚底泥量", "Dredged mud");

    private final IndicatorCatalogue shipped = new IndicatorCatalogue();
    private final IndicatorExaminer examiner =
            new IndicatorExaminer(shipped, List.of(IndicatorSamples.number("垃圾渗滤液量", "Leachate")));

    @Test
    void aSoundIndicatorOfEachTypeIsTaken() {
        assertThat(examiner.problems(SOUND)).isEmpty();
        assertThat(examiner.problems(IndicatorSamples.typed(ValueType.TEXT, 50, ""))).isEmpty();
        assertThat(examiner.problems(IndicatorSamples.typed(ValueType.CODE, 0, "basins"))).isEmpty();
        assertThat(examiner.problems(IndicatorSamples.typed(ValueType.MONTH, 0, ""))).isEmpty();
        assertThat(shipped.sections()).extracting(Section::code).contains("F").allSatisfy(section ->
                assertThat(examiner.problems(IndicatorSamples.with(SOUND, section, "千克", 6, 0))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "工业用水量", "垃圾渗滤液量", "<b>量</b>", "量{0}", "量\u202E", "量\u0007",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"})
    void aNameThatIsEmptyTakenOrUnprintableIsRefusedAtItsField(String zh) {
        assertThat(fields(IndicatorSamples.number(zh, "Dredged mud"))).containsExactly("zh");
    }

    @Test
    void theEnglishNameIsTakenWhateverItsCase() {
        assertThat(fields(IndicatorSamples.number("疏浚底泥量", "LEACHATE"))).containsExactly("en");
    }

    @ParameterizedTest
    @CsvSource({"G,吨,12,2,section", "F,斤,12,2,unit", "F,t,12,2,unit", "F,吨,2,2,precision", "F,吨,19,2,precision",
            "F,吨,0,0,precision", "F,吨,12,7,scale", "F,吨,12,-1,scale"})
    void whatTheFormCannotShowIsRefusedAtItsField(String section, String unit, int precision, int scale, String field) {
        assertThat(fields(IndicatorSamples.with(SOUND, section, unit, precision, scale))).containsExactly(field);
    }

    @Test
    void aTypeNeedsWhatBelongsToIt() {
        assertThat(fields(IndicatorSamples.typed(ValueType.TEXT, 0, ""))).containsExactly("length");
        assertThat(fields(IndicatorSamples.typed(ValueType.TEXT, 5000, ""))).containsExactly("length");
        assertThat(fields(IndicatorSamples.typed(ValueType.CODE, 0, "colours"))).containsExactly("dictionary");
        assertThat(fields(IndicatorSamples.typed(ValueType.CODES, 0, "basins"))).containsExactly("type");
        assertThat(fields(IndicatorSamples.typed(null, 0, ""))).containsExactly("type");
    }

    @Test
    void industriesAreBeginningsOfCodes() {
        assertThat(fields(IndicatorSamples.asked("量一", "One", false, Set.of(SourceKind.WWTP), List.of("22", "2631")))).isEmpty();
        assertThat(fields(IndicatorSamples.asked("量一", "One", false, Set.of(), List.of("纸业")))).containsExactly("industries");
    }

    @Test
    void helpIsInBothLanguagesOrInNone() {
        AddedIndicator half = new AddedIndicator("量一", "One", "F", "", ValueType.MONTH, 0, 0, 0, "", false, Set.of(),
                List.of(), "按台账填写", "");
        assertThat(fields(half)).containsExactly("helpEn");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(fields(IndicatorSamples.with(IndicatorSamples.number("", ""), "X", "斤", 30, 9)))
                .containsExactly("zh", "en", "section", "unit", "scale");
    }

    @Test
    void whatReportsAlreadyAnsweredKeepsItsTypeAndUnit() {
        AddedIndicator inKilograms = IndicatorSamples.with(SOUND, "F", "千克", 12, 2);
        assertThat(IndicatorExaminer.changed(SOUND, inKilograms)).extracting(FieldError::field).containsExactly("unit");
        assertThat(IndicatorExaminer.changed(SOUND, IndicatorSamples.with(SOUND, "B", "吨", 14, 4))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"430000,P001,true", "430000,P01,false", "430000,C4301_01,false", "430100,C4301_01,true",
            "430100,C4301_001,true", "430100,C4302_01,false", "430100,P001,false", "430102,C4301_01,false",
            "430100,c4301_01,false", "430100,C4301-01,false"})
    void aCodeTellsWhoKeepsIt(String area, String code, boolean kept) {
        assertThat(IndicatorCode.in(area, code)).isEqualTo(kept);
    }

    @Test
    void theFirstFreeCodeIsOffered() {
        assertThat(IndicatorCode.free("430000", List.of("P001", "P003"))).contains("P002");
        assertThat(IndicatorCode.free("430100", List.of("P001"))).contains("C4301_01");
    }

    private List<String> fields(AddedIndicator definition) {
        return examiner.problems(definition).stream().map(FieldError::field).toList();
    }
}
