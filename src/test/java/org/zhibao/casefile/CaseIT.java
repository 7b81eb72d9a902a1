package org.zhibao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.CaseStory;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** What auditors read of cases: found among all, told in order, verified; and that they change nothing by it. */
@ApplicationTest
class CaseIT {

    private static final String CASES = "/api/v1/audit/cases";

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;
    @Autowired
    private Footprint footprint;
    @Autowired
    private Accounts accounts;

    private HttpApi.Caller auditor;

    @BeforeEach
    void anAuditor() {
        auditor = api.browser("auditor");
    }

    @Test
    void aCaseTellsEveryReturnWithItsReasonInTheOrderInWhichItHappened() {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        JsonNode timeline = read("/" + filing.id() + "/timeline?size=500");
        List<String> decisions = new ArrayList<>();
        Instant last = Instant.EPOCH;
        for (JsonNode entry : timeline.path("entries")) {
            Instant at = Instant.parse(entry.path("at").asText());
            assertThat(at).isAfterOrEqualTo(last);
            last = at;
            if (entry.path("kind").asText().equals("DECISION")) {
                decisions.add(entry.path("title").asText());
            }
        }
        assertThat(decisions).containsExactly("上报", "打回企业整改", "上报", "审核通过，报省", "反馈市级处理", "打回企业整改", "上报",
                "审核通过，报省", "省级审核通过", "报送", "归档");
        assertThat(timeline.toString()).contains(CaseStory.CITY_ASKS, CaseStory.PROVINCE_ASKS, "A24 工业总产值",
                "市级审核：任务办结", "企业填报 · 逾期：已设定", "第3次上报已收讫");
        assertThat(timeline.path("total").asInt()).isEqualTo(timeline.path("entries").size());
    }

