package org.zhibao.change;

import java.util.HashMap;
import java.util.Map;

/** What people write about changes of the registry. */
public final class ChangeSamples {

    public static final String WHY = "企业已于上季度拆除全部生产线，附关停决定";

    private ChangeSamples() {
    }

    /** A proposal about a unit that is there. */
    public static Proposal of(ChangeKind kind, String orgCode, String from, String newName, String newOrgCode) {
        return new Proposal(kind.name(), orgCode, from, newName, newOrgCode, null, WHY, Map.of());
    }

    /** A proposal of a new unit, with some fields otherwise. */
    public static Proposal fresh(String orgCode, String county, String from, String... changed) {
        Map<String, String> unit = new HashMap<>(Map.of("name", "新建造纸有限公司", "legalRepresentative", "周明",
                "countyCode", county, "industryCode", "2221", "address", "长沙市望城区新建路1号", "longitude", "112.81",
                "latitude", "28.36", "contactName", "李静", "contactPhone", "0731-00000001", "kinds", "WASTEWATER"));
        unit.putAll(Map.of("controlLevels", "CITY,OTHER", "enterpriseSize", "2", "dischargeDestination", "B"));
        for (int i = 0; i < changed.length; i += 2) {
            unit.put(changed[i], changed[i + 1]);
        }
        return new Proposal("NEW", orgCode, from, null, null, null, WHY, unit);
    }
}
