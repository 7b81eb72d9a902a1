package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

@ApplicationTest
class RuleAdministrationIT {

    private static final Actor CITY = new Actor("admin430200", "株洲市管理员", Role.ADMIN, "430200", null);

    @Autowired
    private RuleAdministration administration;
    @Autowired
    private DryRuns dryRuns;
    @Autowired
    private RuleStore store;
    @Autowired
    private RuleBook book;
    @Autowired
    private RuleSeeder seeder;
    @Autowired
    private IndicatorCatalogue catalogue;
    @Autowired
    private IndicatorCatalogues catalogues;
    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private FilingDesk desk;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Actor admin;
    private Quarter now;
    private long newest;

    @BeforeEach
    void whoAndWhen() {
        admin = scenario.actor("admin");
        now = Quarter.parse(scenario.period());
        newest = jdbc.sql("select max(id) from rule_version").query(Long.class).single();
    }

    /** The rules are for everyone in this context: what a test wrote must not meet the next one. */
    @AfterEach
    void forgetWhatTheTestWrote() {
        jdbc.sql("delete from rule_version where id > ?").param(newest).update();
        jdbc.sql("update rule_stamp set stamp = ? where id = 1").param("test" + System.nanoTime()).update();
    }

    @Test
    void theShippedRulesAreInTheDatabaseAndSayTheSame() {
        List<RuleVersion> stored = book.versions(now);

        assertThat(stored).extracting(RuleVersion::code).containsExactlyElementsOf(
                ReviewRules.shipped(catalogue).ids(now, ""));
        assertThat(stored).allSatisfy(v -> assertThat(v.author()).isEqualTo("system"));
        RuleFile file = RuleFile.shipped();
        file.rules().forEach(entry -> assertThat(store.of(entry.id())).singleElement()
                .satisfies(v -> assertThat(v.text()).isEqualTo(entry.text(file.sets()))));
    }

    @Test
    void aNewVersionCountsFromItsPeriodOnAndOnAllNodes() {
        RuleText stricter = with(text("R39"), "this.$c <= $perDay * period.days / 2");
        RuleBook otherNode = new RuleBook(store, catalogues);
        Rule before = rule(otherNode, "R39", now);

        RuleVersion saved = administration.save("R39", stricter, now.next(), "试行更严的标准", 1, admin);

        assertThat(saved.version()).isEqualTo(2);
        assertThat(rule(otherNode, "R39", now)).as("this period").isSameAs(before);
        assertThat(rule(otherNode, "R39", now.next()).version()).as("the next").isEqualTo(2);
        assertThat(audit.of("rule/R39")).last().satisfies(row -> {
            assertThat(row.action()).isEqualTo("RULE_EDIT");
            assertThat(row.detail()).contains("version 2 from " + now.next()).contains("试行更严的标准");
        });
    }

    @Test
    void aRuleOfTheRunningPeriodAsksTheNextReportAndLeavesWhatIsSubmitted() {
        FilingSummary before = scenario.submitted(scenario.freshFilingIn("430100"));
        FilingSummary after = scenario.freshFilingIn("430100");
        scenario.save(after, scenario.report(after));

        administration.save("R53", everyReport(Severity.BLOCKING), now, "测试新规则", 0, admin);

        assertThat(drafts.check(after.id(), scenario.unit(after)).findings()).extracting(Finding::rule).contains("R53");
        assertThat(desk.revision(before.id(), 1, admin).findings()).extracting(Finding::rule).doesNotContain("R53");
        String record = new String(desk.record(before.id(), 1, admin), StandardCharsets.UTF_8);
        assertThat(record).contains("\"R10\":1").doesNotContain("R53");
    }