    @Test
    void aTimelineIsPagedAndFilteredWithoutLosingAnything() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        JsonNode whole = read("/" + filing.id() + "/timeline?size=500");
        int total = whole.path("total").asInt();
        List<Integer> numbers = new ArrayList<>();
        for (int first = 0; first < total; first += 3) {
            read("/" + filing.id() + "/timeline?size=3&first=" + first).path("entries")
                    .forEach(e -> numbers.add(e.path("number").asInt()));
        }
        assertThat(numbers).hasSize(total).isSorted().doesNotHaveDuplicates();
        int counted = 0;
        for (JsonNode kind : whole.path("kinds")) {
            JsonNode only = read("/" + filing.id() + "/timeline?kind=" + kind.path("kind").asText());
            assertThat(only.path("total").asInt()).isEqualTo(kind.path("count").asInt());
            counted += only.path("total").asInt();
        }
        assertThat(counted).isEqualTo(total);
        assertThat(auditor.get(CASES + "/" + filing.id() + "/timeline?size=501").status()).isEqualTo(422);
        assertThat(auditor.get(CASES + "/" + filing.id() + "/timeline?kind=GOSSIP").status()).isEqualTo(400);
    }

    @Test
    void aRevisionShowsWhatChangedCellByCellAndItsReceiptIsVerified() {
        CaseStory story = new CaseStory(scenario, actions);
        FilingSummary filing = story.told();
        assertThat(read("/" + filing.id() + "/revisions/1").path("changes")).isEmpty();
        JsonNode second = read("/" + filing.id() + "/revisions/2");
        JsonNode change = second.path("changes").get(0);
        assertThat(second.path("changes")).hasSize(1);
        assertThat(change.path("name").asText()).startsWith("A24 ");
        assertThat(change.path("after").asText().replace(",", "")).isEqualTo(story.output(filing, "1.01"));
        assertThat(change.path("percent").asText()).isEqualTo("+1.0");
        assertThat(read("/" + filing.id() + "/revisions/3/verification").path("verdict").asText()).isEqualTo("GENUINE");
        assertThat(auditor.get(CASES + "/" + filing.id() + "/revisions/4").status()).isEqualTo(404);
    }

    @Test
    void aRunShowsItsDiagramAndHowOftenAndHowLongItWasWhere() {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        JsonNode runs = read("/" + filing.id()).path("runs");
        assertThat(runs).hasSize(1);
        JsonNode run = runs.get(0);
        assertThat(run.path("ended").asText()).isNotEmpty();
        List<String> rectified = new ArrayList<>();
        run.path("visits").forEach(v -> {
            assertThat(v.path("open").asBoolean()).isFalse();
            if (v.path("element").asText().equals("UserTask_Rectify")) {
                rectified.add(v.path("name").asText() + v.path("times").asInt());
            }
        });
        assertThat(rectified).containsExactly("限期整改2");
        Answer diagram = auditor.get(CASES + "/" + filing.id() + "/runs/" + run.path("id").asText() + "/diagram");
        assertThat(diagram.text()).contains("<bpmn:definitions", "UserTask_Rectify");
        assertThat(auditor.get(CASES + "/" + filing.id() + "/runs/nowhere/diagram").status()).isEqualTo(404);
    }

    @Test
    void aCaseIsFoundByEachConditionAndByAllTogether() {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        String today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        String city = "city" + filing.cityCode();
        for (String condition : List.of("period=" + filing.period(), "area=" + filing.cityCode(),
                "area=" + filing.countyCode(), "text=" + filing.orgCode(), "text=" + HttpApi.encoded(filing.unitName()),
                "person=" + city, "person=" + filing.orgCode(), "status=ARCHIVED", "course=FINISHED", "from=" + today,
                "until=" + today, "person=" + city + "&from=" + today + "&until=" + today + "&text=" + filing.orgCode())) {
            assertThat(found(condition)).as(condition).contains(filing.id());
        }
        for (String condition : List.of("course=RUNNING", "status=FORWARDED", "person=nobody", "until=2001-01-01",
                "person=" + city + "&until=2001-01-01", "text=" + HttpApi.encoded("100%"))) {
            assertThat(found(condition + (condition.startsWith("text") ? "" : "&text=" + filing.orgCode()))).as(condition)
                    .doesNotContain(filing.id());
        }
    }

    @Test
    void pagesFollowEachOtherWithoutLossAndSayHowManyThereAre() {
        String period = scenario.period();
        JsonNode all = read("?size=1&period=" + period);
        long total = all.path("total").asLong();
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = read("?size=200&period=" + period + after);
            assertThat(page.path("total").asLong()).isEqualTo(total);
            page.path("cases").forEach(c -> ids.add(c.path("id").asLong()));
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());
        assertThat(ids).hasSize((int) total).doesNotHaveDuplicates();
    }

    @Test
    void anAuditorOfACityFindsAndOpensOnlyItsCases() {
        accounts.create(List.of(new Actor("auditor430300", "市级审计员", Role.AUDITOR, "430300", null)), HttpApi.PASSWORD,
                true);
        auditor = api.browser("auditor430300");
        JsonNode all = read("?size=1");
        assertThat(all.path("total").asLong()).isPositive()
                .isEqualTo(api.browser("auditor").get(CASES + "?size=1&area=430300").json().path("total").asLong());
        assertThat(read("?area=430200").path("total").asLong()).isZero();
        FilingSummary foreign = scenario.freshFilingWhere(u -> !u.cityCode().equals("430300"));
        for (String path : List.of("", "/timeline", "/evidence.zip", "/revisions/1")) {
            assertThat(auditor.get(CASES + "/" + foreign.id() + path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theReportLeadsAuditorsAndAdministratorsToItsCaseAndNobodyElse() {
        FilingSummary filing = scenario.freshFiling();
        String link = "/camunda/app/cockpit/default/#/audit/cases/" + filing.id();
        assertThat(auditor.get("/filings/" + filing.id()).text()).contains(link);
        assertThat(api.browser("admin").get("/filings/" + filing.id()).text()).contains(link);
        assertThat(api.browser("province").get("/filings/" + filing.id()).text()).doesNotContain("#/audit/cases");
    }

    @Test
    void aSuspensionIsOnTheTimelineOfTheCaseItEnded() {
        FilingSummary suspended = scenario.at(Stage.SUSPENDED);
        JsonNode timeline = read("/" + suspended.id() + "/timeline?size=500");
        assertThat(timeline.toString()).contains("申报停报", "核实通过", "设备大修，全季停产，无排放");
        assertThat(read("/" + suspended.id()).at("/filing/running").asBoolean()).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Map<String, String> bad = Map.of("period=2026Q5", "period", "area=43", "area", "size=0", "size", "size=201", "size",
                "after=x", "after", "from=2026-02-01&until=2026-01-01", "until", "from=1026-02-01", "from",
                "person=" + "x".repeat(101), "person");
        bad.forEach((query, field) -> {
            Answer answer = auditor.get(CASES + "?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.errors()).as(query).containsOnlyKeys(field);
        });
        assertThat(auditor.get(CASES + "?status=GONE").status()).isEqualTo(400);
        assertThat(auditor.get(CASES + "/999999999").status()).isEqualTo(404);
    }

    @Test
    void whoDoesNotAuditIsRefusedAndReadingLeavesNoTrace() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        for (String userId : List.of(filing.orgCode(), "city" + filing.cityCode(), "province", "admin430100")) {
            Answer refused = api.browser(userId).get(CASES + "/" + filing.id());
            assertThat(refused.status()).as(userId).isEqualTo(403);
            assertThat(refused.detail()).contains("审计员");
        }
        List<String> before = footprint.of(filing);
        read("/" + filing.id());
        read("/" + filing.id() + "/timeline");
        read("/" + filing.id() + "/revisions/1/verification");
        for (String path : List.of("", "/" + filing.id(), "/" + filing.id() + "/timeline")) {
            assertThat(auditor.withToken().post(CASES + path, "{}").status()).isEqualTo(405);
            assertThat(auditor.withToken().put(CASES + path, "{}").status()).isEqualTo(405);
            assertThat(auditor.withToken().delete(CASES + path).status()).isEqualTo(405);
        }
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    private List<Long> found(String condition) {
        List<Long> ids = new ArrayList<>();
        read("?size=200&" + condition).path("cases").forEach(c -> ids.add(c.path("id").asLong()));
        return ids;
    }

    private JsonNode read(String path) {
        Answer answer = auditor.get(CASES + path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }
}
