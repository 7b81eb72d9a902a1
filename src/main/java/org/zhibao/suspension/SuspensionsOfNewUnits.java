package org.zhibao.suspension;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ListDependents;
import org.zhibao.registry.RosterList;

/** Says that a unit with a suspension cannot leave the registry. */
@Component
class SuspensionsOfNewUnits implements ListDependents {

    private final SuspensionRecords records;

    SuspensionsOfNewUnits(SuspensionRecords records) {
        this.records = records;
    }

    @Override
    public Optional<Refusal.Text> on(RosterList list, Collection<String> newUnits) {
        return newUnits.stream().filter(records::existsByOrgCode).findFirst()
                .map(orgCode -> new Refusal.Text("suspension.of-new-unit", orgCode));
    }
}
