package org.zhibao.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhibao.testing.OldUnits.CITY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.FormAids;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.Figures;
import org.zhibao.period.Quarter;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.rule.Finding;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.OldUnits;
import org.zhibao.testing.Scenario;

/** History and comparison values along the lineage, and matches of a year's list with the one before. */
@ApplicationTest
class LineageIT {

    private static final String API = "/api/v1/lineage";

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private OldUnits samples;
    @Autowired
    private FilingDesk desk;
    @Autowired
    private FormAids aids;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Footprint footprint;

    @Test
    void comparisonValuesFollowANewCodeAddUpInAMergerAndEndInASplit() {
        Quarter before = new Quarter(2015, 1);
        List<ReportingUnit> old = Stream.of(1, 2, 3, 4).map(n -> samples.unit(n, "旧" + n + "厂", "", "旧路" + n + "号")).toList();
        List<ReportingUnit> fresh = Stream.of(5, 6, 7, 8).map(n -> samples.unit(n, "新" + n + "厂", "", "新路" + n + "号")).toList();
        samples.reported(before, old);
        List<FilingSummary> filings = samples.open(before.next(), fresh);
        assertThat(previous(filings.get(0))).as("nothing is known yet").isEqualTo(Figures.EMPTY);
        long audited = footprint.auditRows();
        long id = record("RECODED", old.subList(0, 1), fresh.subList(0, 1)).json().path("id").asLong();
        assertThat(footprint.auditRows() - audited).as("one row for one act").isEqualTo(1);
        assertThat(audit.of("succession/" + id)).extracting(AuditEntry::action).containsExactly("SUCCESSION_RECODED");
        record("MERGED", old.subList(1, 3), fresh.subList(1, 2));
        record("SPLIT", old.subList(3, 4), fresh.subList(2, 4));

        Figures first = samples.report(old.get(0), before).figures();
        assertThat(previous(filings.get(0))).isEqualTo(first);
        assertThat(aids.lastReport(filings.get(0).id(), scenario.unit(filings.get(0)))).satisfies(last -> {
            assertThat(last.period()).isEqualTo(before.code());
            assertThat(last.figures().values()).containsEntry("A01", fresh.get(0).orgCode())
                    .containsEntry("A10", first.values().get("A10"));
        });
        assertThat(trend(filings.get(0))).isEqualByComparingTo(first.number("A24").orElseThrow());

        Figures merged = previous(filings.get(1));
        Figures one = samples.report(old.get(1), before).figures();
        Figures other = samples.report(old.get(2), before).figures();
        BigDecimal sum = one.number("A24").orElseThrow().add(other.number("A24").orElseThrow());
        assertThat(merged.number("A24").orElseThrow()).isEqualByComparingTo(sum);
        assertThat(trend(filings.get(1))).isEqualByComparingTo(sum);
        assertThat(one.values()).containsKeys("A25", "B09");
        assertThat(merged.values()).as("hours, concentrations and texts do not add up").doesNotContainKeys("A25", "B09", "A10");
        assertThat(merged.rows("A26")).hasSize(one.rows("A26").size() + other.rows("A26").size());

        for (FilingSummary part : filings.subList(2, 4)) {
            assertThat(previous(part)).isEqualTo(Figures.EMPTY);
            assertThat(trend(part)).isNull();
        }
        requireFindings(filings.get(0), first);
        requireWords(filings);
        revoked(id, filings.get(0));
    }

    /** A figure three times the predecessor's is a sudden change of the successor. */
    private void requireFindings(FilingSummary filing, Figures predecessor) {
        ReportDocument report = scenario.reportWith(filing, Map.of("A24", predecessor.number("A24").orElseThrow()
                .multiply(BigDecimal.valueOf(5)).toPlainString()));
        scenario.save(filing, report);
        assertThat(desk.dossier(filing.id(), scenario.unit(filing)).findings())
                .filteredOn(f -> f.fields().contains("A24")).extracting(Finding::rule).contains("R45");
    }

