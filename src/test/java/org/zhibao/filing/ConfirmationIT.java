package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.account.Role;
import org.zhibao.rule.Finding;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** A figure that changed by more than 100 % goes on only when a reviewer of each level has confirmed it. */
@ApplicationTest
class ConfirmationIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private FilingActions actions;
    @Autowired
    private FilingDesk desk;
    @Autowired
    private ReviewNotes notes;

    private FilingSummary filing;

    @BeforeEach
    void anOutputThreeTimesTheUsualUnderReview() {
        filing = scenario.freshIndustrialFiling();
        submitted("3.1");
        actions.claim(filing.id(), scenario.city(filing));
    }

    @Test
    void theCityForwardsOnlyWithEveryFindingConfirmedAndTheProvinceAcceptsLikewise() {
        List<Finding> asked = asked(1);
        assertThat(asked).extracting(Finding::rule).contains("R45", "R46");
        Answer without = decide(city(), "FORWARD", List.of());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.errors()).hasSameSizeAs(asked);
        assertThat(without.errors().values()).anyMatch(m -> m.contains("R45 (A24)"));
        assertThat(decide(city(), "FORWARD", asked.subList(0, 1)).errors()).hasSize(asked.size() - 1);
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.CITY_REVIEW);

        assertThat(decide(city(), "FORWARD", asked).status()).isEqualTo(200);
        assertThat(notes.confirmations(filing.id(), scenario.province())).hasSameSizeAs(asked).allSatisfy(c -> {
            assertThat(c.role()).isEqualTo(Role.CITY);
            assertThat(c.userName()).isEqualTo(scenario.city(filing).name());
            assertThat(c.remark()).isEqualTo("已电话核实");
        });
        actions.claim(filing.id(), scenario.province());
        assertThat(api.browser("province").get("/filings/" + filing.id()).text()).contains("已电话核实")
                .contains("data-confirm=\"" + asked.get(0).fingerprint());
        assertThat(decide("province", "ACCEPT", List.of()).errors()).hasSameSizeAs(asked);
        assertThat(decide("province", "ACCEPT", asked).status()).isEqualTo(200);
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.ACCEPTED);
    }

    @Test
    void aConfirmationHoldsForItsValueAndLapsesWithIt() {
        assertThat(decide(city(), "FORWARD", asked(1)).status()).isEqualTo(200);
        scenario.withdraw(filing, scenario.city(filing));
        actions.claim(filing.id(), scenario.city(filing));
        actions.decide(filing.id(), new Decision(FilingAction.RETURN, "请核实产值", new TimeLimit(5, null),
                java.util.Set.of(), 0), scenario.city(filing));
        submitted("3.2");
        actions.claim(filing.id(), scenario.city(filing));
        assertThat(decide(city(), "FORWARD", List.of()).errors()).hasSize(asked(2).size());
        assertThat(decide(city(), "FORWARD", asked(1)).errors()).as("the findings of the value before").isNotEmpty();
        assertThat(decide(city(), "FORWARD", asked(2)).status()).isEqualTo(200);
    }

    @Test
    void aReturnNeedsNoConfirmation() {
        actions.decide(filing.id(), new Decision(FilingAction.RETURN, "请核实产值", new TimeLimit(5, null),
                java.util.Set.of(), 0), scenario.city(filing));
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.RECTIFY);
    }

    private List<Finding> asked(int revision) {
        return desk.revision(filing.id(), revision, scenario.province()).findings().stream().filter(Finding::confirm)
                .toList();
    }

    private Answer decide(String who, String action, List<Finding> confirmed) {
        List<Map<String, String>> confirmations = new ArrayList<>();
        confirmed.forEach(f -> confirmations.add(Map.of("fingerprint", f.fingerprint(), "remark", "已电话核实")));
        return api.as(who).inEnglish().post("/api/v1/filings/" + filing.id() + "/decision",
                Map.of("action", action, "confirmations", confirmations));
    }

    private String city() {
        return "city" + filing.cityCode();
    }

    private void submitted(String factor) {
        BigDecimal usual = scenario.report(filing).figures().number("A24").orElseThrow();
        ReportDocument report = scenario.reportWith(filing,
                Map.of("A24", usual.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP).toPlainString()));
        scenario.save(filing, report);
        Map<String, String> why = new TreeMap<>();
        drafts.check(filing.id(), scenario.unit(filing)).findings().stream().filter(Finding::explainable).forEach(
                f -> why.put(f.fingerprint(), "新生产线七月投产，产值增至三倍（" + f.rule() + f.target() + "）"));
        assertThat(scenario.submit(filing, new ReportDocument(report.values(), report.rows(), why, report.signatories()))
                .received()).isTrue();
    }
}
