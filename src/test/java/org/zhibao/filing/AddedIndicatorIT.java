package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.indicator.IndicatorAdministration;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;
import org.zhibao.rule.Finding;
import org.zhibao.rule.RuleAdministration;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.Severity;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** An indicator that somebody added, in the forms of the periods before and after. */
@ApplicationTest
class AddedIndicatorIT {

    private static final String CODE = "C4301_01";

    /** A report as people have it in front of them, without what is new with every request. */
    private record Seen(String page, Map<String, String> workbook, String pdf) {
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private Filings filings;
    @Autowired
    private FilingProcess process;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private Registry registry;
    @Autowired
    private Periods periods;
    @Autowired
    private IndicatorAdministration administration;
    @Autowired
    private RuleAdministration rules;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Quarter now;
    private Quarter next;
    private long newestRule;

    @BeforeEach
    void whenAndWhatIsThere() {
        now = Quarter.parse(scenario.period());
        // other tests in this context open periods far ahead
        next = administration.earliest();
        newestRule = jdbc.sql("select max(id) from rule_version").query(Long.class).single();
    }

    /** Catalogue, rules and periods are for everyone in this context. */
    @AfterEach
    void forgetWhatTheTestAdded() {
        String ofNext = " where filing_id in (select id from filing where period = '" + next + "')";
        jdbc.sql("select process_instance_id from filing where period = ?").param(next.code()).query(String.class).list()
                .forEach(id -> runtime.deleteProcessInstance(id, "test", true, true));
        List.of("filing_draft", "filing_due").forEach(table -> jdbc.sql("delete from " + table + ofNext).update());
        jdbc.sql("delete from filing where period = ?").param(next.code()).update();
        jdbc.sql("delete from reporting_period where code = ?").param(next.code()).update();
        jdbc.sql("delete from indicator_version").update();
        jdbc.sql("update indicator_stamp set stamp = ? where id = 1").param("test" + System.nanoTime()).update();
        jdbc.sql("delete from rule_version where id > ?").param(newestRule).update();
        jdbc.sql("update rule_stamp set stamp = ? where id = 1").param("test" + System.nanoTime()).update();
    }

