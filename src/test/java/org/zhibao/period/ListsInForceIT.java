package org.zhibao.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.Registry;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.UnitRosters;
import org.zhibao.registry.YearlyRosters;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;

@ApplicationTest
class ListsInForceIT {

    private static final String PERIOD = "2022Q2";

    @Autowired
    private ListsInForce lists;
    @Autowired
    private PeriodRosters rosters;
    @Autowired
    private UnitRosters units;
    @Autowired
    private Registry registry;
    @Autowired
    private SmallPeriod small;
    @Autowired
    private Scenario scenario;
    @Autowired
    private YearlyRosters yearly;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aUnitThatGoesOnUnderAnotherCodeTakesOverTheListOfItsOwnCity() {
        String before = unitIn("430100");
        String after = registry.unitsAfter(before, 1).get(0).orgCode();
        jdbc.sql("insert into quarterly_roster_entry (quarter, org_code) values ('2021Q3', ?), ('2022Q1', ?)")
                .params(before, unitIn("430200")).update();

        yearly.takeOver(before, after, 2096, "2022Q2");
        assertThat(units.of(after)).contains(new RosterList(ListKind.KEY_REDUCTION, "2021Q3"));
    }

    private String unitIn(String city) {
        return registry.unitsAfter("", Integer.MAX_VALUE).stream().filter(unit -> unit.cityCode().equals(city)).findFirst()
                .orElseThrow().orgCode();
    }

    @AfterEach
    void sweep() {
        jdbc.sql("delete from quarterly_roster_entry").update();
    }

    @Test
    void theFourthQuarterIsReportedByLastYearsListAndTheOthersByTheCurrentYears() {
        assertThat(List.of("2026Q3", "2026Q4", "2027Q1", "2027Q2", "2027Q3", "2027Q4")).extracting(
                code -> lists.of(Quarter.parse(code)).year()).containsExactly(2026, 2026, 2027, 2027, 2027, 2027);
    }

    @Test
    void aListOfKeyReductionIndustriesHoldsUntilItIsRenewed() {
        String unit = unitIn("430100");
        jdbc.sql("insert into quarterly_roster_entry (quarter, org_code) values ('2021Q3', ?), ('2022Q1', ?)")
                .params(unit, unit).update();

        assertThat(List.of("2021Q2", "2021Q3", "2021Q4", "2022Q1", "2022Q2")).extracting(
                code -> lists.of(Quarter.parse(code)).quarterIn("430100").orElse("")).containsExactly("", "2021Q3", "2021Q3",
                "2022Q1", "2022Q1");
    }

    @Test
    void aCityThatRenewsItsListLeavesThoseOfTheOthersInForce() {
        small.plan("2022Q4");
        int before = rosters.glance("2022Q4").reduction();
        jdbc.sql("insert into quarterly_roster_entry (quarter, org_code) values ('2021Q3', ?), ('2021Q3', ?), ('2022Q1', ?)")
                .params(unitIn("430100"), unitIn("430200"), unitIn("430200")).update();

        assertThat(lists.of(Quarter.parse("2022Q1")).quarters()).containsEntry("430100", "2021Q3")
                .containsEntry("430200", "2022Q1").doesNotContainKey("430300");
        assertThat(rosters.glance("2022Q4").reduction()).isEqualTo(before + 2);
        assertThat(rosters.glance("2022Q4").quarter()).isEqualTo("2022Q1");
    }

    @Test
    void aUnitOfAKeyReductionIndustryReportsThoughItStandsOnNoYearlyList() {
        small.plan(PERIOD);
        int before = rosters.glance(PERIOD).size();
        String unit = registry.unitsAfter("", Integer.MAX_VALUE).stream().map(u -> u.orgCode())
                .filter(code -> small.units().stream().noneMatch(u -> u.orgCode().equals(code))).findFirst().orElseThrow();
        units.enlist(new RosterList(ListKind.KEY_REDUCTION, "2022Q1"), unit, "列入重点行业", scenario.actor("admin"));

        PeriodRosters.Glance glance = rosters.glance(PERIOD);
        assertThat(glance.size()).isEqualTo(before + 1);
        assertThat(glance.quarter()).isEqualTo("2022Q1");
        assertThat(glance.reduction()).isEqualTo(1);
        assertThat(rosters.page(PERIOD, PeriodRosters.Part.ALL, "", 50).units()).extracting(PeriodRosters.Listed::orgCode)
                .contains(unit);
    }
}
