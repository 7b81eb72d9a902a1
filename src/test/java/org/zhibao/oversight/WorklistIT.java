package org.zhibao.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** The worklist: who sees which filings, page by page. */
@ApplicationTest
class WorklistIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HttpApi api;

    @ParameterizedTest
    @ValueSource(ints = {7, 200})
    void thePagesTogetherShowEveryFilingOnceInTheOrderOfTheirDates(int size) {
        String period = scenario.period();
        HttpApi.Caller province = api.as("province");
        List<Long> seen = new ArrayList<>();
        String lastDue = "";
        String next = "";
        do {
            JsonNode page = province.get("/api/v1/filings?period=" + period + "&size=" + size + "&after=" + next).json();
            assertThat(page.path("total").asLong()).isEqualTo(count("period = '" + period + "'"));
            for (JsonNode filing : page.path("filings")) {
                seen.add(filing.path("id").asLong());
                String due = filing.path("dueAt").isNull() ? "9999" : filing.path("dueAt").asText();
                assertThat(due).isGreaterThanOrEqualTo(lastDue);
                lastDue = due;
            }
            next = page.path("next").isNull() ? null : page.path("next").asText();
        } while (next != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) count("period = '" + period + "'"));
    }

    @Test
    void everyoneSeesTheFilingsOfItsOwnAreaOnly() {
        FilingSummary filing = scenario.freshFilingIn("430100");
        assertThat(ids(api.as("city430100"), "size=200")).hasSize((int) Math.min(200, count("city_code = '430100'")))
                .contains(filing.id());
        assertThat(total(api.as("city430200"), "")).isEqualTo(count("city_code = '430200'"));
        assertThat(total(api.as("county430102"), "")).isEqualTo(count("county_code = '430102'"));
        assertThat(total(api.as(filing.orgCode()), "")).isEqualTo(count("org_code = '" + filing.orgCode() + "'"));
        assertThat(total(api.as("auditor"), "")).isEqualTo(count("1 = 1"));
        assertThat(total(api.as("city430200"), "area=430100")).as("asking for another's area").isZero();
        assertThat(total(api.as("city430200"), "text=" + filing.orgCode())).isZero();
        assertThat(api.as("city430200").get("/api/v1/counts?period=" + scenario.period()).json().findValues("filings")
                .stream().mapToLong(JsonNode::asLong).sum())
                .isEqualTo(count("city_code = '430200' and period = '" + scenario.period() + "'"));
    }

    @Test
    void filtersNarrowTheListAndTheTotal() {
        FilingSummary submitted = scenario.at(Stage.CITY_REVIEW);
        HttpApi.Caller province = api.as("province");
        assertThat(total(province, "status=SUBMITTED")).isEqualTo(count("status = 'SUBMITTED'")).isPositive();
        assertThat(ids(province, "size=200&status=SUBMITTED&area=" + submitted.countyCode())).contains(submitted.id());
        assertThat(total(province, "area=" + submitted.countyCode()))
                .isEqualTo(count("county_code = '" + submitted.countyCode() + "'"));
        assertThat(total(province, "area=" + submitted.cityCode()))
                .isEqualTo(count("city_code = '" + submitted.cityCode() + "'"));
        assertThat(total(province, "overdue=true")).isEqualTo(count("overdue"));
        assertThat(total(province, "overdue=false&status=ARCHIVED")).isEqualTo(count("status = 'ARCHIVED'"));
        assertThat(ids(province, "period=" + scenario.period() + "&text=" + submitted.orgCode().toLowerCase()))
                .containsExactly(submitted.id());
    }

    @Test
    void aSearchedTextIsTakenLiterally() {
        FilingSummary filing = scenario.freshFiling();
        String odd = "百%分_之!百'公司";
        database.sql("update filing set unit_name = :name where id = :id").param("name", odd).param("id", filing.id())
                .update();
        HttpApi.Caller province = api.as("province");
        for (String part : List.of("百%分", "分_之", "之!百", "'公", odd)) {
            assertThat(ids(province, "text=" + HttpApi.encoded(part))).as(part).containsExactly(filing.id());
        }
        assertThat(ids(province, "text=%25")).as("%").containsExactly(filing.id());
        assertThat(ids(province, "text=_")).as("_").containsExactly(filing.id());
        assertThat(total(province, "text=" + HttpApi.encoded("百_分"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "size=201", "size=-1", "size=x", "size=99999999999", "status=NONE", "overdue=maybe",
        "area=4301", "area=43010X", "after=x", "after=1.2", "after=1.2.3.x", "after=a.b.c", "after=99999999999999.0.1",
        "after=9223372036854775807.0.1", "after=-99999999999999.0.1", "period=2026", "period=2026Q5", "period=%00", "text=%00", "text=a%00b"})
    void aQueryThatMakesNoSenseNamesItsParameter(String query) {
        Answer answer = api.as("province").inEnglish().get("/api/v1/filings?" + query);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.errors()).containsOnlyKeys(query.replaceFirst("=.*", ""));
        assertThat(answer.errors().values()).allMatch(m -> !m.isBlank());
    }

    @Test
    void absurdlyLongTextsFindNothing() {
        assertThat(total(api.as("province"), "text=" + "x".repeat(3_000))).isZero();
    }

    @Test
    void countsNeedAPeriodAndSaySoInTheReadersLanguage() {
        Answer answer = api.as("province").get("/api/v1/counts");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("period").doesNotContain("Required");
        assertThat(api.as("province").get("/api/v1/counts?period=1999Q1").json()).isEmpty();
    }

    @Test
    void everyFilingInTheListSaysWhatTheCallerMayDo() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        JsonNode page = api.as("city" + filing.cityCode())
                .get("/api/v1/filings?period=" + scenario.period() + "&text=" + filing.orgCode()).json();
        Set<String> allowed = new HashSet<>();
        page.at("/filings/0/actions").forEach(a -> {
            if (a.path("allowed").asBoolean()) {
                allowed.add(a.path("action").asText());
            }
        });
        assertThat(allowed).containsExactlyInAnyOrder("CLAIM", "SUSPEND");
    }

    private long count(String where) {
        return database.sql("select count(*) from filing where " + where).query(Long.class).single();
    }

    private static long total(HttpApi.Caller caller, String query) {
        Answer answer = caller.get("/api/v1/filings?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("total").asLong();
    }

    private static List<Long> ids(HttpApi.Caller caller, String query) {
        List<Long> ids = new ArrayList<>();
        caller.get("/api/v1/filings?" + query).json().path("filings").forEach(f -> ids.add(f.path("id").asLong()));
        return ids;
    }
}
