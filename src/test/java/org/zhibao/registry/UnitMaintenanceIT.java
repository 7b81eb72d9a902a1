package org.zhibao.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.AccountAdministration;
import org.zhibao.account.AccountQuery;
import org.zhibao.account.AccountSummary;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

@ApplicationTest
class UnitMaintenanceIT {

    private static final Actor ZHUZHOU = new Actor("admin430200", "株洲市系统管理员", Role.ADMIN, "430200", null);
    private static final String BODY = "77100001";
    private static final String CODE = UnitTexts.code(BODY);
    private static final String MOVED = UnitTexts.code("77100007");
    private static final Set<ControlLevel> CITY = Set.of(ControlLevel.CITY);

    @Autowired
    private UnitMaintenance maintenance;
    @Autowired
    private UnitDesk desk;
    @Autowired
    private UnitSearch search;
    @Autowired
    private UnitContacts contacts;
    @Autowired
    private UnitRosters rosters;
    @Autowired
    private Accounts accounts;
    @Autowired
    private AccountAdministration accountKeeping;
    @Autowired
    private Registry registry;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private JdbcClient jdbc;

    private Actor platform;
    private Actor changsha;

    @BeforeEach
    void who() {
        platform = scenario.actor("admin");
        changsha = scenario.actor("admin430100");
    }

    @AfterEach
    void sweep() {
        RegistrySweep.units(jdbc, "771");
        jdbc.sql("delete from account where user_id = ?").param(MOVED).update();
    }

    @Test
    void aCityRegistersAUnitAndPutsItOnThisYearsList() {
        maintenance.register(UnitTexts.unit(BODY), CITY, changsha);

        UnitView unit = desk.view(CODE, scenario.actor("city430100"));
        assertThat(unit.value(UnitField.KINDS)).isEqualTo("WASTEWATER,WASTE_GAS");
        assertThat(unit.value(UnitField.BASIN)).isEqualTo("XIANG");
        assertThat(unit.value(UnitField.ENTERPRISE_SIZE)).isEqualTo("2");
        assertThat(unit.cityCode()).isEqualTo("430100");
        assertThat(unit.controlLevels()).containsExactly(ControlLevel.CITY);
        assertThat(unit.lists()).containsExactly(new RosterList(ListKind.CITY,
                String.valueOf(LocalDate.now().getYear())));
        assertThat(registry.require(CODE).industryEdition()).isEqualTo(IndustryEdition.OF_2017);
        assertThat(acts()).containsExactly("UNIT_REGISTERED");
        assertThatThrownBy(() -> maintenance.register(UnitTexts.unit(BODY), CITY, changsha))
                .isInstanceOf(DuplicateUnit.class);
    }

    @Test
    void everyFaultIsNamedWithItsField() {
        Map<UnitField, String> bad = UnitTexts.unit(BODY);
        bad.put(UnitField.NAME, "湘岭\u0007纸业");
        bad.put(UnitField.COUNTY_CODE, "430100");
        bad.put(UnitField.INDUSTRY_CODE, "0110");
        bad.put(UnitField.LONGITUDE, "1e999999999");
        bad.put(UnitField.KINDS, "噪声");
        bad.put(UnitField.CONTACT_NAME, " ");
        bad.put(UnitField.POSTAL_CODE, "41000");

        assertThat(fields(() -> maintenance.register(bad, Set.of(), changsha))).containsExactlyInAnyOrder("name",
                "countyCode", "industryCode", "longitude", "kinds", "contactName", "postalCode", "controlLevels");
        assertThat(registry.unit(CODE)).isEmpty();
    }

    @Test
    void aWrongCheckCharacterNeedsAReasonWhichIsKeptAndAudited() {
        String wrong = BODY + (CODE.endsWith("1") ? "2" : "1");
        Map<UnitField, String> unit = UnitTexts.unit(BODY, UnitField.ORG_CODE, wrong);
        unit.put(UnitField.USCC, "");
        assertThat(fields(() -> maintenance.register(unit, CITY, changsha))).containsExactly("orgCode");

        unit.put(UnitField.CODE_EXCEPTION, "代码证即如此，2009年发证");
        maintenance.register(unit, CITY, changsha);

        assertThat(registry.require(wrong).codeException()).isEqualTo("代码证即如此，2009年发证");
        assertThat(audit.of("unit/" + wrong)).last().extracting(AuditEntry::after).asString()
                .contains("codeException: 代码证即如此，2009年发证");
    }

