package org.zhibao.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.attachment.AttachmentSamples;
import org.zhibao.period.Quarter;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.RegionAdministration;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.UnifiedSocialCreditCode;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Changes of the registry over HTTP: proposed, confirmed, refused, withdrawn; by whom, and what is refused. */
@ApplicationTest
class RegistryChangeIT {

    private static final String API = "/api/v1/registry-changes";

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Registry registry;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Footprint footprint;
    @Autowired
    private RegionAdministration regions;
    @Autowired
    private Accounts accounts;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCountyProposesItsCityConfirmsAndTheSessionOfTheClosedUnitEndsWithItsLastReport() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        String county = scenario.county(filing).userId();
        HttpApi.Caller unit = api.browser(filing.orgCode());
        assertThat(unit.get("/").status()).isEqualTo(200);
        long audited = footprint.auditRows();
        Answer proposed = api.as(county).post(API, ChangeSamples.of(ChangeKind.CLOSED, filing.orgCode(), next(filing), null, null));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        assertThat(footprint.auditRows() - audited).as("one row for one act").isEqualTo(1);
        long id = proposed.json().at("/change/id").asLong();
        assertThat(told(id)).containsEntry(scenario.city(filing).userId(), "CHANGE_PROPOSED");
        assertThat(api.as("city430200").post(API + "/" + id + "/decision", Map.of("confirmed", true)).status())
                .as("another city").isEqualTo(403);
        assertThat(api.as(county).post(API + "/" + id + "/decision", Map.of("confirmed", true)).status()).isEqualTo(403);
        Answer confirmed = api.as(scenario.city(filing).userId()).post(API + "/" + id + "/decision", Map.of("confirmed", true));
        assertThat(confirmed.json().at("/change/state").asText()).as(confirmed.text()).isEqualTo("APPLIED");
        assertThat(told(id)).containsEntry(county, "CHANGE_APPLIED").containsEntry(filing.orgCode(), "CHANGE_APPLIED");
        assertThat(audit.of("registry-change/" + id)).extracting(AuditEntry::action)
                .containsExactly("REGISTRY_CHANGE_PROPOSE", "REGISTRY_CHANGE_APPLY");
        assertThat(audit.of("registry-change/" + id)).last().satisfies(row -> {
            assertThat(row.before()).isEqualTo("PROPOSED");
            assertThat(row.after()).isEqualTo("APPLIED");
        });
        assertThat(unit.get("/filings/" + filing.id()).text()).as("what is left to do").contains("单位已关闭", "办结后账号停用");

        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        assertThat(unit.get("/").status()).as("signed out with the next request").isNotEqualTo(200);
        assertThat(audit.of("account/" + filing.orgCode())).extracting(AuditEntry::detail).contains("registry-change/" + id);
        Answer again = api.as(county).post(API, ChangeSamples.of(ChangeKind.CLOSED, filing.orgCode(), next(filing), null, null));
        assertThat(again.errors()).as("closed already").containsOnlyKeys("orgCode");
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByFieldAndLeavesNoTrace() {
        FilingSummary filing = scenario.freshFiling();
        FilingSummary other = scenario.freshFilingIn("430200");
        scenario.county(filing);
        String next = next(filing);
        String code = OrganisationCode.ofBody("98000010").value();
        String wrong = code.substring(0, 8) + (code.endsWith("1") ? "2" : "1");
        long audited = footprint.auditRows();
        refused(filing, "kind", new Proposal("MOVED", filing.orgCode(), next, null, null, null, ChangeSamples.WHY, null));
        refused(filing, "reason", new Proposal("CLOSED", filing.orgCode(), next, null, null, null, "数据属实", null));
        refused(filing, "from", new Proposal("CLOSED", filing.orgCode(), "2026Q7", null, null, null, ChangeSamples.WHY, null));
        refused(filing, "from", ChangeSamples.of(ChangeKind.CLOSED, filing.orgCode(), "2099Q4", null, null));
        refused(filing, "from", ChangeSamples.of(ChangeKind.CLOSED, filing.orgCode(), "2012Q4", null, null));
        refused(filing, "from", ChangeSamples.of(ChangeKind.RECODED, filing.orgCode(), filing.period(), null, code));
        refused(filing, "newOrgCode", ChangeSamples.of(ChangeKind.RECODED, filing.orgCode(), next, null, wrong));
        refused(filing, "newOrgCode", ChangeSamples.of(ChangeKind.RECODED, filing.orgCode(), next, null, filing.orgCode()));
        refused(filing, "newOrgCode", ChangeSamples.of(ChangeKind.RECODED, filing.orgCode(), next, null, other.orgCode()));
        refused(filing, "newUscc", new Proposal("RECODED", filing.orgCode(), next, null, code,
                UnifiedSocialCreditCode.ofEnterprise("430100", OrganisationCode.ofBody("98000011")).value(),
                ChangeSamples.WHY, null));
        refused(filing, "newName", ChangeSamples.of(ChangeKind.RENAMED, filing.orgCode(), next, " ", null));
        refused(filing, "newName", ChangeSamples.of(ChangeKind.RENAMED, filing.orgCode(), next, filing.unitName(), null));
        refused(filing, "orgCode", ChangeSamples.fresh(wrong, filing.countyCode(), next));
        refused(filing, "orgCode", ChangeSamples.fresh(other.orgCode(), filing.countyCode(), next));
        refused(filing, "longitude", ChangeSamples.fresh(code, filing.countyCode(), next, "longitude", "${7*7}"));
        refused(filing, "kinds", ChangeSamples.fresh(code, filing.countyCode(), next, "kinds", "NOISE", "uscc", null));
        refused(filing, "industryCode", ChangeSamples.fresh(code, filing.countyCode(), next, "industryCode", "9999"));
        refused(filing, "controlLevels", ChangeSamples.fresh(code, filing.countyCode(), next, "controlLevels", "NATIONAL"));
        refused(filing, "name", ChangeSamples.fresh(code, filing.countyCode(), next, "name", "甲\u200b厂"));
        refused(filing, "newName", ChangeSamples.of(ChangeKind.RENAMED, filing.orgCode(), next, "甲\u200b厂", null));
        refused(filing, "name", ChangeSamples.fresh(code, filing.countyCode(), next, "name", "甲\u0000厂"));
        refused(filing, "from", ChangeSamples.fresh(code, filing.countyCode(), filing.period()));
        Answer foreign = county(filing).post(API, ChangeSamples.of(ChangeKind.CLOSED, other.orgCode(), next, null, null));
        assertThat(foreign.status()).as("a unit elsewhere").isEqualTo(403);
        assertThat(api.as("city430200").post(API, ChangeSamples.fresh(code, filing.countyCode(), next)).status())
                .as("a county elsewhere").isEqualTo(403);
        assertThat(api.as(filing.orgCode()).post(API, ChangeSamples.of(ChangeKind.CLOSED, filing.orgCode(), next, null, null))
                .status()).as("not the unit itself").isEqualTo(403);
        assertThat(footprint.auditRows()).isEqualTo(audited);
        assertThat(registry.unit(code)).isEmpty();
    }

