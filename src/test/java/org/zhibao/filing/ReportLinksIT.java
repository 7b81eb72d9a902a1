package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.indicator.Figures;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.SourceKind;
import org.zhibao.rule.Finding;
import org.zhibao.rule.Links;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

@ApplicationTest
class ReportLinksIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private Registry registry;
    @Autowired
    private Filings filings;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private ReportLinks links;

    @Test
    void aPlantIsAskedWhenEnterprisesReportMoreWaterSentToItThanItTreated() {
        FilingSummary plant = scenario.freshFilingWhere(u -> u.kinds().contains(SourceKind.WWTP));
        scenario.save(plant, scenario.report(plant));
        assertThat(rules(plant)).doesNotContain("R50");

        FilingSummary mill = waterUnit();
        scenario.submit(mill, sendingTo(mill, plant.orgCode()));
        assertThat(scenario.now(mill).revision()).as("sent its report").isEqualTo(1);
        scenario.save(plant, scenario.reportWith(plant, withIndustrialWater(plant, "0")));

        assertThat(rules(plant)).contains("R50");
    }

    @Test
    void anEnterpriseCanSendItsWaterToARegisteredSewagePlantOnly() {
        FilingSummary mill = waterUnit();
        FilingSummary plant = scenario.freshFilingWhere(u -> u.kinds().contains(SourceKind.WWTP));

        scenario.save(mill, sendingTo(mill, mill.orgCode()));
        assertThat(rules(mill)).contains("R14");

        scenario.save(mill, sendingTo(mill, plant.orgCode()));
        assertThat(rules(mill)).doesNotContain("R14");
    }

    @Test
    void annualStatisticsTakenOverStandBesideTheReport() {
        FilingSummary mill = waterUnit();
        int year = Integer.parseInt(mill.period().substring(0, 4));

        Answer answer = api.as("admin").put("/api/v1/annual-figures/" + year,
                Map.of(mill.orgCode(), Map.of("B03", "4000000.5", "B07", "340")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(linksOf(mill).annual().values()).containsExactlyInAnyOrderEntriesOf(
                Map.of("B03", "4000000.5", "B07", "340"));
    }

    @Test
    void annualStatisticsWithAnUnknownUnitOrCellAreRefusedByName() {
        Answer answer = api.as("admin").inEnglish().put("/api/v1/annual-figures/2026", Map.of(
                "999999999", Map.of("B03", "1"), "183810013", Map.of("A03", "1", "B07", "much")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors().keySet())
                .containsExactlyInAnyOrder("999999999", "183810013.A03", "183810013.B07");
        assertThat(api.as("province").put("/api/v1/annual-figures/2026", Map.of("183810013", Map.of("B03", "1"))).status())
                .isEqualTo(403);
    }

    @Test
    void theSumOfEarlierQuartersNeedsAllOfThemAccepted() {
        ReportingUnit unit = registry.require(waterUnit().orgCode());
        // the demo history has the quarter before and that of last year, never the whole year
        assertThat(linksOf(scenario.filingOf(unit.orgCode())).earlier()).isEqualTo(Figures.EMPTY);
    }

    private FilingSummary waterUnit() {
        return scenario.freshFilingWhere(u -> u.kinds().equals(java.util.Set.of(SourceKind.WASTEWATER)));
    }

    private Links linksOf(FilingSummary filing) {
        return links.of(filings.require(filing.id()), registry.require(filing.orgCode()), Figures.EMPTY);
    }

    private ReportDocument sendingTo(FilingSummary filing, String plant) {
        String all = scenario.report(filing).values().get("B03");
        return scenario.reportWith(filing, Map.of("A17", "E", "A19", plant, "B04", "0.00", "B05", all));
    }

    private Map<String, String> withIndustrialWater(FilingSummary plant, String industrial) {
        return Map.of("D05", industrial, "D04", scenario.report(plant).values().get("D03"));
    }

    private List<String> rules(FilingSummary filing) {
        return drafts.check(filing.id(), scenario.unit(filing)).findings().stream().map(Finding::rule).toList();
    }
}
