package org.zhibao.registry;

import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhibao.account.UnitsChanged;
import org.zhibao.audit.AuditTrail;

/** Tells whoever goes by a unit's name and county what they are now. */
@Component
class UnitNews {

    private final ApplicationEventPublisher events;

    UnitNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param cause the subject of the audit trail under which it was changed */
    void changed(Collection<ReportingUnit> units, String cause, AuditTrail.Who by) {
        if (!units.isEmpty()) {
            events.publishEvent(new UnitsChanged(units.stream().map(unit -> new UnitsChanged.Unit(unit.orgCode(),
                    unit.name(), unit.countyCode())).toList(), cause, by));
        }
    }
}