    @Test
    void aCodeIsAskedForOnceAndOfTwoDecisionsOneCounts() throws Exception {
        FilingSummary filing = scenario.freshFiling();
        FilingSummary neighbour = scenario.freshFilingWhere(u -> u.countyCode().equals(filing.countyCode()));
        scenario.county(filing);
        String code = OrganisationCode.ofBody("98000020").value();
        long id = county(filing).post(API, ChangeSamples.of(ChangeKind.RECODED, filing.orgCode(), next(filing), null, code))
                .json().at("/change/id").asLong();
        refused(filing, "newOrgCode", ChangeSamples.of(ChangeKind.RECODED, neighbour.orgCode(), next(filing), null, code));
        refused(filing, "orgCode", ChangeSamples.of(ChangeKind.CLOSED, filing.orgCode(), next(filing), null, null));

        HttpApi.Caller city = api.as(scenario.city(filing).userId());
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> deciders = IntStream.range(0, 2).<Callable<Integer>>mapToObj(i -> () ->
                city.post(API + "/" + id + "/decision", Map.of("confirmed", i == 0, "reason", "已核查")).status()).toList();
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : two.invokeAll(deciders)) {
            answers.add(answer.get());
        }
        two.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        String state = city.get(API + "/" + id).json().at("/change/state").asText();
        assertThat(registry.unit(code).isPresent()).isEqualTo(state.equals("APPLIED"));
        assertThat(audit.of("registry-change/" + id)).hasSize(2);
        registry.unit(code).ifPresent(u -> registry.removeFromRoster(code));
    }

    @Test
    void evidenceIsAddedByWhoProposedUntilItIsDecidedAndRead() {
        FilingSummary filing = scenario.freshFiling();
        scenario.county(filing);
        long id = county(filing).post(API, ChangeSamples.of(ChangeKind.RENAMED, filing.orgCode(), next(filing), "新名有限公司", null))
                .json().at("/change/id").asLong();
        Answer added = upload(county(filing), API + "/" + id + "/attachments", AttachmentSamples.pdf());
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(upload(county(filing), API + "/" + id + "/attachments", "<html>".getBytes()).errors()).containsOnlyKeys("files");
        HttpApi.Caller city = api.as(scenario.city(filing).userId());
        assertThat(city.get(API + "/" + id + "/attachments/1").bytes()).isEqualTo(AttachmentSamples.pdf());
        assertThat(upload(city, API + "/" + id + "/attachments", AttachmentSamples.pdf()).status()).isEqualTo(403);
        assertThat(city.post(API + "/" + id + "/decision", Map.of("confirmed", false, "reason", "")).errors())
                .containsOnlyKeys("reason");
        assertThat(city.post(API + "/" + id + "/decision", Map.of("confirmed", false, "reason", "登记证上仍是原名"))
                .json().at("/change/state").asText()).isEqualTo("REFUSED");
        assertThat(upload(county(filing), API + "/" + id + "/attachments", AttachmentSamples.pdf()).status()).isEqualTo(409);
        assertThat(told(id)).containsEntry(scenario.county(filing).userId(), "CHANGE_REFUSED");
    }

    @Test
    void thePagesLeadFromTheProposalToTheDecisionAndTheQuarterlyReport() {
        FilingSummary filing = scenario.freshFilingWhere(u -> KeyIndustry.of(u.industryCode()).isPresent()
                && !List.of("430100", "430200").contains(u.cityCode()));
        HttpApi.Caller county = api.browser(scenario.county(filing).userId());
        HttpApi.Caller city = api.browser("city" + filing.cityCode());
        String quarter = next(filing);
        String report = "/registry-changes/key-industries?period=" + filing.period();
        assertThat(county.get(report).text()).contains(filing.unitName(), "未上报");
        assertThat(county.get("/registry-changes/new?kind=CLOSED&orgCode=" + filing.orgCode()).text()).contains(filing.unitName());
        assertThat(county.get("/registry-changes/new?kind=CLOSED&orgCode=123").status()).isEqualTo(422);
        assertThat(county.get("/registry-changes/new?kind=NEW").text()).contains("机制纸及纸板制造", quarter);
        String code = OrganisationCode.ofBody("98000030").value();
        Answer refused = form(county, "/registry-changes", "kind=NEW&orgCode=" + code + "&name="
                + HttpApi.encoded("写了一半的厂") + "&from=" + quarter + "&reason=" + HttpApi.encoded(ChangeSamples.WHY));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).as("what was written stays").contains("写了一半的厂", code, "zb-alert--bad");

        Answer proposed = form(county, "/registry-changes", "kind=RENAMED&orgCode=" + filing.orgCode() + "&newName="
                + HttpApi.encoded("新名纸业有限公司") + "&from=" + filing.period() + "&reason=" + HttpApi.encoded(ChangeSamples.WHY));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(302);
        String page = proposed.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
        assertThat(form(county, "/registry-changes/key-industries", "period=" + filing.period()).status())
                .as("a change waits for the city").isEqualTo(409);
        assertThat(city.get("/registry-changes").text()).contains(filing.unitName(), page);
        assertThat(city.get("/forms" + page).text()).contains(ChangeSamples.WHY, page);
        assertThat(form(city, page + "/decision", "confirmed=false&reason=").text()).contains("zb-alert--bad");
        assertThat(form(city, page + "/decision", "confirmed=true&reason=").status()).isEqualTo(302);
        assertThat(city.inEnglish().get(page).text()).contains("In effect").doesNotContain("??");
        assertThat(scenario.unit(filing).name()).as("its account is called so too").isEqualTo("新名纸业有限公司");
        assertThat(city.get("/lineage/units/" + filing.orgCode()).text()).contains("更名", "新名纸业有限公司");

        assertThat(form(county, "/registry-changes/key-industries", "period=" + filing.period() + "&remark=%07").text())
                .contains("不可见的控制字符");
        assertThat(form(county, "/registry-changes/key-industries", "period=" + filing.period() + "&remark="
                + HttpApi.encoded("仅一家更名")).status()).isEqualTo(302);
        assertThat(form(county, "/registry-changes/key-industries", "period=" + filing.period()).status())
                .as("once").isEqualTo(409);
        assertThat(city.get(report).text()).contains("仅一家更名");
        assertThat(jdbc.sql("select other_changes from key_industry_report where county_code = ? and period = ?")
                .params(filing.countyCode(), filing.period()).query(Integer.class).single()).isEqualTo(1);
        assertThat(api.browser("city430200").get(report).text()).doesNotContain("仅一家更名");
        assertThat(api.browser(filing.orgCode()).get(report).status()).isEqualTo(403);
    }

    @Test
    void aUnitsHistoryTellsWhatWasProposedAndDecidedUnderBothItsCodes() {
        FilingSummary filing = scenario.freshFilingWhere(u -> u.cityCode().equals("430100"));
        scenario.county(filing);
        HttpApi.Caller city = api.as("city430100");
        long renaming = county(filing).post(API, ChangeSamples.of(ChangeKind.RENAMED, filing.orgCode(), next(filing),
                "史载新名有限公司", null)).json().at("/change/id").asLong();
        city.post(API + "/" + renaming + "/decision", Map.of("confirmed", false, "reason", "登记证上仍是原名"));
        String code = OrganisationCode.ofBody("98000060").value();
        long recoding = county(filing).post(API, ChangeSamples.of(ChangeKind.RECODED, filing.orgCode(), next(filing), null, code))
                .json().at("/change/id").asLong();
        city.post(API + "/" + recoding + "/decision", Map.of("confirmed", true));

        String old = api.browser("admin430100").get("/registry/units/" + filing.orgCode()).text();
        assertThat(old).contains("申报名录变更：", "退回名录变更：", "确认名录变更：", "更名", "换码", "县级经办人",
                next(filing) + ": " + ChangeSamples.WHY, next(filing) + ": 登记证上仍是原名", "史载新名有限公司",
                "/registry-changes/" + renaming, "/registry-changes/" + recoding);
        HttpApi.Caller admin = api.browser("admin430100");
        assertThat(admin.get("/registry-changes/" + recoding).status()).as("where it leads").isEqualTo(200);
        String fresh = admin.inEnglish().get("/registry/units/" + code).text();
        assertThat(fresh).contains("Change of the registry confirmed:", "/registry-changes/" + recoding)
                .doesNotContain("/registry-changes/" + renaming + "\"", "??");
        registry.removeFromRoster(code);
    }

    @Test
    void aNewUnitIsNotConfirmedInACountyThatHasEndedSince() {
        Actor platform = scenario.actor("admin");
        String county = "430393";
        regions.add(county, "试验县", LocalDate.now().minusDays(2), "民政部批复", platform);
        accounts.create(List.of(new Actor("county" + county, "县级经办人", Role.COUNTY, county, null)), HttpApi.PASSWORD, true);
        String code = OrganisationCode.ofBody("98000050").value();
        String next = Quarter.parse(scenario.period()).next().code();
        Answer proposed = api.as("county" + county).post(API, ChangeSamples.fresh(code, county, next));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        String change = API + "/" + proposed.json().at("/change/id").asLong();
        regions.end(county, LocalDate.now().minusDays(1), "430302", "撤并到雨湖区", platform);

        HttpApi.Caller city = api.as("city430300");
        Answer refused = city.post(change + "/decision", Map.of("confirmed", true));
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text()).contains("现在不能确认", county + " 试验县", "430302 雨湖区", "由县级重新提出");
        assertThat(registry.unit(code)).isEmpty();
        assertThat(city.post(change + "/decision", Map.of("confirmed", false, "reason", "试验县已撤并"))
                .json().at("/change/state").asText()).isEqualTo("REFUSED");
    }

    @Test
    void theQuarterlyReportGoesByTheListInForceAndByIndustryCodesOnlyWithoutOne() {
        List<ReportingUnit> all = registry.unitsAfter("", Integer.MAX_VALUE);
        Map<String, String> paper = all.stream().filter(u -> KeyIndustry.of(u.industryCode()).isPresent())
                .collect(Collectors.toMap(ReportingUnit::countyCode, ReportingUnit::orgCode, (one, other) -> one));
        FilingSummary listed = scenario.freshFilingWhere(u -> KeyIndustry.of(u.industryCode()).isEmpty()
                && paper.containsKey(u.countyCode()) && !List.of("430100", "430200").contains(u.cityCode()));
        String byCode = paper.get(listed.countyCode());
        HttpApi.Caller county = api.browser(scenario.county(listed).userId());
        String page = "/registry-changes/key-industries?period=" + listed.period();
        assertThat(county.get(page).text()).contains("依据：行业代码", byCode).doesNotContain(listed.orgCode());

        jdbc.sql("insert into quarterly_roster_entry (quarter, org_code) values (?, ?)")
                .params(listed.period(), listed.orgCode()).update();
        try {
            assertThat(county.get(page).text()).contains("季度减排重点行业名单", listed.orgCode(), "其他（行业代码")
                    .as("of the industry, but not on the list").doesNotContain(byCode);
            assertThat(county.inEnglish().get(page).text()).contains("By the list of key reduction industries")
                    .doesNotContain("??");
        } finally {
            jdbc.sql("delete from quarterly_roster_entry where org_code = ?").param(listed.orgCode()).update();
        }
    }

    private void refused(FilingSummary filing, String field, Proposal proposal) {
        Answer answer = county(filing).post(API, proposal);
        assertThat(answer.status()).as("%s: %s", proposal, answer.text()).isEqualTo(422);
        assertThat(answer.errors()).as("%s", proposal).containsOnlyKeys(field);
        assertThat(answer.errors().get(field)).doesNotContain("change.", "{0}");
    }

    private HttpApi.Caller county(FilingSummary filing) {
        return api.as("county" + filing.countyCode());
    }

    private static String next(FilingSummary filing) {
        return Quarter.parse(filing.period()).next().code();
    }

    /** The last notice of each person about a change. */
    private Map<String, String> told(long id) {
        Map<String, String> told = new HashMap<>();
        jdbc.sql("select recipient, kind from notice where link = ? order by id").param("/registry-changes/" + id)
                .query((row, n) -> told.put(row.getString(1), row.getString(2))).list();
        return told;
    }

    private static Answer form(HttpApi.Caller browser, String path, String body) {
        return browser.withToken().with("Content-Type", "application/x-www-form-urlencoded").post(path, body);
    }

    private static Answer upload(HttpApi.Caller caller, String path, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"proof.pdf\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes());
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes());
        return caller.with("Content-Type", "multipart/form-data; boundary=part").postBytes(path, body.toByteArray());
    }
}
