package org.zhibao.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;

/** Shows a unit to those of its area, and to its group company with the contact data masked. */
@Service
@Transactional(readOnly = true)
public class UnitDesk {

    private final ReportingUnits units;
    private final UnitRosters rosters;
    private final UnitContacts contacts;
    private final UnitsBefore imports;
    private final List<UnitActs> others;
    private final AuditTrail audit;

    UnitDesk(ReportingUnits units, UnitRosters rosters, UnitContacts contacts, UnitsBefore imports, List<UnitActs> others,
             AuditTrail audit) {
        this.units = units;
        this.rosters = rosters;
        this.contacts = contacts;
        this.imports = imports;
        this.others = others;
        this.audit = audit;
    }

    /** @throws UnknownUnit if there is none; refused if it is of another area */
    public UnitView view(String orgCode, Actor actor) {
        RegistryRights.requireReaderOfUnits(actor);
        ReportingUnit unit = units.findByOrgCode(orgCode).orElseThrow(() -> new UnknownUnit(orgCode));
        RegistryRights.requireSight(actor, unit);
        boolean keeps = RegistryRights.keeps(actor);
        return new UnitView(unit.orgCode(), unit.version(), unit.active(), UnitMasks.of(unit.values(), actor),
                unit.controlLevels(), unit.cityCode(), rosters.of(orgCode), contacts.of(unit).stream()
                .map(contact -> UnitMasks.of(contact, actor)).toList(), units.countByGroupCode(orgCode),
                keeps ? history(unit, actor) : List.of(), keeps);
    }

    private List<UnitView.Act> history(ReportingUnit unit, Actor actor) {
        List<UnitView.Act> acts = new ArrayList<>(audit.of(UnitMaintenance.subject(unit)).stream()
                .map(row -> new UnitView.Act(row.at(), row.userName(), row.action(), row.before(),
                        row.after(), row.detail())).toList());
        Collections.reverse(acts);
        acts.addAll(imports.acts(unit.orgCode()));
        others.forEach(other -> acts.addAll(other.about(unit.orgCode(), actor)));
        acts.sort(Comparator.comparing(UnitView.Act::at).reversed());
        return acts;
    }
}
