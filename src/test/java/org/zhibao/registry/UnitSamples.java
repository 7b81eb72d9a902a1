package org.zhibao.registry;

import java.math.BigDecimal;
import java.util.Set;

/** Units to register in tests. */
final class UnitSamples {

    private UnitSamples() {
    }

    /** A wastewater unit on the national list with this code. */
    static NewUnit unit(String orgCode, String countyCode) {
        return unit(orgCode, countyCode, Set.of(SourceKind.WASTEWATER));
    }

    static NewUnit unit(String orgCode, String countyCode, Set<SourceKind> kinds) {
        OrganisationCode code = OrganisationCode.parse(orgCode);
        return new NewUnit(code, UnifiedSocialCreditCode.ofEnterprise("430100", code), "湘岭纸业有限公司", null, "周明",
                countyCode, "2221",
                new NewUnit.Site("长沙市芙蓉区示例路1号", new BigDecimal("112.98"), new BigDecimal("28.19")),
                new NewUnit.Contact("李静", "0731-00000001", "410000"), kinds, Set.of(ControlLevel.NATIONAL), "B", "2",
                "1");
    }
}
