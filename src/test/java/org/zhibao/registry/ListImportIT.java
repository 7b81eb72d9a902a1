package org.zhibao.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ImportRow.Kind;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

@ApplicationTest
class ListImportIT {

    private static final Actor ZHUZHOU = new Actor("admin430200", "株洲市系统管理员", Role.ADMIN, "430200", null);
    private static final RosterList LIST = new RosterList(ListKind.CITY, "2031");
    private static final RosterList NATIONAL = new RosterList(ListKind.NATIONAL, "2031");

    @Autowired
    private ListImports imports;
    @Autowired
    private UnitMaintenance maintenance;
    @Autowired
    private UnitDesk desk;
    @Autowired
    private UnitRosters rosters;
    @Autowired
    private Registry registry;
    @Autowired
    private Accounts accounts;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Actor platform;
    private Actor changsha;

    @BeforeEach
    void who() {
        platform = scenario.actor("admin");
        changsha = scenario.actor("admin430100");
    }

    @AfterEach
    void sweep() {
        RegistrySweep.units(jdbc, "773");
    }

    @Test
    void aListIsPreviewedThenAppliedAsOneStepAndUndoneAsOne() {
        long first = upload(unit(1), unit(2), unit(3));
        assertThat(imports.find(first, changsha).counts()).isEqualTo(Map.of(Kind.NEW, 3));
        assertThat(registry.unit(code(1))).as("a preview changes nothing").isEmpty();
        imports.apply(first, changsha);
        assertThat(registry.require(code(1)).controlLevels()).containsExactly(ControlLevel.CITY);

        maintenance.register(unit(4), Set.of(ControlLevel.OTHER), changsha);
        Map<UnitField, String> renamed = unit(2);
        renamed.put(UnitField.NAME, "长沙改名纸业");
        long second = upload(unit(1), renamed, unit(4), unit(5));

        assertThat(imports.find(second, changsha).counts()).isEqualTo(Map.of(Kind.SAME, 1, Kind.CHANGED, 1, Kind.JOINED, 1,
                Kind.NEW, 1, Kind.GONE, 1));
        assertThat(row(second, Kind.CHANGED).changes()).extracting(c -> c.field() + ": " + c.before() + " → " + c.after())
                .containsExactly("NAME: 长沙试验造纸厂77300002 → 长沙改名纸业", "FORMER_NAME:  → 长沙试验造纸厂77300002");
        assertThat(row(second, Kind.GONE).orgCode()).isEqualTo(code(3));
        imports.apply(second, changsha);
        assertThat(onList()).containsExactlyInAnyOrder(code(1), code(2), code(4), code(5));
        assertThat(registry.require(code(4)).controlLevels()).contains(ControlLevel.CITY);
        assertThat(registry.require(code(3)).controlLevels()).containsExactly(ControlLevel.OTHER);
        assertThat(key(() -> imports.undo(first, "撤销第一次", changsha))).isEqualTo("registry.import.later");

        imports.undo(second, "名单有误", changsha);
        assertThat(onList()).containsExactlyInAnyOrder(code(1), code(2), code(3));
        assertThat(registry.unit(code(5))).isEmpty();
        assertThat(registry.require(code(2)).name()).isEqualTo("长沙试验造纸厂77300002");
        assertThat(registry.require(code(4)).controlLevels()).containsExactly(ControlLevel.OTHER);
        assertThat(desk.view(code(2), changsha).history()).extracting(UnitView.Act::action)
                .startsWith("LIST_IMPORT_UNDONE", "LIST_IMPORTED", "LIST_IMPORTED");
        imports.undo(first, "全部撤销", changsha);
        assertThat(onList()).isEmpty();
        assertThat(registry.unit(code(1))).isEmpty();
        assertThat(audit.of("roster/CITY/2031")).extracting(AuditEntry::action).endsWith("LIST_UPLOADED", "LIST_IMPORTED",
                "LIST_UPLOADED", "LIST_IMPORTED", "LIST_IMPORT_UNDONE", "LIST_IMPORT_UNDONE");
    }

    @Test
    void accountsFollowAnImportAndItsUndoing() {
        imports.apply(upload(unit(7)), changsha);
        accounts.create(List.of(new Actor(code(7), unit(7).get(UnitField.NAME), Role.ENTERPRISE, "430102", code(7))),
                HttpApi.PASSWORD, true);
        Map<UnitField, String> moved = unit(7);
        moved.put(UnitField.NAME, "长沙岳麓纸业");
        moved.put(UnitField.COUNTY_CODE, "430104");
        long id = upload(moved);
        imports.apply(id, changsha);
        assertThat(accounts.actor(code(7))).contains(new Actor(code(7), "长沙岳麓纸业", Role.ENTERPRISE, "430104", code(7)));

        imports.undo(id, "名单有误", changsha);
        assertThat(accounts.actor(code(7))).contains(new Actor(code(7), unit(7).get(UnitField.NAME), Role.ENTERPRISE,
                "430102", code(7)));
        jdbc.sql("delete from account where user_id = ?").param(code(7)).update();
    }

