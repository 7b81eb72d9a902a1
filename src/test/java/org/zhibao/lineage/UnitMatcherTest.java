package org.zhibao.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitMatcherTest {

    private static final String ADDRESS = "湖南省长沙市望城区工业大道12号";
    private static final Map<String, String> SUCCESSORS = Map.of("430124", "430182");

    private final UnitMatcher matcher = new UnitMatcher((before, after) -> after.equals(SUCCESSORS.get(before)));

    @Test
    void theSameCodeIsProofHoweverTheUnitIsCalled() {
        assertThat(one(unit("183810013", "甲厂", "一处"), unit("183810013", "乙公司", "另一处")))
                .satisfies(m -> assertThat(m.confidence()).isEqualTo(100))
                .satisfies(m -> assertThat(m.reasons().get(0)).isEqualTo(MatchReason.SAME_CODE));
    }

    @Test
    void aCreditCodeThatHoldsTheOldOrganisationCodeIsProofInAnotherCityToo() {
        ListedUnit before = unit("183810013", "甲厂", "一处");
        ListedUnit after = new ListedUnit("999999999", "914301001838100135", "乙公司", "", "别处", "", "430200", "430202", "4411");
        assertThat(one(before, after).reasons()).contains(MatchReason.CODE_IN_USCC);
        assertThat(one(after, before).sure()).isTrue();
        assertThat(one(with(before, "914301001838100135"), after).reasons()).contains(MatchReason.SAME_USCC);
    }

    @Test
    void widthsBracketsAndKindsOfCompanyDoNotTellUnitsApart() {
        UnitMatch match = one(unit("1", "湖南湘岭纸业（集团）有限责任公司", ADDRESS),
                unit("2", "湘岭纸业(集团) 有限公司", "长沙市望城区工业大道１２号"));
        assertThat(match.reasons()).startsWith(MatchReason.SAME_NAME, MatchReason.SAME_ADDRESS);
        assertThat(match.sure()).isTrue();
    }

    @Test
    void aFormerNameAtTheSamePlaceIsSureAndASimilarNameElsewhereIsNotEvenProposed() {
        ListedUnit before = unit("1", "湘岭纸业有限公司", ADDRESS);
        ListedUnit renamed = new ListedUnit("2", "", "绿洲环保科技有限公司", "湘岭纸业有限公司", ADDRESS, "", "430100", "430112", "2221");
        assertThat(one(before, renamed).sure()).isTrue();
        assertThat(matcher.matches(List.of(before), List.of(unit("2", "湘岭水泥有限公司", "株洲市石峰区")))).isEmpty();
        assertThat(matcher.matches(List.of(before), List.of(unit("2", "天心钢铁有限公司", "岳阳市某路")))).isEmpty();
    }

    @Test
    void theRegionThatTookTheOthersPlaceIsAReason() {
        ListedUnit before = new ListedUnit("1", "", "楚江化工有限公司", "", "宁乡县金洲大道1号", "周明", "430100", "430124", "2611");
        ListedUnit after = new ListedUnit("2", "", "楚江化工有限公司", "", "宁乡市金洲大道1号", "周明", "430100", "430182", "2611");
        assertThat(one(before, after).reasons()).containsExactly(MatchReason.SAME_NAME, MatchReason.SIMILAR_ADDRESS,
                MatchReason.REGION_SUCCESSOR, MatchReason.SAME_REPRESENTATIVE, MatchReason.SAME_INDUSTRY);
        assertThat(one(after, before).reasons()).as("not the other way round").doesNotContain(MatchReason.REGION_SUCCESSOR);
    }

    @Test
    void whatMatchesTwoAsWellIsNotSure() {
        ListedUnit before = unit("1", "湘岭纸业有限公司", ADDRESS);
        List<UnitMatch> found = matcher.matches(List.of(before),
                List.of(unit("2", "湘岭纸业有限公司", ADDRESS), unit("3", "湘岭纸业股份有限公司", ADDRESS)));
        assertThat(found).hasSize(2).noneMatch(UnitMatch::sure);
    }

    @Test
    void anyTextCanBeComparedEmptyOnesTellNothing() {
        for (String name : List.of("", "公司", "😀", "()", "a", "湖南")) {
            assertThat(matcher.matches(List.of(unit("1", name, "")), List.of(unit("2", name, ""))).stream()
                    .filter(UnitMatch::sure)).as(name).isEmpty();
        }
    }

    @Test
    void eachOfManyThatAreAlikeFindsItsOwn() {
        List<ListedUnit> before = new ArrayList<>();
        List<ListedUnit> after = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            before.add(unit("B" + i, "第" + i + "号化工有限公司", "某路" + i + "号"));
            after.add(unit("A" + i, "第" + i + "号化工有限责任公司", "某路" + i + "号"));
        }
        assertThat(matcher.matches(before, after).stream().filter(UnitMatch::sure)).hasSize(1500)
                .allMatch(match -> match.before().orgCode().substring(1).equals(match.after().orgCode().substring(1)));
    }

    private UnitMatch one(ListedUnit before, ListedUnit after) {
        List<UnitMatch> found = matcher.matches(List.of(before), List.of(after));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static ListedUnit unit(String orgCode, String name, String address) {
        return new ListedUnit(orgCode, "", name, "", address, "", "430100", "430112", "2221");
    }

    private static ListedUnit with(ListedUnit unit, String uscc) {
        return new ListedUnit(unit.orgCode(), uscc, unit.name(), unit.formerName(), unit.address(),
                unit.representative(), unit.cityCode(), unit.countyCode(), unit.industryCode());
    }
}
