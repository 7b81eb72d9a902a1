package org.zhibao.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewUnitTest {

    private final NewUnit good = UnitSamples.unit("183810013", "430102");

    @Test
    void refusesACreditCodeOfAnotherOrganisation() {
        assertThatThrownBy(() -> with("91430200183811382N", "某厂", "2221", Set.of(SourceKind.WWTP)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("uscc");
    }

    @Test
    void refusesAUnitWithoutAKindOfSource() {
        assertThatThrownBy(() -> with(null, "某厂", "2221", Set.of())).hasMessageContaining("kinds");
    }

    @Test
    void refusesAnEmptyOrEndlessName() {
        assertThatThrownBy(() -> with(null, " ", "2221", Set.of(SourceKind.WWTP))).hasMessageContaining("name");
        assertThatThrownBy(() -> with(null, "厂".repeat(101), "2221", Set.of(SourceKind.WWTP)))
                .hasMessageContaining("name");
    }

    @Test
    void refusesAnIndustryThatIsNotFourDigits() {
        assertThatThrownBy(() -> with(null, "某厂", "22-1", Set.of(SourceKind.WWTP))).hasMessageContaining("industry");
    }

    @Test
    void refusesAPlaceOffTheGlobe() {
        assertThatThrownBy(() -> new NewUnit.Site("某路", new BigDecimal("181"), BigDecimal.ONE))
                .hasMessageContaining("longitude");
    }

    @Test
    void acceptsAUnitThatHasNoCreditCodeYet() {
        assertThat(with(null, "某厂", "2221", Set.of(SourceKind.WWTP)).uscc()).isNull();
    }

    private NewUnit with(String uscc, String name, String industry, Set<SourceKind> kinds) {
        return new NewUnit(good.orgCode(), uscc == null ? null : UnifiedSocialCreditCode.parse(uscc), name, null,
                good.legalRepresentative(), good.countyCode(), industry, good.site(), good.contact(), kinds,
                good.controlLevels(), good.dischargeDestination(), good.enterpriseSize(), good.operatingStatus());
    }
}
