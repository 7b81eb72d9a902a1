package org.zhibao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingStatus;
import org.zhibao.oversight.StatusCount;
import org.zhibao.oversight.Worklists;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.CaseStory;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** The quarter in figures. */
@ApplicationTest
class QuarterIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;
    @Autowired
    private Worklists worklists;

    @Test
    void everyReportIsCountedOnceByCityAndStatus() {
        scenario.at(org.zhibao.filing.Stage.CITY_REVIEW);
        JsonNode quarter = quarter();
        long counted = 0;
        for (JsonNode city : quarter.path("cities")) {
            long ofCity = 0;
            for (JsonNode filings : city.path("filings")) {
                ofCity += filings.asLong();
            }
            assertThat(ofCity).isEqualTo(city.path("total").asLong());
            counted += ofCity;
        }
        var counts = worklists.counts(scenario.period(), scenario.actor("auditor"));
        assertThat(counted).isEqualTo(counts.stream().mapToLong(StatusCount::filings).sum());
        assertThat(quarter.path("statuses").toString()).contains(FilingStatus.SUBMITTED.name());
    }

    @Test
    void aReturnIsCountedWithItsReasonAndTheCellsItNames() {
        JsonNode before = quarter();
        new CaseStory(scenario, actions).told();
        JsonNode after = quarter();
        assertThat(times(after.path("returns"), "打回企业整改 · 市级") - times(before.path("returns"), "打回企业整改 · 市级"))
                .isEqualTo(2);
        assertThat(times(after.path("returns"), "反馈市级处理 · 省级") - times(before.path("returns"), "反馈市级处理 · 省级"))
                .isEqualTo(1);
        assertThat(times(after.path("cells"), "A24 工业总产值（当年价格）")
                - times(before.path("cells"), "A24 工业总产值（当年价格）")).isEqualTo(1);
        assertThat(after.path("reasons").toString()).contains("请核实化学需氧量排放量");
        assertThat(after.path("differentReasons").asLong()).isGreaterThanOrEqualTo(after.path("reasons").size());
    }

    @Test
    void timePerStageCountsEveryTaskThatIsDone() {
        JsonNode before = quarter();
        new CaseStory(scenario, actions).told();
        JsonNode after = quarter();
        assertThat(tasks(after, "限期整改") - tasks(before, "限期整改")).isEqualTo(2);
        assertThat(tasks(after, "市级审核") - tasks(before, "市级审核")).isEqualTo(3);
        after.path("stages").forEach(s -> assertThat(s.path("median").asText()).isNotEmpty());
    }

    @Test
    void aQuarterThatIsNoneIsRefused() {
        assertThat(api.browser("auditor").get("/api/v1/audit/quarters/2026Q5").status()).isEqualTo(422);
        assertThat(api.browser("province").get("/api/v1/audit/quarters/" + scenario.period()).status()).isEqualTo(403);
    }

    private JsonNode quarter() {
        HttpApi.Answer answer = api.browser("auditor").get("/api/v1/audit/quarters/" + scenario.period());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static long times(JsonNode rows, String name) {
        for (JsonNode row : rows) {
            if (row.path("name").asText().equals(name)) {
                return row.path("times").asLong();
            }
        }
        return 0;
    }

    private static long tasks(JsonNode quarter, String stage) {
        for (JsonNode row : quarter.path("stages")) {
            if (row.path("name").asText().equals(stage)) {
                return row.path("tasks").asLong();
            }
        }
        return 0;
    }
}
