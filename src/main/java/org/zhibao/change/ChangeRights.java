package org.zhibao.change;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.GroupCompanies;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** Who proposes changes, and who sees them: the county, its city, the unit itself; those above see all. */
@Component
class ChangeRights {

    private final Registry registry;
    private final GroupCompanies groups;

    ChangeRights(Registry registry, GroupCompanies groups) {
        this.registry = registry;
        this.groups = groups;
    }

    /** Refuses with 403 whoever does not propose. */
    static void requireProposer(Actor actor) {
        if (!proposes(actor.role())) {
            throw Refusal.forbidden("change.not-your-role");
        }
    }

    static boolean proposes(Role role) {
        return role == Role.COUNTY || role == Role.CITY;
    }

    /** The unit that is to be changed; refused if it does not lie in the actor's area. */
    ReportingUnit requireOwn(String orgCode, Actor actor) {
        requireProposer(actor);
        String code = orgCode == null ? "" : orgCode.strip();
        ReportingUnit unit = registry.unit(code).orElseThrow(
                () -> Refusal.field("orgCode", "suspension.unit-unknown", code.length() > 20 ? "…" : code));
        String area = actor.role() == Role.COUNTY ? unit.countyCode() : unit.cityCode();
        if (!area.equals(actor.area())) {
            throw Refusal.forbidden("change.other-area", unit.name());
        }
        return unit;
    }

    /** Refuses with 403 a county that does not lie in the actor's area. */
    void requireOwn(Region county, Actor actor) {
        requireProposer(actor);
        if (!(actor.role() == Role.COUNTY ? county.code() : county.parent()).equals(actor.area())) {
            throw Refusal.forbidden("change.other-area", county.name());
        }
    }

    void requireSight(Actor actor, ChangeSummary change) {
        if (!sees(actor, change)) {
            throw Refusal.forbidden("change.not-yours");
        }
    }

    boolean sees(Actor actor, ChangeSummary change) {
        return switch (actor.sight()) {
            case ENTERPRISE -> List.of(change.orgCode(), change.newOrgCode()).contains(actor.orgCode());
            case COUNTY -> change.countyCode().equals(actor.area());
            case CITY -> change.cityCode().equals(actor.area());
            case GROUP -> groups.holds(actor.groupCode(), change.orgCode());
            case SECURITY -> false;
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> true;
        };
    }

    /** The condition on {@code registry_change c} that goes with it; {@code :own} is {@link Actor#own()}. */
    static String sight(Actor actor) {
        return switch (actor.sight()) {
            case ENTERPRISE -> "(c.org_code = :own or c.new_org_code = :own)";
            case GROUP -> "c.org_code in " + GroupCompanies.UNITS;
            case SECURITY -> "(1 = 0 and c.city_code = :own)";
            case COUNTY -> "c.county_code = :own";
            case CITY -> "c.city_code = :own";
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> "(1 = 1 or c.city_code = :own)";
        };
    }
}