    @Test
    void aCitysIndicatorShowsInItsFormsOfTheNextPeriodAndNowhereElse() {
        FilingSummary past = scenario.freshFilingIn("430100");
        scenario.save(past, scenario.report(past));
        FilingSummary elsewhere = scenario.freshFilingIn("430200");
        Seen before = seen(past);

        assertThat(add(api.as("admin430100"), CODE, "疏浚底泥量", next).status()).isEqualTo(201);

        FilingSummary inside = nextOf(past);
        FilingSummary outside = nextOf(elsewhere);
        Seen after = seen(inside);
        assertThat(after.page()).contains("data-cell=\"" + CODE + "\"", "疏浚底泥量", "按台账填写");
        assertThat(after.workbook()).containsEntry(CODE, "疏浚底泥量 | 吨");
        assertThat(after.pdf()).contains(CODE, "疏浚底泥量");
        Seen foreign = seen(outside);
        assertThat(foreign.page() + foreign.workbook() + foreign.pdf()).doesNotContain(CODE);
        assertThat(seen(past)).as("the form handed out before").isEqualTo(before);

        ReportDocument answered = scenario.reportWith(inside, Map.of(CODE, "12.5"));
        scenario.save(inside, answered);
        assertThat(drafts.read(inside.id(), scenario.unit(inside)).document().values()).containsEntry(CODE, "12.5");
        Answer refused = api.as(elsewhere.orgCode()).put("/api/v1/filings/" + outside.id() + "/draft",
                Map.of("version", 0, "document", scenario.reportWith(outside, Map.of(CODE, "12.5"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsOnlyKeys(CODE);
    }

    @Test
    void theCitysRulesReadItFromItsPeriodOnAndNobodyElsesDo() {
        add(api.as("admin430100"), CODE, "疏浚底泥量", next);
        var city = scenario.actor("admin430100");
        var province = scenario.actor("admin");

        assertThat(refusedFields(() -> rules.save("R60", rule(), next, "省级规则", 0, province))).contains("levels.0");
        assertThat(refusedFields(() -> rules.save("430100-R60", rule(), now, "太早", 0, city))).contains("levels.0");
        rules.save("430100-R60", rule(), next, "本市规则", 0, city);

        FilingSummary filing = nextOf(scenario.freshFilingIn("430100"));
        scenario.save(filing, scenario.reportWith(filing, Map.of(CODE, "12.5")));
        assertThat(drafts.check(filing.id(), scenario.unit(filing)).findings())
                .filteredOn(f -> f.rule().equals("430100-R60")).singleElement().satisfies(f -> {
                    assertThat(f.fields()).containsExactly(CODE);
                    assertThat(f.zh()).isEqualTo("疏浚底泥量（C4301_01）为 12.5 吨");
                });
        Answer retired = api.as("admin430100").post("/api/v1/indicators/" + CODE + "/retirement",
                Map.of("baseVersion", 1, "effectiveFrom", next.next().code(), "reason", "不再统计"));
        assertThat(retired.status()).isEqualTo(422);
        assertThat(retired.errors().get("effectiveFrom")).contains("430100-R60");

        rules.retire("430100-R60", next.next(), "不再需要", 1, city);
        assertThat(api.as("admin430100").post("/api/v1/indicators/" + CODE + "/retirement", Map.of("baseVersion", 1,
                "effectiveFrom", next.next().code(), "reason", "不再统计")).status()).isEqualTo(200);
        assertThat(seen(filing).page()).as("its own period keeps it").contains("data-cell=\"" + CODE + "\"");
    }

    @Test
    void aRequiredIndicatorOfTheProvinceIsDemandedEverywhereFromItsPeriodOn() {
        FilingSummary past = scenario.freshFilingIn("430200");
        scenario.save(past, scenario.report(past));
        Map<String, Object> required = definition("P001", "危险废物贮存量", next);
        required.put("required", true);
        assertThat(api.as("admin").post("/api/v1/indicators", required).status()).isEqualTo(201);
        FilingSummary filing = nextOf(past);
        scenario.save(filing, scenario.report(filing));

        assertThat(drafts.check(filing.id(), scenario.unit(filing)).findings()).filteredOn(f -> f.rule().equals("R01"))
                .flatExtracting(Finding::fields).contains("P001");
        assertThat(drafts.check(past.id(), scenario.unit(past)).findings()).flatExtracting(Finding::fields)
                .doesNotContain("P001");
    }

    @Test
    void programsReadWhatTheyMayAndAreToldWhatIsWrong() {
        add(api.as("admin430100"), CODE, "疏浚底泥量", next);

        assertThat(api.as("city430100").get("/api/v1/indicators").json().path("total").asInt()).isEqualTo(1);
        assertThat(api.as("city430200").get("/api/v1/indicators").json().path("total").asInt()).isZero();
        assertThat(api.as("auditor").get("/api/v1/indicators/" + CODE).json().at("/versions/0/authorName").asText())
                .isEqualTo(scenario.actor("admin430100").name());
        assertThat(api.as("city430200").get("/api/v1/indicators/" + CODE).status()).isEqualTo(404);
        Map<String, Object> wrong = definition("C4301_02", "疏浚底泥量", now);
        wrong.put("unit", "斤");
        wrong.put("precision", "many");
        wrong.put("kinds", List.of("NOISE"));
        assertThat(api.as("admin430100").post("/api/v1/indicators", wrong).errors())
                .containsOnlyKeys("precision", "kinds", "zh", "en", "unit", "effectiveFrom");
        assertThat(add(api.as("admin430100"), CODE, "另一项", next).errors()).containsKey("code");
        assertThat(add(api.as("admin430100"), "P001", "另一项", next).status()).isEqualTo(403);
    }

    @Test
    void anAdministratorAddsChangesAndRetiresItOnThePages() {
        HttpApi.Caller admin = api.browser("admin430100");
        assertThat(admin.get("/admin/indicators/new").text()).contains("value=\"C4301_01\"");
        String form = "&code=C4301_01&section=B&type=NUMBER&unit=%E5%90%A8&precision=12&scale=2&en=Mud&effectiveFrom="
                + next + "&reason=" + HttpApi.encoded("市环发〔2026〕12号");

        Answer wrong = post(admin, "/admin/indicators", "baseVersion=0&zh=" + form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("id=\"zh-problem\"", "value=\"Mud\"").doesNotContain("id=\"en-problem\"");
        String named = "&zh=" + HttpApi.encoded("疏浚底泥量") + form;
        assertThat(post(admin, "/admin/indicators", "baseVersion=0&preview=true" + named).text())
                .contains("id=\"look-input\"", "疏浚底泥量");
        assertThat(admin.get("/admin/indicators").text()).as("a preview stores nothing").doesNotContain("C4301_01");

        assertThat(post(admin, "/admin/indicators", "baseVersion=0" + named).status()).isEqualTo(302);
        assertThat(post(admin, "/admin/indicators", "baseVersion=1&required=true" + named).status()).isEqualTo(302);
        assertThat(admin.get("/admin/indicators?area=430100&section=B&state=PLANNED").text()).contains("疏浚底泥量");
        assertThat(admin.get("/admin/indicators?section=A").text()).doesNotContain("疏浚底泥量");
        assertThat(admin.get("/admin/indicators/C4301_01").text()).contains("<del>–</del>", "<ins>✓</ins>", "市环发〔2026〕12号");
        assertThat(api.browser("city430100").get("/admin/indicators/C4301_01").text()).contains("疏浚底泥量")
                .doesNotContain("name=\"baseVersion\"");
        assertThat(post(admin, "/admin/indicators/C4301_01/retirement", "baseVersion=2&reason=&effectiveFrom=" + next)
                .status()).isEqualTo(422);
        assertThat(post(admin, "/admin/indicators/C4301_01/retirement", "baseVersion=2&effectiveFrom=" + next
                + "&reason=" + HttpApi.encoded("不再统计")).status()).isEqualTo(302);
    }

    private static Answer post(HttpApi.Caller browser, String path, String form) {
        return browser.withToken().with("Content-Type", "application/x-www-form-urlencoded").post(path, form);
    }

    private static Answer add(HttpApi.Caller admin, String code, String zh, Quarter from) {
        return admin.post("/api/v1/indicators", definition(code, zh, from));
    }

    private static Map<String, Object> definition(String code, String zh, Quarter from) {
        Map<String, Object> definition = new TreeMap<>(Map.of("code", code, "baseVersion", 0, "effectiveFrom",
                from.code(), "reason", "市环发〔2026〕12号", "zh", zh, "en", "Mud " + zh, "section", "A", "type", "NUMBER"));
        definition.putAll(Map.of("unit", "吨", "precision", 12, "scale", 2, "helpZh", "按台账填写本季度数量。", "helpEn",
                "By the ledger."));
        return definition;
    }

    private static RuleText rule() {
        return new RuleText(List.of(new RuleText.Level(Severity.HINT, "this." + CODE + " < 10")), Set.of(), List.of(),
                null, null, List.of(), Map.of(), List.of(CODE), Map.of(), null, List.of(),
                "{" + CODE + ".name}为 {" + CODE + "}", "{" + CODE + ".name} is {" + CODE + "}", "市环发〔2026〕12号");
    }

    private static List<String> refusedFields(Runnable call) {
        try {
            call.run();
            return List.of();
        } catch (Refusal refused) {
            return refused.fields().stream().map(Refusal.FieldError::field).toList();
        }
    }

    /** The filing of the next quarter of the same unit, before that quarter opens for the others. */
    private FilingSummary nextOf(FilingSummary filing) {
        LocalDate today = LocalDate.now();
        if (periods.find(next.code()).isEmpty()) {
            periods.plan(next, today.plusDays(7), today.plusDays(12), today.plusDays(17));
        }
        return transaction.execute(status -> {
            Filing opened = filings.saveAndFlush(new Filing(registry.require(filing.orgCode()), next.code()));
            opened.startedAs(process.start(List.of(new FilingProcess.Start(opened.id(), next.code(), opened.orgCode(),
                    opened.orgCode(), opened.cityCode(), Map.of(Stage.FILL_IN, Instant.now().plus(7, ChronoUnit.DAYS)))))
                    .get(opened.id()));
            return opened.summary();
        });
    }

    private Seen seen(FilingSummary filing) {
        HttpApi.Caller unit = api.browser(filing.orgCode());
        String page = unit.get("/forms/fill-in/" + filing.id()).text().replaceAll("data-csrf=\"[^\"]*\"", "");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                unit.get("/filings/" + filing.id() + "/workbook.xlsx").bytes()));
             var pdf = Loader.loadPDF(unit.get("/filings/" + filing.id() + "/draft.pdf").bytes())) {
            return new Seen(page, indicators(workbook), new PDFTextStripper().getText(pdf));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Code, then name and unit, of every row of the sheets. */
    private static Map<String, String> indicators(XSSFWorkbook workbook) {
        DataFormatter text = new DataFormatter();
        Map<String, String> found = new TreeMap<>();
        workbook.forEach(sheet -> sheet.forEach(row -> found.put(text.formatCellValue(row.getCell(0)),
                text.formatCellValue(row.getCell(1)) + " | " + text.formatCellValue(row.getCell(2)))));
        return found;
    }
}
