package org.zhibao.filing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.lineage.Ancestry;
import org.zhibao.lineage.Lineage;
import org.zhibao.lineage.Origins;
import org.zhibao.lineage.RecordedSuccession;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.GroupCompanies;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** A unit's reports along its lineage: its own, and those of the units it came from. */
@Service
@Transactional(readOnly = true)
public class UnitHistory {

    /**
     * Everything that is a unit's history.
     *
     * @param successions what was recorded about it and the units connected with it, oldest first
     * @param reports     the latest first
     */
    public record History(String orgCode, String name, boolean active, List<RecordedSuccession> successions,
                          List<Report> reports) {
    }

    /**
     * A report that is history of the unit.
     *
     * @param filing  of whom, which quarter, which state
     * @param kind    how the unit's figures compare with it
     * @param visible whether the reader may open it
     */
    public record Report(FilingSummary filing, Origins.Kind kind, boolean visible) {
    }

    private final Filings filings;
    private final FilingRights rights;
    private final Registry registry;
    private final GroupCompanies groups;
    private final Lineage lineage;

    UnitHistory(Filings filings, FilingRights rights, Registry registry, GroupCompanies groups, Lineage lineage) {
        this.groups = groups;
        this.filings = filings;
        this.rights = rights;
        this.registry = registry;
        this.lineage = lineage;
    }

    /** The history of a unit in the reader's area. */
    public History of(String orgCode, Actor actor) {
        ReportingUnit unit = registry.require(orgCode);
        requireSight(unit, actor);
        Ancestry ancestry = lineage.of(orgCode);
        List<Report> reports = filings.findByOrgCodeInOrderByPeriodDesc(ancestry.everyone()).stream()
                .flatMap(f -> report(f.summary(), ancestry, actor).stream()).toList();
        return new History(orgCode, unit.name(), unit.active(), lineage.recorded(orgCode), reports);
    }

    /** Only what the lineage says is the unit's history in that quarter. */
    private Optional<Report> report(FilingSummary filing, Ancestry ancestry, Actor actor) {
        Origins origins = ancestry.at(Quarter.parse(filing.period()));
        return origins.units().contains(filing.orgCode())
                ? Optional.of(new Report(filing, origins.kind(), rights.sees(actor, filing))) : Optional.empty();
    }

    private void requireSight(ReportingUnit unit, Actor actor) {
        boolean sees = switch (actor.sight()) {
            case ENTERPRISE -> unit.orgCode().equals(actor.orgCode())
                    || lineage.formerly(actor.orgCode(), unit.orgCode());
            case COUNTY -> unit.countyCode().equals(actor.area());
            case CITY -> unit.cityCode().equals(actor.area());
            case GROUP -> groups.holds(actor.groupCode(), unit.orgCode());
            case SECURITY -> false;
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> true;
        };
        if (!sees) {
            throw actor.role() == Role.ENTERPRISE ? Refusal.forbidden("filing.not-yours")
                    : Refusal.forbidden("filing.other-area", registry.region(unit.cityCode()).name());
        }
    }
}
