package org.zhibao.filing;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ListDependents;
import org.zhibao.registry.RosterList;

/** Says that a unit with a report cannot leave the registry. */
@Component
class FilingsOfNewUnits implements ListDependents {

    private final Filings filings;

    FilingsOfNewUnits(Filings filings) {
        this.filings = filings;
    }

    @Override
    public Optional<Refusal.Text> on(RosterList list, Collection<String> newUnits) {
        return newUnits.stream().filter(filings::existsByOrgCode).findFirst()
                .map(orgCode -> new Refusal.Text("filing.of-new-unit", orgCode));
    }
}