    @Test
    void aCityAddsToTheProvincesRulesForItsOwnUnitsOnly() {
        FilingSummary inside = scenario.freshFilingIn("430200");
        FilingSummary outside = scenario.freshFilingIn("430300");
        scenario.save(inside, scenario.report(inside));
        scenario.save(outside, scenario.report(outside));

        administration.save("430200-R53", everyReport(Severity.EXPLAIN), now, "株洲市专项要求", 0, CITY);

        assertThat(rules(inside)).contains("430200-R53");
        assertThat(rules(outside)).doesNotContain("430200-R53");
    }

    @Test
    void aCityCannotWeakenARuleOfTheProvince() {
        FilingSummary filing = scenario.freshFilingIn("430200");
        scenario.save(filing, scenario.reportWith(filing, Map.of("A25", "5000")));
        assertThat(rules(filing)).contains("R39");

        assertThatThrownBy(() -> administration.save("R39", text("R39"), now, "放宽", 1, CITY))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
                    assertThat(r.text().arguments()).contains("430200-R39");
                });
        assertThatThrownBy(() -> administration.retire("R39", now, "停用它", 1, CITY)).isInstanceOf(Refusal.class);
        RuleText hint = new RuleText(List.of(new RuleText.Level(Severity.HINT, "this.$c <= $perDay * period.days")),
                text("R39").kinds(), List.of(), null, null, text("R39").each(), Map.of(), List.of("$c"), Map.of(), null,
                List.of(), "提示", "hint", "city");
        administration.save("430200-R39", hint, now, "只作提示", 0, CITY);

        assertThat(drafts.check(filing.id(), scenario.unit(filing)).findings())
                .filteredOn(f -> f.rule().endsWith("R39")).singleElement().satisfies(f -> {
                    assertThat(f.rule()).isEqualTo("R39");
                    assertThat(f.severity()).isEqualTo(Severity.BLOCKING);
                });
    }

    @Test
    void aCitysStricterVersionTakesThePlaceOfAWeakerFinding() {
        FilingSummary filing = scenario.freshFilingIn("430200");
        scenario.save(filing, scenario.reportWith(filing, Map.of("A08", "120")));
        RuleText blocking = new RuleText(List.of(new RuleText.Level(Severity.BLOCKING, text("R09").levels().get(0).holds())),
                text("R09").kinds(), List.of(), null, null, text("R09").each(), Map.of(), List.of("$c"), Map.of(), null,
                List.of(), text("R09").zh(), text("R09").en(), "city");

        administration.save("430200-R09", blocking, now, "坐标必须准确", 0, CITY);

        assertThat(drafts.check(filing.id(), scenario.unit(filing)).findings())
                .filteredOn(f -> f.rule().endsWith("R09")).singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("430200-R09"));
    }

    @Test
    void aRetiredRuleSaysNothingFromItsPeriodOn() {
        administration.retire("R12", now.next(), "不再需要", 1, admin);

        assertThat(book.inForce(now, "430100").ids()).contains("R12");
        assertThat(book.inForce(now.next(), "430100").ids()).doesNotContain("R12");
        assertThatThrownBy(() -> administration.retire("R12", now.next(), "再次停用", 2, admin))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.text().key()).isEqualTo("rule.retired-already"));
    }

    @Test
    void aPeriodThatIsOverKeepsItsRules() {
        assertThatThrownBy(() -> administration.save("R12", text("R12"), now.previous(), "补充修改", 1, admin))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.fields()).singleElement()
                        .satisfies(f -> assertThat(f.text().arguments()).containsExactly(now.previous().code(), now.code())));
    }

    @Test
    void twoWhoEditTheSameVersionDoNotOverwriteEachOther() {
        administration.save("R12", with(text("R12"), "this.B03 <= this.A28 * 2"), now, "第一次修改", 1, admin);

        assertThatThrownBy(() -> administration.save("R12", with(text("R12"), "this.B03 <= this.A28 * 3"), now,
                "第二次修改", 1, admin)).isInstanceOfSatisfying(Refusal.class,
                r -> assertThat(r.text().key()).isEqualTo("rule.changed-meanwhile"));
    }

    @Test
    void aDryRunCountsWhatARuleWouldStopAndChangesNothing() {
        scenario.submitted(scenario.freshFilingIn("430100"));
        scenario.submitted(scenario.freshFilingIn("430200"));

        DryRun all = dryRuns.all("R53", everyReport(Severity.BLOCKING), now, admin);
        DryRun city = dryRuns.all("430200-R53", everyReport(Severity.EXPLAIN), now, CITY);
        DryRun same = dryRuns.all("R10", text("R10"), now, admin);

        assertThat(all.total()).isGreaterThanOrEqualTo(2).isEqualTo(all.checked());
        // another test damages a record: it counts as a report without figures
        assertThat(all.would().stopped()).isBetween((int) all.total() - 1, (int) all.total());
        assertThat(all.hits()).isNotEmpty();
        assertThat(city.total()).isPositive().isLessThan(all.total());
        assertThat(city.would().questioned()).isPositive().isBetween((int) city.total() - 1, (int) city.total());
        assertThat(same.would()).isEqualTo(same.does());
        assertThat(book.find("R53", now)).isEmpty();
    }

    @Test
    void aDryRunSeesWhatTheFormSeesOfEarlierQuarters() {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        RuleText any = new RuleText(List.of(new RuleText.Level(Severity.HINT, "prev.A25 = null and year.A25 = null")),
                java.util.Set.of(), List.of(), null, null, List.of(), Map.of(), List.of(), Map.of(), null, List.of("A25"),
                "有历史", "history", "test");

        DryRun run = dryRuns.all("R53", any, now, admin);

        boolean history = !desk.dossier(filing.id(), admin).previous().values().isEmpty();
        assertThat(run.hits().stream().anyMatch(h -> h.filingId() == filing.id())).isEqualTo(history);
        assertThat(history).as("the demo data give it a history").isTrue();
    }

    @Test
    void anUpgradeBringsNewVersionsExceptWhereAPersonHasDecided() {
        administration.save("R12", with(text("R12"), "this.B03 <= this.A28 * 2"), now, "本省标准", 1, admin);
        RuleFile newer = RuleFile.read(new ByteArrayInputStream("""
                rules:
                  - {id: R12, version: 2, severity: HINT, holds: this.B03 >= 0, zh: 新, en: new, source: test}
                  - {id: R11, version: 2, severity: HINT, holds: this.A30 >= 0, zh: 新, en: new, source: test}
                """.getBytes(StandardCharsets.UTF_8)));

        transaction.executeWithoutResult(status -> seeder.seed(newer));

        assertThat(store.of("R12")).hasSize(2).first().satisfies(v -> assertThat(v.author()).isEqualTo("admin"));
        assertThat(store.of("R11")).hasSize(2).first().satisfies(v -> assertThat(v.shipped()).isEqualTo(2));
        assertThat(book.find("R11", now.previous()).orElseThrow().version()).as("periods that are over").isEqualTo(1);
    }

    private List<String> rules(FilingSummary filing) {
        return drafts.check(filing.id(), scenario.unit(filing)).findings().stream().map(Finding::rule).toList();
    }

    private RuleText text(String code) {
        return store.of(code).get(store.of(code).size() - 1).text();
    }

    private static Rule rule(RuleBook node, String code, Quarter period) {
        return node.rule(node.find(code, period).orElseThrow());
    }

    private static RuleText everyReport(Severity severity) {
        return new RuleText(List.of(new RuleText.Level(severity, "this.A25 = null")), java.util.Set.of(), List.of(), null,
                null, List.of(), Map.of(), List.of("A25"), Map.of(), null, List.of("A25"), "生产时间 {A25}", "hours {A25}",
                "test");
    }

    private static RuleText with(RuleText t, String holds) {
        return new RuleText(List.of(new RuleText.Level(t.severity(), holds)), t.kinds(), t.industries(), t.group(),
                t.eachOf(), t.each(), t.params(), t.needs(), t.let(), t.when(), t.fields(), t.zh(), t.en(), t.source());
    }
}
