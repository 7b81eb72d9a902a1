package org.zhibao.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.testing.DatabaseTest;

@DatabaseTest
class RegistryIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    @Autowired
    private Registry registry;
    @Autowired
    private EntityManager entities;
    @Autowired
    private JdbcClient database;

    @Test
    void todayTheProvinceHasFourteenCitiesAnd122Counties() {
        assertThat(registry.cities()).hasSize(14).extracting(Region::parent).containsOnly("430000");
        assertThat(registry.counties()).hasSize(122).allMatch(county -> county.successor() == null);
        assertThat(registry.cities().stream().mapToInt(city -> registry.counties(city.code()).size()).sum())
                .isEqualTo(122);
    }

    @Test
    void onAnyDaySinceThePilotTheProvinceHad122Counties() {
        for (LocalDate day = LocalDate.of(2013, 7, 1); day.isBefore(TODAY); day = day.plusDays(1)) {
            LocalDate on = day;
            assertThat(registry.cities().stream().mapToInt(city -> registry.counties(city.code(), on).size()).sum())
                    .as(on.toString()).isEqualTo(122);
        }
    }

    @Test
    void aRenamedCountyLeadsToItsSuccessor() {
        Region ningxiang = registry.region("430124");

        assertThat(ningxiang.name()).isEqualTo("宁乡县");
        assertThat(ningxiang.validOn(TODAY)).isFalse();
        assertThat(ningxiang.successorCode().map(registry::region).map(Region::name)).contains("宁乡市");
        assertThat(registry.isCountyOn("430124", LocalDate.of(2016, 12, 31))).isTrue();
        assertThat(registry.isCountyOn("430182", LocalDate.of(2016, 12, 31))).isFalse();
        assertThat(registry.isCountyOn("430182", TODAY)).isTrue();
        assertThat(registry.isCountyOn("430100", TODAY)).isFalse();
    }

    @Test
    void anUnknownRegionIsRefused() {
        assertThatThrownBy(() -> registry.region("430199")).isInstanceOf(UnknownRegion.class);
        assertThat(registry.findRegion(null)).isEmpty();
    }

    @Test
    void aRegisteredUnitIsFoundWithAllItSays() {
        registry.add(UnitSamples.unit("183810013", "430102", Set.of(SourceKind.WASTE_GAS, SourceKind.WASTEWATER)));
        entities.flush();
        entities.clear();

        ReportingUnit unit = registry.require("183810013");
        assertThat(unit.cityCode()).isEqualTo("430100");
        assertThat(unit.kinds()).containsExactly(SourceKind.WASTEWATER, SourceKind.WASTE_GAS);
        assertThat(unit.controlLevels()).containsExactly(ControlLevel.NATIONAL);
        assertThat(unit.uscc()).contains("914301001838100135");
        assertThat(unit.longitude()).isEqualByComparingTo("112.98");
        assertThat(registry.facts(unit)).containsExactlyInAnyOrderEntriesOf(Map.of("orgCode", "183810013", "uscc",
                "914301001838100135", "name", "湘岭纸业有限公司", "countyCode", "430102", "cityCode", "430100",
                "industryCode", "2221"));
    }

    @Test
    void anUnknownUnitIsRefusedByItsCode() {
        assertThatThrownBy(() -> registry.require("183810013")).isInstanceOf(UnknownUnit.class)
                .hasMessageContaining("183810013");
    }

    @Test
    void aUnitIsRegisteredOnce() {
        registry.add(UnitSamples.unit("183810013", "430102"));

        assertThatThrownBy(() -> registry.add(UnitSamples.unit("183810013", "430103")))
                .isInstanceOf(DuplicateUnit.class);
        assertThatThrownBy(() -> registry.addAll(List.of(UnitSamples.unit("183811382", "430102"),
                UnitSamples.unit("183811382", "430102")))).isInstanceOf(DuplicateUnit.class);
    }

    @Test
    void aUnitStandsInOneOfTodaysCounties() {
        for (String code : List.of("430100", "430124", "430199")) {
            assertThatThrownBy(() -> registry.add(UnitSamples.unit("183810013", code)))
                    .isInstanceOf(UnknownRegion.class).hasMessageContaining(code);
        }
        assertThat(registry.rosterSize()).isZero();
    }

    @Test
    void theRosterComesInChunksOrderedByCodeAndLeavesOutRemovedUnits() {
        registry.addAll(List.of(UnitSamples.unit("183815498", "430102"), UnitSamples.unit("183810013", "430102"),
                UnitSamples.unit("183814129", "430103"), UnitSamples.unit("183811382", "430104")));
        registry.removeFromRoster("183811382");

        assertThat(registry.rosterSize()).isEqualTo(3);
        assertThat(registry.unitsAfter("", 2)).extracting(ReportingUnit::orgCode)
                .containsExactly("183810013", "183814129");
        assertThat(registry.rosterOrgCodes("183814129", 2)).containsExactly("183815498");
        assertThat(registry.rosterOrgCodes("183815498", 2)).isEmpty();
        assertThat(registry.unit("183811382")).isPresent();
    }

    @Test
    void theUnitsOfAGroupCompanyAreFoundByItsCode() {
        registry.addAll(List.of(UnitSamples.unit("183815498", "430102"), UnitSamples.unit("183810013", "430103"),
                UnitSamples.unit("183814129", "430103")));
        entities.flush();
        database.sql("update reporting_unit set group_code = '183816861', group_name = '湘岭集团' "
                + "where org_code in ('183815498', '183810013')").update();
        entities.clear();

        assertThat(registry.ofGroup("183816861")).extracting(ReportingUnit::orgCode)
                .containsExactly("183810013", "183815498");
        assertThat(registry.require("183810013").groupCode()).contains("183816861");
        assertThat(registry.require("183814129").groupCode()).isEmpty();
        assertThat(registry.ofGroup("183810013")).isEmpty();
    }

    @Test
    void theDatabaseRefusesAUnitThatIsItsOwnGroupCompany() {
        registry.add(UnitSamples.unit("183810013", "430102"));
        entities.flush();

        assertThatThrownBy(() -> database.sql("update reporting_unit set group_code = org_code").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theDatabaseRefusesAUnitThatIsNoKindOfSource() {
        registry.add(UnitSamples.unit("183810013", "430102"));
        entities.flush();

        assertThatThrownBy(() -> database.sql("update reporting_unit set wastewater = false").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theDatabaseRefusesACodeOfTheWrongShape() {
        registry.add(UnitSamples.unit("183810013", "430102"));
        entities.flush();

        assertThatThrownBy(() -> database.sql("update reporting_unit set uscc = null, org_code = '18381001-'").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
