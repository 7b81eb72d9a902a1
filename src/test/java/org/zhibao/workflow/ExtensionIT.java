package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhibao.workflow.ClockScenario.endOf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.audit.AuditTrail;
import org.zhibao.clock.LatenessRow;
import org.zhibao.clock.LatenessRows;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.LatenessEnded.Ending;
import org.zhibao.filing.Stage;
import org.zhibao.period.Quarter;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Extensions over HTTP: who may grant them, for what, until when; of one and of many. */
@ApplicationTest
class ExtensionIT {

    private static final LocalDate DAY = LocalDate.now().plusDays(30);

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private LatenessRows lateness;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private ProcessEngine engine;

    private final Quarter quarter = ClockScenario.quarterAhead();
    private ClockScenario clocks;
    private Invariants invariants;

    @BeforeEach
    void prepare(@Autowired AutowireCapableBeanFactory beans) {
        clocks = new ClockScenario(beans);
        invariants = new Invariants(engine);
        clocks.open(quarter, 30);
    }

    @AfterEach
    void close() {
        clocks.run();
        clocks.close(quarter);
    }

    @Test
    void aCityExtendsOneOfItsEnterprisesAndEverybodyReadsWhy() {
        FilingSummary filing = clocks.filings(quarter).get(0);
        String city = "city" + filing.cityCode();
        Answer answer = api.as(city).post("/api/v1/extensions", one(filing, DAY, "暴雨停电，推迟填报"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        FilingSummary now = scenario.now(filing);
        assertThat(now.dueAt()).isEqualTo(endOf(DAY));
        invariants.hold(now);
        assertThat(audit.of("filing/" + quarter + "/" + filing.orgCode())).singleElement()
                .satisfies(row -> assertThat(row.action()).isEqualTo("EXTEND"))
                .satisfies(row -> assertThat(row.detail()).contains("暴雨停电，推迟填报"));
        assertThat(api.browser(filing.orgCode()).get("/filings/" + filing.id()).text())
                .contains("暴雨停电，推迟填报", DAY.toString()).doesNotContain("/extensions/new");
        assertThat(api.browser(city).get("/filings/" + filing.id()).text()).contains("/extensions/new?filing=");
        assertThat(api.browser(city).get("/extensions").text()).contains(filing.unitName(), "暴雨停电，推迟填报");
    }

    @Test
    void anOverdueReportThatIsExtendedIsOverdueNoLonger() {
        FilingSummary filing = clocks.filings(quarter).get(1);
        invariants.timers(filing).forEach(t -> engine.getManagementService().executeJob(t.getId()));
        assertThat(scenario.now(filing).overdue()).isTrue();
        assertThat(api.as("province").post("/api/v1/extensions", one(filing, DAY, "设备检修")).status()).isEqualTo(201);
        assertThat(scenario.now(filing).overdue()).isFalse();
        assertThat(lateness.ofFiling(filing.id())).singleElement().extracting(LatenessRow::ending)
                .isEqualTo(Ending.EXTENDED);
        invariants.hold(scenario.now(filing));
    }

    @Test
    void allOfAnAreaAreExtendedInTheBackgroundAndWhatIsLaterAlreadyStays() {
        FilingSummary first = clocks.filings(quarter).get(0);
        List<FilingSummary> ofCity = ofCity(first.cityCode());
        api.as("province").post("/api/v1/extensions", one(first, DAY.plusDays(5), "设备检修"));
        Map<String, Object> body = many(first.cityCode(), DAY, "全市洪涝灾害");
        Answer preview = api.as("city" + first.cityCode()).post("/api/v1/extensions/preview", body);
        assertThat(preview.json().path("left").asInt()).as(preview.text()).isEqualTo(1);
        assertThat(preview.json().at("/dates/0/tasks").asInt()).isEqualTo(ofCity.size() - 1);

        assertThat(api.as("city" + first.cityCode()).post("/api/v1/extensions", body).status()).isEqualTo(201);
        assertThat(scenario.now(ofCity.get(1)).dueAt()).as("not before its process runs")
                .isEqualTo(ofCity.get(1).dueAt());
        clocks.run();
        assertThat(ofCity(first.cityCode())).allSatisfy(filing -> {
            assertThat(filing.dueAt()).isEqualTo(endOf(filing.id() == first.id() ? DAY.plusDays(5) : DAY));
            invariants.hold(filing);
        });
        assertThat(clocks.filings(quarter)).filteredOn(f -> !f.cityCode().equals(first.cityCode()))
                .isNotEmpty().allSatisfy(f -> assertThat(f.dueAt()).isEqualTo(endOf(LocalDate.now().plusDays(7))));
        assertThat(audit.of("period/" + quarter)).as("one row, however many tasks").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor", "county430102", "183810013"})
    void otherRolesGrantNothing(String user) {
        FilingSummary filing = clocks.filings(quarter).stream().filter(f -> f.orgCode().equals("183810013"))
                .findFirst().orElseThrow();
        Answer answer = api.as(user).inEnglish().post("/api/v1/extensions", one(filing, DAY, "设备检修"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(scenario.now(filing).dueAt()).isEqualTo(filing.dueAt());
        assertThat(api.browser(user).get("/extensions/new?filing=" + filing.id()).status()).isEqualTo(403);
    }

    @Test
    void aCityExtendsNeitherElsewhereNorItsOwnTime() {
        FilingSummary filing = clocks.filings(quarter).get(2);
        String other = filing.cityCode().equals("430100") ? "430200" : "430100";
        HttpApi.Caller city = api.as("city" + other).inEnglish();
        assertThat(city.post("/api/v1/extensions", one(filing, DAY, "设备检修")).status()).isEqualTo(403);
        Answer area = city.post("/api/v1/extensions", many(filing.cityCode(), DAY, "设备检修"));
        assertThat(area.status()).isEqualTo(403);
        assertThat(area.detail()).contains("within your own area");
        FilingSummary submitted = scenario.submitted(filing);
        Answer own = api.as("city" + filing.cityCode()).inEnglish()
                .post("/api/v1/extensions", one(submitted, DAY, "人手不足"));
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.detail()).contains("City review");
        assertThat(api.as("province").post("/api/v1/extensions", one(submitted, DAY, "人手不足")).status())
                .as("the province may").isEqualTo(201);
        invariants.hold(scenario.now(filing));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-1 | 设备检修 | is over", "7 | 设备检修 | not later", "90000 | 设备检修 | too late",
        "30 | 修 | reason"})
    void impossibleDatesAndReasonsAreRefusedAndChangeNothing(int days, String reason, String said) {
        FilingSummary filing = clocks.filings(quarter).get(3);
        Answer answer = api.as("province").inEnglish()
                .post("/api/v1/extensions", one(filing, LocalDate.now().plusDays(days), reason));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors().values()).singleElement().satisfies(e -> assertThat(e).contains(said));
        assertThat(scenario.now(filing).dueAt()).isEqualTo(filing.dueAt());
        assertThat(audit.of("filing/" + quarter + "/" + filing.orgCode())).isEmpty();
    }

    @Test
    void thePageShowsAPreviewBeforeAnythingHappens() {
        FilingSummary filing = clocks.filings(quarter).get(4);
        HttpApi.Caller city = api.browser("city" + filing.cityCode());
        assertThat(city.get("/extensions/new").text()).contains(quarter.code());
        LocalDate saturday = DAY.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY));
        String form = "filing=" + filing.id() + "&reason=设备检修&day=";
        HttpApi.Caller posting = city.withToken().with("Content-Type", "application/x-www-form-urlencoded");
        Answer preview = posting.post("/extensions/preview", form + saturday);
        assertThat(preview.text()).contains(filing.unitName(), "不是工作日", "确认延期");
        assertThat(scenario.now(filing).dueAt()).isEqualTo(filing.dueAt());
        assertThat(posting.post("/extensions/preview", form + "2026-02-30").text()).contains("请填写延期后的日期");
        assertThat(posting.post("/extensions", form + DAY).status()).isEqualTo(302);
        assertThat(scenario.now(filing).dueAt()).isEqualTo(endOf(DAY));
    }

    private List<FilingSummary> ofCity(String city) {
        return clocks.filings(quarter).stream().filter(f -> f.cityCode().equals(city)).toList();
    }

    private static Map<String, Object> one(FilingSummary filing, LocalDate day, String reason) {
        return Map.of("filingId", filing.id(), "day", day.toString(), "reason", reason);
    }

    private Map<String, Object> many(String area, LocalDate day, String reason) {
        return new HashMap<>(Map.of("period", quarter.code(), "stage", Stage.FILL_IN.name(), "area", area,
                "day", day.toString(), "reason", reason));
    }
}
