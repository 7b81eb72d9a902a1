package org.zhibao.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

@ApplicationTest
class RegionAdministrationIT {

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    @Autowired
    private RegionAdministration administration;
    @Autowired
    private UnitMaintenance maintenance;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Registry registry;
    @Autowired
    private Regions regions;
    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Actor platform;

    @BeforeEach
    void who() {
        platform = scenario.actor("admin");
    }

    @AfterEach
    void sweep() {
        RegistrySweep.units(jdbc, "772");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from region where code in ('430191')").update();
            jdbc.sql("delete from region where code in ('430192')").update();
            regions.forgetAfterCommit();
        });
    }

    @Test
    void aRegionIsAddedEndsWithASuccessorAndItsUnitsMoveAlong() {
        administration.add("430191", "试验县", FIRST, "民政部批复", platform);
        maintenance.register(UnitTexts.unit("77200001", UnitField.COUNTY_CODE, "430191"), Set.of(ControlLevel.CITY),
                platform);
        administration.add("430192", "试验区", FIRST, "撤县设区", platform);
        LocalDate yesterday = LocalDate.now().minusDays(1);
        administration.end("430191", yesterday, "430192", "撤县设区", platform);

        assertThat(registry.isCountyOn("430191", yesterday)).isTrue();
        assertThat(registry.isCountyOn("430191", LocalDate.now())).isFalse();
        Refusal refused = catchThrowableOfType(Refusal.class, () -> maintenance.register(
                UnitTexts.unit("77200002", UnitField.COUNTY_CODE, "430191"), Set.of(ControlLevel.CITY), platform));
        assertThat(refused.fields().get(0).text().arguments()).contains("430192", "试验区");
        assertThat(api.browser("admin").get("/registry/regions").text()).contains("试验县", "430192 试验区");

        String code = UnitTexts.code("77200001");
        accounts.create(List.of(new Actor(code, registry.require(code).name(), Role.ENTERPRISE, "430191", code)),
                HttpApi.PASSWORD, true);
        assertThat(administration.moveUnits("430191", platform)).isEqualTo(1);
        assertThat(accounts.actor(code)).map(Actor::area).contains("430192");
        jdbc.sql("delete from account where user_id = ?").param(code).update();
        assertThat(registry.require(UnitTexts.code("77200001")).countyCode()).isEqualTo("430192");
        assertThat(key(() -> administration.moveUnits("430191", platform))).isEqualTo("registry.region.empty");
    }

    @Test
    void aRegionThatMakesNoSenseIsRefused() {
        assertThat(field(() -> administration.add("43019", "试验县", FIRST, "民政部批复", platform))).isEqualTo("code");
        assertThat(field(() -> administration.add("449901", "试验县", FIRST, "民政部批复", platform))).isEqualTo("code");
        assertThat(field(() -> administration.add("430191", "试\u0000验县", FIRST, "民政部批复", platform))).isEqualTo("name");
        assertThat(field(() -> administration.add("430191", "试验县", null, "民政部批复", platform))).isEqualTo("from");
        assertThat(field(() -> administration.add("430191", "试验县", FIRST, "", platform))).isEqualTo("reason");
        assertThat(field(() -> administration.add("430191", "试验县", FIRST, "民政部\u0000批复", platform)))
                .isEqualTo("reason");
        assertThat(key(() -> administration.add("430102", "芙蓉区", FIRST, "民政部批复", platform)))
                .isEqualTo("registry.region.there");
    }

    @Test
    void aRegionEndsOnceOnAPossibleDayAndWithASuccessorThatHolds() {
        LocalDate today = LocalDate.now();
        assertThat(key(() -> administration.end("430124", today, "", "民政部批复", platform)))
                .isEqualTo("registry.region.ended-already");
        assertThat(key(() -> administration.end("430000", today, "", "民政部批复", platform)))
                .isEqualTo("registry.region.province");
        assertThat(key(() -> administration.end("430100", today, "", "民政部批复", platform)))
                .isEqualTo("registry.region.has-parts");
        assertThat(field(() -> administration.end("430102", LocalDate.of(2012, 1, 1), "", "民政部批复", platform)))
                .isEqualTo("last");
        assertThat(field(() -> administration.end("430102", today, "430200", "民政部批复", platform)))
                .isEqualTo("successor");
        assertThat(field(() -> administration.end("430102", today, "430102", "民政部批复", platform)))
                .as("itself").isEqualTo("successor");
    }

    @Test
    void onlyThePlatformKeepsRegionsAndEveryoneReadsItsOwn() {
        Actor changsha = scenario.actor("admin430100");
        assertThat(catchThrowableOfType(Refusal.class, () -> administration.add("430191", "试验县", FIRST, "民政部批复",
                changsha)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(administration.lines(changsha)).allMatch(line -> line.region().code().startsWith("4301"));
        assertThat(administration.lines(platform)).hasSizeGreaterThan(130);
    }

    /** A successor may itself have ended: what leads back to the region that ends is no successor. */
    @Test
    void successorsDoNotLeadInACircle() {
        LocalDate yesterday = LocalDate.now().minusDays(1);
        administration.add("430192", "试验区", FIRST, "民政部批复", platform);
        administration.add("430191", "试验县", FIRST, "民政部批复", platform);
        administration.end("430191", yesterday, "430192", "撤县设区", platform);

        assertThat(field(() -> administration.end("430192", yesterday, "430191", "改回试验县", platform)))
                .isEqualTo("successor");
    }

    private static String key(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).text().key();
    }

    private static String field(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).fields().get(0).field();
    }
}
