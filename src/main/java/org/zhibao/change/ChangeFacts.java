package org.zhibao.change;

import java.util.ArrayList;
import java.util.List;
import org.zhibao.period.Quarter;

/**
 * What a proposal says, once it makes sense.
 *
 * @param unitName   of the unit as it is called now, of a new unit its own
 * @param newName    empty if the name stays
 * @param newOrgCode null unless the unit is re-coded
 * @param newUscc    null likewise, or if it has none
 * @param details    master data of a new unit as JSON; empty otherwise
 */
record ChangeFacts(ChangeKind kind, String orgCode, String unitName, String cityCode, String countyCode, Quarter from,
                   String newName, String newOrgCode, String newUscc, String details, String reason) {

    /** The codes nobody else may propose about meanwhile. */
    List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(orgCode));
        if (newOrgCode != null) {
            codes.add(newOrgCode);
        }
        return codes;
    }
}
