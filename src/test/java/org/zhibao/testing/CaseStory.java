package org.zhibao.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhibao.filing.Decision;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.TimeLimit;

/** A case with everything an auditor may ask about: returned by the city, fed back by the province, accepted, archived. */
public final class CaseStory {

    public static final String OUTPUT = "A24";
    public static final String CITY_ASKS = "产值与用电量不相称，请核实后重报";
    public static final String PROVINCE_ASKS = "请说明产值与上年同期的差异";

    private final Scenario scenario;
    private final FilingActions actions;

    public CaseStory(Scenario scenario, FilingActions actions) {
        this.scenario = scenario;
        this.actions = actions;
    }

    /** The finished case: three revisions, two of them after a return. */
    public FilingSummary told() {
        FilingSummary filing = scenario.submitted(scenario.freshIndustrialFiling());
        actions.claim(filing.id(), scenario.city(filing));
        actions.decide(filing.id(), new Decision(FilingAction.RETURN, CITY_ASKS, new TimeLimit(5, null), Set.of(OUTPUT), 1,
                List.of(), Map.of()), scenario.city(filing));
        correct(filing, "1.01");
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        actions.claim(filing.id(), scenario.province());
        actions.decide(filing.id(), new Decision(FilingAction.FEED_BACK, PROVINCE_ASKS, new TimeLimit(5, null), Set.of(), 2,
                List.of(), Map.of()), scenario.province());
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        correct(filing, "1.02");
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        scenario.record(filing, FilingAction.REPORT, scenario.province());
        scenario.record(filing, FilingAction.ARCHIVE, scenario.province());
        return scenario.now(filing);
    }

    /** The output as the first revision has it, times a factor. */
    public String output(FilingSummary filing, String factor) {
        return scenario.report(filing).figures().number(OUTPUT).orElseThrow().multiply(new BigDecimal(factor))
                .setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private void correct(FilingSummary filing, String factor) {
        scenario.submit(filing, scenario.reportWith(filing, Map.of(OUTPUT, output(filing, factor))));
    }
}