    @Test
    void everyWrongRowIsNamedWithItsColumnAndNothingIsImportedUntilAllAreRight() {
        Map<UnitField, String> check = unit(2);
        check.put(UnitField.USCC, "914301001838100136");
        Map<UnitField, String> ended = unit(3);
        ended.put(UnitField.COUNTY_CODE, "430124");
        Map<UnitField, String> foreign = unit(4);
        foreign.put(UnitField.COUNTY_CODE, "430202");
        Map<UnitField, String> bell = unit(5);
        bell.put(UnitField.NAME, "长沙\u0007厂");
        Map<UnitField, String> formula = unit(6);
        formula.put(UnitField.NAME, "=HYPERLINK(1)");
        long id = upload(unit(1), check, ended, foreign, bell, formula, unit(1));

        assertThat(imports.rows(id, Kind.WRONG, 0, 50, changsha).rows()).flatExtracting(ImportRow::problems)
                .extracting(p -> p.line() + " " + p.column() + " " + p.text().key()).containsExactly(
                        "4 B 统一社会信用代码 registry.problem.other-organisation",
                        "4 B 统一社会信用代码 registry.problem.uscc-check",
                        "5 F 行政区划代码 registry.region.ended", "6 F 行政区划代码 registry.problem.other-area",
                        "7 C 单位详细名称 registry.problem.control", "8 C 单位详细名称 registry.cell.formula",
                        "9 A 组织机构代码 registry.problem.twice", "9 B 统一社会信用代码 registry.problem.twice");
        assertThat(key(() -> imports.apply(id, changsha))).isEqualTo("registry.import.wrong-rows");
        assertThat(registry.unit(code(1))).isEmpty();
        String page = api.browser("admin430100").get("/registry/imports/" + id).text();
        assertThat(page).contains("430182 宁乡市", "F 行政区划代码").doesNotContain("/application\"", "??");
    }

    @Test
    void anImportIsAppliedOnlyAsItWasSeen() {
        long id = upload(unit(1));
        maintenance.register(unit(1), Set.of(ControlLevel.OTHER), changsha);

        HttpApi.Caller caller = api.as("admin430100");
        Answer stale = caller.post("/api/v1/registry/imports/" + id + "/application", "");
        assertThat(stale.status()).as(stale.text()).isEqualTo(409);
        assertThat(imports.find(id, changsha).counts()).as("made anew").isEqualTo(Map.of(Kind.JOINED, 1));
        assertThat(caller.post("/api/v1/registry/imports/" + id + "/application", "").json().at("/state").asText())
                .isEqualTo("APPLIED");
        assertThat(key(() -> imports.apply(id, changsha))).isEqualTo("registry.import.state.APPLIED");
    }

    @Test
    void aCrashBeforeTheEndLeavesNothingBehind() {
        long id = upload(unit(1), unit(2));
        transaction.executeWithoutResult(status -> {
            imports.apply(id, changsha);
            status.setRollbackOnly();
        });

        assertThat(registry.unit(code(1))).isEmpty();
        assertThat(onList()).isEmpty();
        assertThat(imports.find(id, changsha).state()).isEqualTo(ListImport.State.PREVIEWED);
        imports.apply(id, changsha);
        assertThat(onList()).hasSize(2);
    }

    @Test
    void anImportOnWhichSomethingDependsIsNotUndone() {
        long id = upload(unit(1), unit(2));
        imports.apply(id, changsha);
        maintenance.change(code(1), Map.of(UnitField.ADDRESS, "新址"), desk.view(code(1), changsha).version(), "搬迁新址",
                changsha);
        assertThat(key(() -> imports.undo(id, "名单有误", changsha))).isEqualTo("registry.import.changed-since");
        assertThat(onList()).hasSize(2);

        long later = upload(unit(1), unit(2), unit(9));
        assertThat(imports.find(later, changsha).count(Kind.CHANGED)).isEqualTo(1);
        imports.apply(later, changsha);
        accounts.create(List.of(new Actor(code(9), "试验", Role.ENTERPRISE, "430102", code(9))), HttpApi.PASSWORD, true);
        assertThat(key(() -> imports.undo(later, "名单有误", changsha))).isEqualTo("registry.import.account");
        assertThat(registry.unit(code(9))).isPresent();
        jdbc.sql("delete from account where user_id = ?").param(code(9)).update();
    }

