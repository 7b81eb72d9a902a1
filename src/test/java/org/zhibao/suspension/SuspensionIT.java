package org.zhibao.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhibao.suspension.SuspensionSamples.API;
import static org.zhibao.suspension.SuspensionSamples.WHY;
import static org.zhibao.suspension.SuspensionSamples.declaration;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.oversight.PeriodOverview;
import org.zhibao.period.Quarter;
import org.zhibao.submission.AreaDesk;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;

/** Suspensions over HTTP: declared, verified, refused, withdrawn, in force and over; and by whom. */
@ApplicationTest
class SuspensionIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private SmallPeriod small;
    @Autowired
    private Footprint footprint;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private PeriodOverview overview;
    @Autowired
    private AreaDesk areas;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theUnitDeclaresTheCityVerifiesAndTheReportLeavesTheCounts() {
        FilingSummary filing = scenario.freshFiling();
        String county = scenario.county(filing).userId();
        PeriodOverview.AreaCount before = counts(filing);
        AreaDesk.Line line = line(filing);
        long audited = footprint.auditRows();
        Answer declared = api.as(filing.orgCode()).post(API, declaration(filing));
        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        assertThat(declared.json().at("/suspension/state").asText()).isEqualTo("DECLARED");
        assertThat(declared.json().path("mayWithdraw").asBoolean()).isTrue();
        assertThat(scenario.now(filing)).as("the clock goes on").isEqualTo(filing);
        assertThat(footprint.auditRows() - audited).as("one row for one act").isEqualTo(1);
        long id = declared.json().at("/suspension/id").asLong();
        assertThat(told(id)).containsEntry(scenario.city(filing).userId(), "SUSPENSION_DECLARED")
                .doesNotContainKeys(filing.orgCode(), "province");

        Answer verified = api.as(scenario.city(filing).userId()).post(API + "/" + id + "/decision",
                Map.of("accepted", true));
        assertThat(verified.status()).as(verified.text()).isEqualTo(200);
        assertThat(verified.json().at("/suspension/state").asText()).isEqualTo("IN_FORCE");
        assertThat(verified.json().at("/filings/0/status").asText()).isEqualTo("SUSPENDED");
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.SUSPENDED);
        assertThat(audit.of("suspension/" + id)).extracting(AuditEntry::action)
                .containsExactly("SUSPENSION_DECLARE", "SUSPENSION_ACCEPT");
        assertThat(audit.of("filing/" + filing.period() + "/" + filing.orgCode())).extracting(AuditEntry::action)
                .endsWith("SUSPEND");
        assertThat(told(id)).containsEntry(filing.orgCode(), "SUSPENSION_ACCEPTED")
                .containsEntry(county, "SUSPENSION_ACCEPTED");
        assertThat(counts(filing).all()).isEqualTo(before.all() - 1);
        assertThat(counts(filing).suspended()).isEqualTo(before.suspended() + 1);
        assertThat(line(filing).listed()).as("those the area has to submit").isEqualTo(line.listed() - 1);
        assertThat(line(filing).complete()).isEqualTo(line.complete());
        assertThat(api.as(filing.orgCode()).post(API + "/" + id + "/withdrawal", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void whatTheCountyDeclaresAndTheCityRefusesChangesNoReport() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        long id = declared(scenario.county(filing).userId(), filing);
        HttpApi.Caller city = api.as(scenario.city(filing).userId());
        assertThat(city.post(API + "/" + id + "/decision", Map.of("accepted", false, "reason", " ")).errors())
                .containsOnlyKeys("reason");
        assertThat(city.post(API + "/" + id + "/decision", Map.of()).errors()).containsOnlyKeys("accepted");
        Answer refused = city.post(API + "/" + id + "/decision", Map.of("accepted", false, "reason", "现场仍在生产"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        assertThat(refused.json().at("/suspension/state").asText()).isEqualTo("REFUSED");
        assertThat(scenario.now(filing)).isEqualTo(filing);
        assertThat(told(id)).containsEntry(filing.orgCode(), "SUSPENSION_REFUSED")
                .containsEntry(scenario.county(filing).userId(), "SUSPENSION_REFUSED");
        assertThat(city.post(API + "/" + id + "/decision", Map.of("accepted", true)).status()).isEqualTo(409);
    }

    @Test
    void whoDeclaredItWithdrawsItAndMayDeclareAgain() {
        FilingSummary filing = scenario.freshFiling();
        long id = declared(filing.orgCode(), filing);
        Answer second = api.as(scenario.county(filing).userId()).post(API, declaration(filing));
        assertThat(second.status()).as(second.text()).isEqualTo(422);
        assertThat(second.errors()).containsOnlyKeys("from");
        assertThat(api.as(scenario.county(filing).userId()).post(API + "/" + id + "/withdrawal", Map.of()).status())
                .as("not theirs").isEqualTo(403);
        Answer withdrawn = api.as(filing.orgCode()).post(API + "/" + id + "/withdrawal", Map.of("reason", "恢复生产"));
        assertThat(withdrawn.json().at("/suspension/state").asText()).isEqualTo("WITHDRAWN");
        assertThat(declared(filing.orgCode(), filing)).isGreaterThan(id);
    }

    @Test
    void aSuspensionEndsTheNextPeriodsReportAsItOpensAndThenEndsByItself() {
        FilingSummary filing = small.open("2019Q1").get(0);
        Answer declared = api.as(scenario.county(filing).userId()).post(API, declaration(filing, "to", "2019Q2",
                "kind", "SEASONAL"));
        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        long id = declared.json().at("/suspension/id").asLong();
        api.as(scenario.city(filing).userId()).post(API + "/" + id + "/decision", Map.of("accepted", true));
        FilingSummary next = small.open("2019Q2").stream().filter(f -> f.orgCode().equals(filing.orgCode()))
                .findFirst().orElseThrow();
        assertThat(next.status()).isEqualTo(FilingStatus.SUSPENDED);
        assertThat(next.taskId()).isNull();
        assertThat(small.filings("2019Q2")).filteredOn(f -> f.stage() == Stage.SUSPENDED).hasSize(1);
        jobs.createJobQuery().timers().processInstanceId(instance(id)).list().forEach(t -> jobs.executeJob(t.getId()));
        assertThat(api.as(filing.orgCode()).get(API + "/" + id).json().at("/suspension/state").asText())
                .isEqualTo("ENDED");
        assertThat(told(id)).containsEntry(filing.orgCode(), "SUSPENSION_ENDED");
        small.close("2019Q1");
        small.close("2019Q2");
        assertThat(api.as(scenario.county(filing).userId()).post(API, declaration(filing)).errors().get("from"))
                .as("the period is closed").contains("2019Q1");
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByFieldAndLeavesNoTrace() {
        FilingSummary filing = scenario.freshFiling();
        Quarter quarter = Quarter.parse(filing.period());
        String next = quarter.next().code();
        String before = quarter.previous().code();
        List<String> untouched = footprint.of(filing);
        requireRefused(filing, "kind", declaration(filing, "kind", "HOLIDAY"));
        requireRefused(filing, "kind", declaration(filing, "kind", null));
        requireRefused(filing, "explanation", declaration(filing, "explanation", "停产"));
        requireRefused(filing, "explanation", declaration(filing, "explanation", "　 ，。！？……——、；："));
        requireRefused(filing, "explanation", declaration(filing, "explanation", "停停停停停停停停停停停停"));
        requireRefused(filing, "explanation", declaration(filing, "explanation", "经核实，数据属实，情况属实，准确无误。"));
        requireRefused(filing, "explanation", declaration(filing, "explanation", WHY + "停产检修\u0007"));
        requireRefused(filing, "explanation", declaration(filing, "explanation", WHY.repeat(200)));
        requireRefused(filing, "from", declaration(filing, "from", "2026-Q3"));
        requireRefused(filing, "from", declaration(filing, "from", before));
        requireRefused(filing, "from", declaration(filing, "from", "2098Q4", "to", "2099Q2"));
        requireRefused(filing, "to", declaration(filing, "to", before));
        requireRefused(filing, "to", declaration(filing, "from", next, "to", filing.period()));
        requireRefused(filing, "to", declaration(filing, "to", quarter.next().next().next().next().code()));
        FilingSummary accepted = scenario.at(Stage.ACCEPTED);
        requireRefused(accepted, "from", declaration(accepted));
        Answer nobody = api.as(scenario.county(filing).userId()).post(API, declaration(filing, "orgCode", "000000000"));
        assertThat(nobody.errors()).containsOnlyKeys("orgCode");
        assertThat(api.as(scenario.city(filing).userId()).post("/api/v1/filings/" + filing.id() + "/decision",
                Map.of("action", "SUSPEND", "reason", WHY)).errors()).containsOnlyKeys("action");
        assertThat(footprint.of(filing).subList(0, untouched.size() - 1))
                .isEqualTo(untouched.subList(0, untouched.size() - 1));
        assertThat(jdbc.sql("select count(*) from suspension where org_code = ?").param(filing.orgCode())
                .query(Long.class).single()).isZero();
    }

    @Test
    void nobodySeesOrTouchesThoseOfAnotherUnitCountyOrCity() {
        FilingSummary filing = scenario.freshFilingIn("430300");
        FilingSummary foreign = scenario.freshFilingWhere(u -> u.cityCode().equals("430400"));
        long id = declared(filing.orgCode(), filing);
        for (String stranger : List.of(foreign.orgCode(), scenario.county(foreign).userId(), "city430400")) {
            HttpApi.Caller caller = api.as(stranger);
            assertThat(caller.get(API + "/" + id).status()).as(stranger).isEqualTo(403);
            assertThat(api.browser(stranger).get("/suspensions/" + id).status()).as(stranger).isEqualTo(403);
            assertThat(caller.get(API + "/" + id + "/attachments/1").status()).isEqualTo(403);
            assertThat(ids(caller)).doesNotContain(id);
            assertThat(caller.post(API, declaration(filing)).status()).isEqualTo(403);
            assertThat(caller.post(API + "/" + id + "/decision", Map.of("accepted", true)).status()).isEqualTo(403);
            assertThat(caller.post(API + "/" + id + "/withdrawal", Map.of()).status()).isEqualTo(403);
            assertThat(SuspensionSamples.upload(caller, API + "/" + id + "/attachments", "a.png",
                    SuspensionSamples.PNG).status()).isEqualTo(403);
        }
        for (String reader : List.of(filing.orgCode(), scenario.county(filing).userId(), "city430300", "province")) {
            assertThat(ids(api.as(reader))).as(reader).contains(id);
        }
        assertThat(api.as("province").post(API + "/" + id + "/decision", Map.of("accepted", true)).status())
                .as("the city verifies").isEqualTo(403);
        assertThat(scenario.now(filing)).isEqualTo(filing);
    }

    @Test
    void evidenceIsToldFromItsContentAndGivenBackAsItWas() {
        FilingSummary filing = scenario.freshFiling();
        long id = declared(filing.orgCode(), filing);
        HttpApi.Caller unit = api.as(filing.orgCode()).inEnglish();
        String path = API + "/" + id + "/attachments";
        Answer added = SuspensionSamples.upload(unit, path, "photos/现场.pdf", SuspensionSamples.PNG);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().at("/evidence/0/contentType").asText()).isEqualTo("image/png");
        assertThat(added.json().at("/evidence/0/fileName").asText()).as("its ending says what it is").isEqualTo("现场.pdf.png");
        Answer back = api.as(scenario.city(filing).userId()).get(path + "/1");
        assertThat(back.bytes()).isEqualTo(SuspensionSamples.PNG);
        assertThat(back.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(api.as("province").get(path + "/2").status()).isEqualTo(404);

        Answer text = SuspensionSamples.upload(unit, path, "proof.pdf", "<html>no PDF</html>".getBytes());
        assertThat(text.status()).isEqualTo(422);
        assertThat(text.errors().get("files")).contains("proof.pdf", "PDF, JPEG or PNG");
        assertThat(SuspensionSamples.upload(unit, path, "page.pdf", "%PDF-<html>no PDF</html>".getBytes()).status())
                .as("begins like one only").isEqualTo(422);
        assertThat(SuspensionSamples.upload(unit, path, "big.pdf", SuspensionSamples.pdf(5_000_001)).errors().get("files")).contains("5 MB");
        assertThat(SuspensionSamples.upload(unit, path, "max.pdf", SuspensionSamples.pdf(5_000_000)).status()).isEqualTo(201);
        assertThat(SuspensionSamples.upload(unit, path, "many.pdf", IntStream.range(0, 4)
                .mapToObj(i -> SuspensionSamples.PDF).toArray(byte[][]::new)).errors()).containsOnlyKeys("files");
        assertThat(SuspensionSamples.upload(unit, path, "empty.pdf", new byte[0]).errors()).containsOnlyKeys("files");
        api.as(scenario.city(filing).userId()).post(API + "/" + id + "/decision", Map.of("accepted", true));
        assertThat(SuspensionSamples.upload(unit, path, "late.pdf", SuspensionSamples.PDF).status()).isEqualTo(409);
        assertThat(unit.get(API + "/" + id).json().path("evidence")).hasSize(2);
    }

    private void requireRefused(FilingSummary filing, String field, Map<String, Object> declaration) {
        Answer answer = api.as(filing.orgCode()).post(API, declaration);
        assertThat(answer.status()).as("%s: %s", declaration, answer.text()).isEqualTo(422);
        assertThat(answer.errors()).as("%s", declaration).containsOnlyKeys(field);
        assertThat(answer.errors().get(field)).doesNotContain("suspension.");
    }

    private long declared(String user, FilingSummary filing) {
        Answer answer = api.as(user).post(API, declaration(filing));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/suspension/id").asLong();
    }

    private static List<Long> ids(HttpApi.Caller caller) {
        List<Long> ids = new java.util.ArrayList<>();
        caller.get(API + "?size=200").json().path("suspensions")
                .forEach(line -> ids.add(line.at("/suspension/id").asLong()));
        return ids;
    }

    /** The last notice of each person about a suspension. */
    private Map<String, String> told(long id) {
        Map<String, String> told = new java.util.HashMap<>();
        jdbc.sql("select recipient, kind from notice where link = ? order by id").param("/suspensions/" + id)
                .query((row, n) -> told.put(row.getString(1), row.getString(2))).list();
        return told;
    }

    private PeriodOverview.AreaCount counts(FilingSummary filing) {
        return overview.areas(filing.period(), scenario.province()).stream()
                .filter(a -> a.area().equals(filing.cityCode())).findFirst().orElseThrow();
    }

    private AreaDesk.Line line(FilingSummary filing) {
        return areas.lines(filing.period(), scenario.province()).stream()
                .filter(a -> a.area().equals(filing.cityCode())).findFirst().orElseThrow();
    }

    private String instance(long id) {
        return jdbc.sql("select process_instance_id from suspension where id = ?").param(id).query(String.class)
                .single();
    }
}
