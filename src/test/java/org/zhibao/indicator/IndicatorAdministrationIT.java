package org.zhibao.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.indicator.IndicatorAdministration.Change;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.SourceKind;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

@ApplicationTest
class IndicatorAdministrationIT {

    private static final AddedIndicator MUD = IndicatorSamples.number("疏浚底泥量", "Dredged mud");
    private static final Set<SourceKind> KINDS = Set.of(SourceKind.WASTEWATER);

    @Autowired
    private IndicatorAdministration administration;
    @Autowired
    private IndicatorCatalogues catalogues;
    @Autowired
    private IndicatorCatalogue shipped;
    @Autowired
    private IndicatorStore store;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Scenario scenario;
    @Autowired
    private JdbcClient jdbc;

    private Actor province;
    private Actor city;
    private Quarter next;

    @BeforeEach
    void whoAndWhen() {
        province = scenario.actor("admin");
        city = scenario.actor("admin430100");
        // other tests in this context open periods far ahead
        next = administration.earliest();
    }

    /** The catalogue is for everyone in this context: what a test added must not meet the next one. */
    @AfterEach
    void forgetWhatTheTestAdded() {
        jdbc.sql("delete from indicator_version").update();
        jdbc.sql("update indicator_stamp set stamp = ? where id = 1").param("test" + System.nanoTime()).update();
    }

    @Test
    void anIndicatorJoinsTheFormFromItsPeriodOnAndOnAllNodes() {
        IndicatorCatalogues otherNode = new IndicatorCatalogues(store, shipped);
        assertThat(codes(otherNode, next, "430100")).doesNotContain("P001");

        IndicatorVersion saved = administration.save(change("P001", MUD, next, 0), province);

        assertThat(saved.version()).isEqualTo(1);
        assertThat(codes(otherNode, next, "430100")).contains("P001");
        assertThat(codes(otherNode, next.next(), "430200")).contains("P001");
        assertThat(otherNode.of(next.previous(), "430100")).as("forms handed out").isSameAs(shipped);
        assertThat(audit.of("indicator/P001")).last().satisfies(row -> {
            assertThat(row.action()).isEqualTo("INDICATOR_NEW");
            assertThat(row.detail()).contains("version 1 from " + next, "依据测试文件");
            assertThat(row.before()).isEmpty();
            assertThat(row.after()).contains("疏浚底泥量");
        });
    }

    @Test
    void aCitysIndicatorIsAskedInThatCityOnly() {
        administration.save(change("C4301_01", MUD, next, 0), city);

        assertThat(codes(catalogues, next, "430100")).contains("C4301_01");
        assertThat(codes(catalogues, next, "430200")).doesNotContain("C4301_01");
        assertThat(codes(catalogues, next, "430000")).doesNotContain("C4301_01");
        assertThat(administration.indicators(scenario.actor("city430200"))).isEmpty();
        assertThat(administration.indicators(province)).hasSize(1);
    }

    @Test
    void onlyThoseItIsMeantForAreAskedIt() {
        administration.save(change("P001", IndicatorSamples.asked("量一", "One", false, Set.of(SourceKind.WASTE_GAS),
                List.of("22", "4411")), next, 0), province);

        assertThat(asked(Set.of(SourceKind.WASTE_GAS), "2221")).contains("P001");
        assertThat(asked(Set.of(SourceKind.WASTE_GAS), "3011")).doesNotContain("P001");
        assertThat(asked(Set.of(SourceKind.WWTP), "2221")).doesNotContain("P001");
    }

    @Test
    void anIndicatorWithoutKindsIsAskedLikeItsSection() {
        administration.save(change("P001", IndicatorSamples.with(MUD, "C", "吨", 12, 2), next, 0), province);

        assertThat(asked(Set.of(SourceKind.WASTE_GAS), "2221")).contains("P001");
        assertThat(asked(KINDS, "2221")).doesNotContain("P001");
    }