    @Test
    void aListAFrozenRosterWasMadeByStays() {
        int year = jdbc.sql("select max(list_year) from roster_entry where source = 'NATIONAL' and list_year < 2030")
                .query(Integer.class).single();
        RosterList inUse = new RosterList(ListKind.CITY, String.valueOf(year));
        List<Map<UnitField, String>> there = Stream.concat(Stream.of(unit(1)), registry.units(
                jdbc.sql("select org_code from roster_entry where source = 'CITY' and list_year = ?").param(year)
                        .query(String.class).list()).stream().filter(u -> u.cityCode().equals("430100"))
                .map(ReportingUnit::values)).toList();
        long id = imports.upload(inUse, "名单.csv", UnitTexts.csv("市控", inUse.term(), there)
                .getBytes(StandardCharsets.UTF_8), changsha);
        imports.apply(id, changsha);

        assertThat(key(() -> imports.undo(id, "名单有误", changsha))).isEqualTo("roster.frozen-by-list");
    }

    @Test
    void aCityImportsItsOwnPartOfItsOwnListsOnly() {
        assertThat(kind(() -> imports.upload(NATIONAL, "a.csv", new byte[0], changsha))).isEqualTo(Refusal.Kind.FORBIDDEN);
        Map<UnitField, String> zhuzhou = unit(1);
        zhuzhou.put(UnitField.COUNTY_CODE, "430202");
        long whole = imports.upload(LIST, "a.csv", UnitTexts.csv("市控", "2031", List.of(zhuzhou, unit(2)))
                .getBytes(StandardCharsets.UTF_8), platform);
        imports.apply(whole, platform);
        long own = upload(unit(3));

        assertThat(imports.rows(own, Kind.GONE, 0, 50, changsha).rows()).extracting(ImportRow::orgCode)
                .as("not the unit of another city").containsExactly(code(2));
        assertThat(kind(() -> imports.find(whole, changsha))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(() -> imports.find(own, scenario.actor("city430200")))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(() -> imports.apply(own, ZHUZHOU))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(() -> imports.apply(own, scenario.actor("city430100")))).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void theListOfKeyReductionIndustriesIsImportedByQuarter() {
        RosterList quarter = new RosterList(ListKind.KEY_REDUCTION, "2048Q2");
        long id = imports.upload(quarter, "减排.csv", UnitTexts.csv("减排重点行业", "2048Q2", List.of(unit(1)))
                .getBytes(StandardCharsets.UTF_8), changsha);
        imports.apply(id, changsha);

        assertThat(desk.view(code(1), changsha).lists()).containsExactly(quarter);
        assertThat(rosters.reductionListsOf("2048Q3")).containsEntry("430100", "2048Q2");
        imports.undo(id, "名单有误", changsha);
        assertThat(rosters.reductionListsOf("2048Q3")).doesNotContainValue("2048Q2");
        assertThat(catchThrowableOfType(Refusal.class, () -> new RosterList(ListKind.KEY_REDUCTION, "2031")).fields())
                .extracting(Refusal.FieldError::field).containsExactly("term");
    }

    @Test
    void templatesAreDownloadedForTheListChosen() {
        HttpApi.Caller caller = api.browser("admin430100");
        assertThat(caller.get("/registry/template?kind=CITY&term=2031&format=csv").text()).startsWith("\uFEFF名单,市控,2031");
        assertThat(caller.get("/registry/template?kind=CITY&term=2031").bytes()).startsWith('P', 'K');
        assertThat(caller.get("/registry/lists").text()).contains("市控").doesNotContain("??");
    }

    @SafeVarargs
    private long upload(Map<UnitField, String>... units) {
        return imports.upload(LIST, "名单.csv", UnitTexts.csv("市控", "2031", List.of(units))
                .getBytes(StandardCharsets.UTF_8), changsha);
    }

    private ImportRow row(long id, Kind kind) {
        return imports.rows(id, kind, 0, 50, changsha).rows().get(0);
    }

    private List<String> onList() {
        return jdbc.sql("select org_code from roster_entry where source = 'CITY' and list_year = 2031")
                .query(String.class).list();
    }

    private static Map<UnitField, String> unit(int number) {
        return UnitTexts.unit("7730000" + number);
    }

    private static String code(int number) {
        return UnitTexts.code("7730000" + number);
    }

    private static String key(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).text().key();
    }

    private static Refusal.Kind kind(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).kind();
    }
}
