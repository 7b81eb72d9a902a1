package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingDossier.CellChange;
import org.zhibao.indicator.Figures;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** What the form offers besides its cells. */
@ApplicationTest
class FormAidsIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private FormAids aids;
    @Autowired
    private FilingDesk desk;
    @Autowired
    private FilingDrafts drafts;

    private FilingSummary filing;

    @BeforeEach
    void aFreshReport() {
        filing = scenario.freshIndustrialFiling();
    }

    @Test
    void trendsAreTheAcceptedFiguresOfEightQuartersWithGapsWhereThereWereNone() {
        FormAids.Trends trends = aids.trends(filing.id(), scenario.unit(filing));
        Quarter now = Quarter.parse(filing.period());
        assertThat(trends.periods()).hasSize(8).isSorted().last().isEqualTo(now.previous().code());
        List<BigDecimal> output = trends.figures().get("A24");
        assertThat(output).hasSize(8);
        Figures previous = desk.dossier(filing.id(), scenario.unit(filing)).previous();
        assertThat(output.get(7)).isEqualByComparingTo(previous.number("A24").orElseThrow());
        assertThat(trends.figures().keySet()).as("single figures that change")
                .allMatch(code -> code.matches("[A-E][0-9]{2}[A-Z]?")).doesNotContain("A08");
        assertThat(output.get(0)).as("before the platform has reports").isNull();
    }

    @Test
    void everyCellOfTheFormIsExplainedAndThoseOfOtherFormsAreNot() {
        Map<String, FormAids.Help> help = aids.help(filing.id(), scenario.unit(filing), Locale.SIMPLIFIED_CHINESE);
        assertThat(help.get("A27").formula()).isEqualTo("A28 + A29");
        assertThat(help.get("A27").text()).contains("重复用水量");
        assertThat(help.get("A27").rules()).extracting("rule").contains("R10");
        assertThat(help.get("E20.removal_rate").formula()).isEqualTo("（进口浓度－出口浓度）÷进口浓度");
        assertThat(help).doesNotContainKey("D03").containsKey("A26.product_name");
    }

    @Test
    void aNewDraftHoldsWhatDoesNotChangeRowsIncluded() {
        FormAids.LastReport last = aids.lastReport(filing.id(), scenario.unit(filing));
        assertThat(last.period()).isEqualTo(Quarter.parse(filing.period()).previous().code());
        assertThat(last.figures().values()).containsKeys("A03", "A10").doesNotContainKeys("A24", "A27");
        assertThat(last.figures().rows("A26")).isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsKeys("product_name", "product_unit").doesNotContainKey("product_output"));
        ReportDocument draft = drafts.read(filing.id(), scenario.unit(filing)).document();
        assertThat(CellChanges.between(draft.figures(), last.figures())).extracting(CellChange::field).isEmpty();
    }

    @Test
    void onlyTheEnterpriseTakesOverFromItsLastReport() {
        assertThatThrownBy(() -> aids.lastReport(filing.id(), scenario.city(filing))).isInstanceOf(Refusal.class);
        assertThat(aids.trends(filing.id(), scenario.city(filing)).periods()).hasSize(8);
    }
}