    @Test
    void anEditIsAVersionThatLeavesEarlierPeriodsAlone() {
        administration.save(change("P001", MUD, next, 0), province);
        AddedIndicator renamed = IndicatorSamples.number("河道疏浚底泥量", "Mud dredged from rivers");
        administration.save(change("P001", renamed, next.next(), 1), province);

        assertThat(catalogues.of(next, "430100").indicator("P001").orElseThrow().zh()).isEqualTo("疏浚底泥量");
        assertThat(catalogues.of(next.next(), "430100").indicator("P001").orElseThrow().zh()).isEqualTo("河道疏浚底泥量");
        assertThat(administration.history("P001", province)).extracting(IndicatorVersion::version).containsExactly(2, 1);
        refused(() -> administration.save(change("P001", MUD, next, 1), province), "indicator.changed-meanwhile");
        refused(() -> administration.save(change("P001", renamed, next.next(), 2), province), "indicator.no-change");
    }

    @Test
    void aRetiredIndicatorStaysInThePeriodsBefore() {
        administration.save(change("P001", MUD, next, 0), province);
        administration.retire("P001", next.next(), "不再统计", 1, province);

        assertThat(codes(catalogues, next, "430100")).contains("P001");
        assertThat(codes(catalogues, next.next(), "430100")).doesNotContain("P001");
        assertThat(store.of("P001")).as("nothing is deleted").hasSize(2);
        refused(() -> administration.retire("P001", next.next(), "再次停用", 2, province), "indicator.retired-already");
    }

    @Test
    void formsThatAreHandedOutDoNotChange() {
        assertThat(fields(() -> administration.save(change("P001", MUD, next.previous(), 0), province)))
                .containsExactly("effectiveFrom");
        assertThat(next).isGreaterThan(Quarter.parse(scenario.period()));
    }

    @Test
    void whatIsWrongIsNamedWithItsField() {
        administration.save(change("P001", MUD, next, 0), province);

        assertThat(fields(() -> administration.save(change("P001", MUD, next, 0), province))).containsExactly("code");
        assertThat(fields(() -> administration.save(change("P002", MUD, next, 0), province))).containsExactly("zh", "en");
        assertThat(fields(() -> administration.save(change("C4301_01", MUD, next, 0), city))).as("on the same form")
                .containsExactly("zh", "en");
        assertThat(fields(() -> administration.save(new Change("P003", AddedIndicator.BLANK, null, "", 0), province)))
                .containsExactly("zh", "en", "effectiveFrom", "reason");
        assertThat(fields(() -> administration.save(change("A27", MUD, next, 0), province))).containsExactly("code");
    }

    @Test
    void nobodyAddsToAnotherAreasForms() {
        for (String code : List.of("P001", "C4302_01")) {
            assertThatThrownBy(() -> administration.save(change(code, MUD, next, 0), city))
                    .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
        assertThatThrownBy(() -> administration.save(change("C4301_01", MUD, next, 0), province)).isInstanceOf(Refusal.class);
        for (String user : List.of("city430100", "province", "auditor", "county430102")) {
            assertThatThrownBy(() -> administration.save(change("C4301_01", MUD, next, 0), scenario.actor(user)))
                    .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
    }

    private static Change change(String code, AddedIndicator definition, Quarter from, int base) {
        return new Change(code, definition, from, "依据测试文件", base);
    }

    private static List<String> codes(IndicatorCatalogues node, Quarter period, String area) {
        return node.of(period, area).indicators().stream().map(Indicator::code).toList();
    }

    private List<String> asked(Set<SourceKind> kinds, String industry) {
        return catalogues.formFor(new FormScope(next, "430100", kinds, industry)).sections().stream()
                .flatMap(s -> s.indicators().stream()).map(Indicator::code).toList();
    }

    private static List<String> fields(ThrowingCallable call) {
        try {
            call.call();
            throw new AssertionError("not refused");
        } catch (Refusal refused) {
            return refused.fields().stream().map(Refusal.FieldError::field).toList();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    private static void refused(ThrowingCallable call, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.text().key()).isEqualTo(key));
    }
}