    private void requireWords(List<FilingSummary> filings) {
        HttpApi.Caller city = api.browser("city" + CITY);
        assertThat(city.get("/filings/" + filings.get(0).id()).text()).contains("旧1厂", "的对比值来自前身单位");
        assertThat(city.get("/filings/" + filings.get(1).id()).text()).contains("旧2厂", "旧3厂", "合并前各单位之和");
        assertThat(city.get("/filings/" + filings.get(2).id()).text()).contains("没有对比值", "旧4厂");
        String page = city.get("/lineage/units/" + filings.get(2).orgCode()).text();
        assertThat(page).contains("旧4厂", "新8厂", "分立前数据，不作对比");
        assertThat(city.inEnglish().get("/lineage/units/" + filings.get(1).orgCode()).text())
                .contains("Compared as part of a sum").doesNotContain("??");
        HttpApi.Caller unit = api.browser(filings.get(0).orgCode());
        assertThat(unit.get("/").text()).as("its reports under the old code").contains("2015");
        assertThat(unit.get("/lineage/units/" + filings.get(0).orgCode()).status()).isEqualTo(200);
        assertThat(unit.get("/lineage/units/" + filings.get(1).orgCode()).status()).isEqualTo(403);
        FilingDossier own = desk.dossier(filings.get(0).id(), scenario.unit(filings.get(0)));
        assertThat(own.actions()).isNotEmpty();
        long former = api.as("province").get(API + "/units/" + filings.get(0).orgCode()).json()
                .at("/reports/1/filing/id").asLong();
        assertThat(unit.get("/filings/" + former).status()).as("what it reported before is its own").isEqualTo(200);
        assertThat(api.browser(filings.get(1).orgCode()).get("/filings/" + former).status()).isEqualTo(403);
    }