    @Test
    void anExceptionNobodyNeedsIsNotKept() {
        maintenance.register(UnitTexts.unit(BODY, UnitField.CODE_EXCEPTION, "以防万一写一个"), CITY, changsha);

        assertThat(registry.require(CODE).codeException()).isEmpty();
    }

    @Test
    void aRegionThatHasEndedIsRefusedWithItsSuccessorNamed() {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> maintenance.register(
                UnitTexts.unit(BODY, UnitField.COUNTY_CODE, "430124"), CITY, changsha));

        assertThat(refused.fields()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("countyCode");
            assertThat(field.text().key()).isEqualTo("registry.region.ended");
            assertThat(field.text().arguments()).contains("430182", "宁乡市");
        });
    }

    @Test
    void aCityKeepsItsOwnUnitsAndGivesNoNationalControl() {
        assertThat(fields(() -> maintenance.register(UnitTexts.unit(BODY, UnitField.COUNTY_CODE, "430202"), CITY,
                changsha))).containsExactly("countyCode");
        assertThat(fields(() -> maintenance.register(UnitTexts.unit(BODY), Set.of(ControlLevel.NATIONAL), changsha)))
                .containsExactly("controlLevels");
        maintenance.register(UnitTexts.unit(BODY), Set.of(ControlLevel.NATIONAL, ControlLevel.CITY), platform);
        int version = desk.view(CODE, platform).version();

        assertThat(fields(() -> maintenance.change(CODE, Map.of(UnitField.COUNTY_CODE, "430202"), version, "搬迁到株洲",
                changsha))).containsExactly("countyCode");
        assertThat(kind(() -> maintenance.change(CODE, Map.of(UnitField.NAME, "甲"), version, "改名改名",
                ZHUZHOU))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(() -> maintenance.change(CODE, Map.of(UnitField.NAME, "甲"), version, "改名改名",
                scenario.actor("city430100")))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(() -> desk.view(CODE, scenario.actor("city430200")))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(() -> desk.view(CODE, scenario.actor("183810013")))).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void nobodyOverwritesWhatSomebodyElseHasSaved() {
        maintenance.register(UnitTexts.unit(BODY), CITY, changsha);
        int seen = desk.view(CODE, changsha).version();
        maintenance.change(CODE, Map.of(UnitField.ADDRESS, "长沙市芙蓉区示例路2号"), seen, "地址更正", platform);

        assertThat(kind(() -> maintenance.change(CODE, Map.of(UnitField.ADDRESS, "长沙市芙蓉区示例路3号"), seen, "地址更正",
                changsha))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(registry.require(CODE).address()).endsWith("2号");
    }

    @Test
    void aRenamedUnitKeepsItsFormerName() {
        maintenance.register(UnitTexts.unit(BODY), CITY, changsha);
        maintenance.change(CODE, Map.of(UnitField.NAME, "长沙新名纸业有限公司"), desk.view(CODE, changsha).version(),
                "企业更名", changsha);

        assertThat(registry.require(CODE).formerName()).isEqualTo("长沙试验造纸厂" + BODY);
        assertThat(audit.of("unit/" + CODE)).last().satisfies(row -> {
            assertThat(row.detail()).isEqualTo("企业更名");
            assertThat(row.before()).contains("name: 长沙试验造纸厂" + BODY);
            assertThat(row.after()).contains("name: 长沙新名纸业有限公司", "formerName: 长沙试验造纸厂" + BODY);
        });
        assertThat(kind(() -> maintenance.change(CODE, Map.of(UnitField.NAME, "长沙新名纸业有限公司"),
                desk.view(CODE, changsha).version(), "企业更名", changsha))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(fields(() -> maintenance.change(CODE, Map.of(UnitField.ORG_CODE, UnitTexts.code("77100009")),
                desk.view(CODE, changsha).version(), "换了代码证", changsha))).contains("orgCode");
    }

    @Test
    void anAccountFollowsItsUnitToAnotherCountyAndName() {
        maintenance.register(UnitTexts.unit("77100007"), CITY, changsha);
        accounts.create(List.of(new Actor(MOVED, "长沙试验造纸厂77100007", Role.ENTERPRISE, "430102", MOVED)),
                HttpApi.PASSWORD, true);
        Actor before = new Actor("furong", "芙蓉区经办人", Role.COUNTY, "430102", null);
        Actor after = new Actor("hetang", "荷塘区经办人", Role.COUNTY, "430202", null);
        HttpApi.Caller browser = api.browser(MOVED);
        assertThat(browser.get("/").text()).contains("长沙试验造纸厂77100007");
        assertThat(desk.view(MOVED, before).name()).isEqualTo("长沙试验造纸厂77100007");
        assertThat(kind(() -> desk.view(MOVED, after))).isEqualTo(Refusal.Kind.FORBIDDEN);

        maintenance.change(MOVED, Map.of(UnitField.COUNTY_CODE, "430202", UnitField.NAME, "株洲新址纸业"),
                desk.view(MOVED, platform).version(), "搬迁到株洲并更名", platform);

        assertThat(desk.view(MOVED, after).name()).isEqualTo("株洲新址纸业");
        assertThat(kind(() -> desk.view(MOVED, before))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(accounts.actor(MOVED)).contains(new Actor(MOVED, "株洲新址纸业", Role.ENTERPRISE, "430202", MOVED));
        assertThat(kept(ZHUZHOU)).containsExactly(MOVED);
        assertThat(kept(changsha)).isEmpty();
        assertThat(kind(() -> accountKeeping.unlock(MOVED, changsha))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(browser.get("/").status()).as("signed in as what it was").isNotEqualTo(200);
        assertThat(api.browser(MOVED).get("/").text()).contains("株洲新址纸业");
        assertThat(audit.of("account/" + MOVED)).filteredOn(row -> row.action().equals("CHANGE_ACCOUNT")).last().satisfies(row -> {
            assertThat(row.before()).isEqualTo("430102 长沙试验造纸厂77100007");
            assertThat(row.after()).isEqualTo("430202 株洲新址纸业");
            assertThat(row.detail()).isEqualTo("unit/" + MOVED);
            assertThat(row.userId()).isEqualTo(platform.userId());
        });
    }

    @Test
    void whatLooksLikeCodeIsKeptAndShownAsItIs() {
        String name = "<script>alert(1)</script>'; drop table region; --${7*7}#{x}=cmd()";
        maintenance.register(UnitTexts.unit(BODY, UnitField.NAME, name), CITY, changsha);

        assertThat(registry.require(CODE).name()).isEqualTo(name);
        String page = api.browser("admin430100").get("/registry/units/" + CODE).text();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}").doesNotContain("<script>alert(1)");
        assertThat(registry.cities()).hasSize(14);
    }

    @Test
    void unitsAreFoundByPartsOfNamesAndCodesAndNothingElse() {
        maintenance.register(UnitTexts.unit(BODY, UnitField.GROUP_CODE, UnitTexts.code("77199999")), CITY, changsha);

        assertThat(found("试验造纸厂" + BODY)).containsExactly(CODE);
        assertThat(found(CODE.substring(0, 8))).containsExactly(CODE);
        assertThat(found("914301007710")).containsExactly(CODE);
        assertThat(found("%试验造纸厂" + BODY)).isEmpty();
        assertThat(search.page(query(null, UnitTexts.code("77199999")), changsha).units()).extracting(UnitLine::orgCode)
                .containsExactly(CODE);
        assertThat(search.page(query("试验造纸厂", null), scenario.actor("city430200")).units()).isEmpty();
    }

    @Test
    void aGroupCompanyReadsItsSubsidiariesAndNothingElse() {
        Actor group = new Actor("group77", "试验集团", Role.GROUP, "430000", null, UnitTexts.code("77199999"));
        maintenance.register(UnitTexts.unit(BODY, UnitField.GROUP_CODE, group.groupCode()), CITY, changsha);
        maintenance.register(UnitTexts.unit("77100002"), CITY, changsha);

        assertThat(search.page(query(null, null), group).units()).extracting(UnitLine::orgCode).containsExactly(CODE);
        assertThat(desk.view(CODE, group).keeps()).isFalse();
        assertThat(desk.view(CODE, group).values()).as("masked outside the area")
                .containsEntry(UnitField.CONTACT_NAME, "李*").containsEntry(UnitField.CONTACT_PHONE, "073****0001");
        assertThat(kind(() -> desk.view(UnitTexts.code("77100002"), group))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(() -> rosters.sizes(group))).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void theListIsExportedUnderItsFiltersWithoutFormulasAndOnRecord() {
        Map<UnitField, String> unit = UnitTexts.unit(BODY, UnitField.NAME, "=cmd|' /C calc'!A0 试验\"厂\"");
        unit.put(UnitField.ADDRESS, "@示例路1号");
        maintenance.register(unit, CITY, changsha);
        maintenance.register(UnitTexts.unit("77100002"), CITY, changsha);
        long before = exports();

        Answer file = api.browser("city430100").get("/registry.csv?text=" + CODE);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF组织机构代码,统一社会信用代码,单位详细名称");
        assertThat(text.lines()).hasSize(2);
        assertThat(text.lines().skip(1).findFirst().orElseThrow()).startsWith(CODE + ",")
                .contains("\"'=cmd|' /C calc'!A0 试验\"\"厂\"\"\"", ",'@示例路1号,", ",李*,073****0001,", "长沙市 芙蓉区", ",废水 废气,市控,在册,");
        await().untilAsserted(() -> assertThat(exports() - before).as("on record").isEqualTo(1));
        assertThat(new String(api.browser("city430200").get("/registry.csv?text=" + CODE).bytes(), StandardCharsets.UTF_8).lines())
                .as("another city’s").hasSize(1);
        assertThat(api.browser("city430100").get("/registry.csv?area=43").status()).isEqualTo(422);
        assertThat(api.browser(scenario.unit(scenario.freshFiling()).userId()).get("/registry.csv").status()).isEqualTo(403);
        assertThat(api.browser("city430100").get("/registry?text=" + CODE).text()).contains("/registry.csv?text=" + CODE, "导出 CSV");
    }

    @Test
    void anExportHoldsEveryUnitOfTheReadersListWithContactsMasked() {
        String group = jdbc.sql("select group_code from account where user_id = 'group01'").query(String.class).single();
        maintenance.register(UnitTexts.unit(BODY, UnitField.GROUP_CODE, group), CITY, changsha);
        String theirs = new String(api.browser("group01").get("/registry.csv").bytes(), StandardCharsets.UTF_8);
        assertThat(theirs).contains(CODE, ",李*,073****0001,").doesNotContain("李静", "0731-00000001");

        long all = search.page(query(null, null), platform).total();
        assertThat(all).as("more than one part").isGreaterThan(UnitQuery.MOST);
        assertThat(new String(api.browser("admin").get("/registry.csv").bytes(), StandardCharsets.UTF_8).lines().count())
                .isEqualTo(all + 1);
    }

    @Test
    void aUnitIsTakenOffTheRosterAndPutBack() {
        maintenance.register(UnitTexts.unit(BODY), CITY, changsha);
        maintenance.activate(CODE, false, "长期停产", changsha);
        assertThat(registry.require(CODE).active()).isFalse();
        assertThat(kind(() -> maintenance.activate(CODE, false, "长期停产", changsha))).isEqualTo(Refusal.Kind.CONFLICT);
        maintenance.activate(CODE, true, "恢复生产", changsha);

        assertThat(registry.require(CODE).active()).isTrue();
        assertThat(acts()).containsExactly("UNIT_REGISTERED", "UNIT_TAKEN_OFF", "UNIT_PUT_BACK");
    }

    @Test
    void exactlyOnePersonIsResponsible() {
        maintenance.register(UnitTexts.unit(BODY), CITY, changsha);
        contacts.add(CODE, "王强", "环保专员", "0731-00000002", changsha);
        long id = desk.view(CODE, changsha).contacts().get(0).id();
        contacts.makeResponsible(CODE, id, changsha);

        UnitView unit = desk.view(CODE, changsha);
        assertThat(unit.value(UnitField.CONTACT_NAME)).isEqualTo("王强");
        assertThat(unit.contacts()).extracting(UnitContact::name).containsExactly("李静");
        contacts.remove(CODE, id, changsha);
        assertThat(desk.view(CODE, changsha).contacts()).isEmpty();
        assertThat(fields(() -> contacts.add(CODE, "\u202E反", "", "1", changsha))).containsExactly("name");
    }

    @Test
    void aUnitStandsOnSeveralListsAndItsTypesFollowTheLatest() {
        maintenance.register(UnitTexts.unit(BODY), CITY, changsha);
        RosterList city = new RosterList(ListKind.CITY, String.valueOf(LocalDate.now().getYear()));
        RosterList reduction = new RosterList(ListKind.KEY_REDUCTION, "2049Q4");
        rosters.enlist(reduction, CODE, "列入重点行业", changsha);
        rosters.strike(city, CODE, "不再市控", changsha);

        UnitView unit = desk.view(CODE, changsha);
        assertThat(unit.lists()).containsExactly(reduction);
        assertThat(unit.controlLevels()).containsExactly(ControlLevel.OTHER);
        assertThat(kind(() -> rosters.strike(city, CODE, "不再市控", changsha))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(kind(() -> rosters.enlist(new RosterList(ListKind.NATIONAL, "2049"), CODE, "列入国控", changsha)))
                .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void thePagesRegisterAndChangeAUnitAndShowWhatIsWrong() {
        HttpApi.Caller browser = api.browser("admin430100").withToken()
                .with("Content-Type", "application/x-www-form-urlencoded");
        StringBuilder form = new StringBuilder("controlLevels=CITY&kinds=WASTEWATER&kinds=WASTE_GAS");
        UnitTexts.unit(BODY).forEach((field, value) -> {
            if (field != UnitField.KINDS) {
                form.append('&').append(field.id()).append('=').append(HttpApi.encoded(value));
            }
        });
        Answer refused = browser.post("/registry/units", form + "&uscc=914301001838100136");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("长沙试验造纸厂" + BODY, "uscc-problem");

        Answer done = browser.post("/registry/units", form.toString().replace("=%E4%B8%AD%E5%9E%8B", "=2")
                .replace("=%E6%AD%A3%E5%B8%B8", "=1"));
        assertThat(done.status()).as(done.text()).isEqualTo(302);
        assertThat(browser.get("/registry/units/" + CODE).text()).contains(CODE, "登记", "0731-00000001");
        assertThat(browser.get("/registry/units/" + CODE + "/edit").text()).contains("长江流域·湘江</option>").doesNotContain("??");
        Answer stale = browser.post("/registry/units/" + CODE, "version=99&kinds=WWTP&reason=" + HttpApi.encoded("改类别"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(api.as("admin430100").get("/api/v1/registry/units/" + CODE).json().at("/fields/kinds").asText())
                .isEqualTo("WASTEWATER,WASTE_GAS");
    }

    private long exports() {
        return jdbc.sql("select count(*) from audit_entry where action = 'DOWNLOAD' and user_id = 'city430100' "
                + "and subject = '/registry.csv'").query(Long.class).single();
    }

    private List<String> kept(Actor keeper) {
        return accountKeeping.page(new AccountQuery(Role.ENTERPRISE, null, MOVED, false, null), keeper).accounts().stream()
                .map(AccountSummary::userId).toList();
    }

    private List<String> found(String text) {
        return search.page(query(text, null), changsha).units().stream().map(UnitLine::orgCode).toList();
    }

    private static UnitQuery query(String text, String group) {
        return new UnitQuery(text, null, null, null, null, group, null, 50);
    }

    /** What was done about the unit; the trail keeps what earlier tests did. */
    private List<String> acts() {
        List<String> all = audit.of("unit/" + CODE).stream().map(AuditEntry::action).toList();
        return all.subList(all.lastIndexOf("UNIT_REGISTERED"), all.size());
    }

    private static List<String> fields(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).fields().stream().map(Refusal.FieldError::field).toList();
    }

    private static Refusal.Kind kind(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).kind();
    }
}