    private void revoked(long id, FilingSummary filing) {
        HttpApi.Caller city = api.as("city" + CITY);
        assertThat(city.post(API + "/" + id + "/revocation", Map.of("reason", " ")).errors()).containsOnlyKeys("reason");
        assertThat(city.post(API + "/" + id + "/revocation", Map.of("reason", "登记有误")).status()).isEqualTo(204);
        assertThat(city.post(API + "/" + id + "/revocation", Map.of("reason", "登记有误")).status()).isEqualTo(409);
        assertThat(previous(filing)).isEqualTo(Figures.EMPTY);
        assertThat(api.browser("city" + CITY).get("/lineage/units/" + filing.orgCode()).text()).contains("已撤销", "登记有误");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndLeavesNoTrace() {
        ReportingUnit a = samples.unit(11, "环甲厂", "", "环路1号");
        ReportingUnit b = samples.unit(12, "环乙厂", "", "环路2号");
        ReportingUnit c = samples.unit(13, "环丙厂", "", "环路3号");
        samples.reported(new Quarter(2016, 1), List.of(a));
        samples.reported(new Quarter(2016, 2), List.of(b));
        long audited = footprint.auditRows();
        refused("successors", "RECODED", List.of(a), List.of(a), "2016Q2");
        refused("predecessors", "MERGED", List.of(a), List.of(b), "2016Q2");
        refused("successors", "SPLIT", List.of(a), List.of(b), "2016Q2");
        refused("kind", "RENAMED", List.of(a), List.of(a), "2016Q2");
        refused("from", "RECODED", List.of(a), List.of(b), "2016Q9");
        refused("from", "RECODED", List.of(a), List.of(b), "2016Q1");
        refused("from", "RECODED", List.of(a), List.of(b), "2016Q3");
        assertThat(api.as("city430200").post(API, body("RECODED", List.of(a), List.of(b), "2016Q2")).status())
                .as("another city's").isEqualTo(403);
        assertThat(api.as("city" + CITY).post(API, Map.of("kind", "RECODED", "predecessors", a.orgCode(), "successors",
                "' or 1=1 --", "from", "2016Q2", "reason", "x")).errors()).isNotEmpty();
        assertThat(footprint.auditRows()).isEqualTo(audited);

        assertThat(api.as("city" + CITY).post(API, body("RECODED", List.of(a), List.of(b), "2016Q2")).status()).isEqualTo(201);
        refused("predecessors", "RECODED", List.of(a), List.of(c), "2016Q2");
        refused("successors", "RECODED", List.of(c), List.of(b), "2016Q2");
        assertThat(api.as("city" + CITY).post(API, body("RECODED", List.of(b), List.of(c), "2016Q3")).status()).isEqualTo(201);
        refused("successors", "RECODED", List.of(c), List.of(a), "2016Q4");
    }

    @Test
    void matchesOfTwoListsAreProposedConfirmedTogetherOrRejected() {
        ReportingUnit kept = samples.unit(20, "留名纸业有限公司", "", "留名路1号");
        ReportingUnit before = samples.unit(21, "旧名纸业有限责任公司", "", "望城区工业大道12号");
        ReportingUnit after = samples.unit(22, "新名环保有限公司", "旧名纸业有限公司", "望城区工业大道１２号");
        ReportingUnit like = samples.unit(23, "星沙造纸有限公司", "", "星沙路3号");
        ReportingUnit alike = samples.unit(24, "星沙造纸（二）有限公司", "", "星沙路3号");
        ReportingUnit alone = samples.unit(25, "孤零零水泥厂", "", "无名路9号");
        samples.list(2017, List.of(kept, before, like));
        samples.list(2018, List.of(kept, after, alike, alone));

        HttpApi.Caller city = api.browser("city" + CITY);
        Answer page = city.get("/lineage?year=2018");
        assertThat(page.text()).contains("曾用名是对方的名称", "地址相同", before.name(), alone.name(), "可靠");
        var proposed = api.as("city" + CITY).get(API + "/matches?year=2018").json();
        assertThat(proposed.path("kept").asInt()).isEqualTo(1);
        assertThat(proposed.path("proposed")).hasSize(2);
        assertThat(proposed.at("/proposed/0/sure").asBoolean()).isTrue();
        assertThat(proposed.at("/proposed/0/after/orgCode").asText()).isEqualTo(after.orgCode());
        assertThat(proposed.at("/fresh/0/orgCode").asText()).isEqualTo(alone.orgCode());
        assertThat(api.as("city430200").get(API + "/matches?year=2018").json().path("proposed")).isEmpty();

        String sure = before.orgCode() + ">" + after.orgCode();
        String unsure = like.orgCode() + ">" + alike.orgCode();
        assertThat(form(city, "/lineage/matches", "year=2018&reason=x").status()).as("nothing ticked").isEqualTo(422);
        assertThat(form(api.browser("city430200"), "/lineage/matches", "year=2018&reason=x&match=" + HttpApi.encoded(sure))
                .status()).as("another city").isEqualTo(409);
        assertThat(form(city, "/lineage/matches", "year=2018&reason=x&reject=" + HttpApi.encoded(unsure)).status()).isEqualTo(302);
        assertThat(form(city, "/lineage/matches", "year=2018&reason=" + HttpApi.encoded("已核对") + "&match="
                + HttpApi.encoded(sure)).status()).isEqualTo(302);
        assertThat(form(city, "/lineage/matches", "year=2018&reason=x&match=" + HttpApi.encoded(sure)).status())
                .as("confirmed already").isEqualTo(409);
        assertThat(api.as("city" + CITY).get(API + "/matches?year=2018").json().path("proposed")).isEmpty();
        assertThat(city.get("/lineage/units/" + after.orgCode()).text()).contains("曾用名是对方的名称", "已核对", before.name());
        assertThat(form(city, "/lineage", "year=2018&kind=RECODED&predecessors=" + like.orgCode() + "&successors="
                + alike.orgCode() + "&from=2018Q1&reason=" + HttpApi.encoded("现场核实")).status())
                .as("a person knows better").isEqualTo(302);
        Answer again = form(city, "/lineage", "year=2018&kind=MERGED&predecessors=" + like.orgCode() + "&successors="
                + alike.orgCode() + "&from=2018Q1&reason=" + HttpApi.encoded("写过的理由"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).as("what was written stays").contains("写过的理由", "zb-alert--bad");
    }

    private Figures previous(FilingSummary filing) {
        return desk.dossier(filing.id(), scenario.actor("admin")).previous();
    }

    private BigDecimal trend(FilingSummary filing) {
        List<BigDecimal> output = aids.trends(filing.id(), scenario.actor("admin")).figures().get("A24");
        return output == null ? null : output.get(7);
    }

    private Answer record(String kind, List<ReportingUnit> before, List<ReportingUnit> after) {
        Answer answer = api.as("city" + CITY).post(API, body(kind, before, after, "2015Q2"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private void refused(String field, String kind, List<ReportingUnit> before, List<ReportingUnit> after, String from) {
        Answer answer = api.as("city" + CITY).post(API, body(kind, before, after, from));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.errors()).containsOnlyKeys(field);
        assertThat(answer.errors().get(field)).doesNotContain("lineage.");
    }

    private static Map<String, String> body(String kind, List<ReportingUnit> before, List<ReportingUnit> after, String from) {
        return Map.of("kind", kind, "predecessors", codes(before), "successors", codes(after), "from", from, "reason", "市级核实");
    }

    private static String codes(List<ReportingUnit> units) {
        return String.join(" ", units.stream().map(ReportingUnit::orgCode).toList());
    }

    private static Answer form(HttpApi.Caller browser, String path, String body) {
        return browser.withToken().with("Content-Type", "application/x-www-form-urlencoded").post(path, body);
    }
}
