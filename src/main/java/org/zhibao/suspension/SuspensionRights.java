package org.zhibao.suspension;

import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.GroupCompanies;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** Who may declare a suspension, and who sees it: the unit itself, its county and its city; those above see all. */
@Component
class SuspensionRights {

    private final Registry registry;
    private final GroupCompanies groups;

    SuspensionRights(Registry registry, GroupCompanies groups) {
        this.registry = registry;
        this.groups = groups;
    }

    /** Whether a role declares at all. */
    static boolean declares(Role role) {
        return role == Role.ENTERPRISE || role == Role.COUNTY || role == Role.CITY;
    }

    /** The unit to be suspended; refused if the actor does not answer for it. */
    ReportingUnit requireOwn(String orgCode, Actor actor) {
        if (!declares(actor.role())) {
            throw Refusal.forbidden("suspension.not-your-role");
        }
        String code = orgCode == null ? "" : orgCode.strip();
        ReportingUnit unit = registry.unit(code).orElseThrow(
                () -> Refusal.field("orgCode", "suspension.unit-unknown", code.length() > 20 ? "…" : code));
        if (!sees(actor, unit.orgCode(), unit.countyCode(), unit.cityCode())) {
            throw Refusal.forbidden("suspension.other-area", unit.name());
        }
        return unit;
    }

    void requireSight(Actor actor, Suspension suspension) {
        SuspensionSummary s = suspension.summary();
        if (!sees(actor, s.orgCode(), s.countyCode(), s.cityCode())) {
            throw Refusal.forbidden("suspension.not-yours");
        }
    }

    private boolean sees(Actor actor, String orgCode, String county, String city) {
        return switch (actor.sight()) {
            case ENTERPRISE -> orgCode.equals(actor.orgCode());
            case COUNTY -> county.equals(actor.area());
            case CITY -> city.equals(actor.area());
            case GROUP -> groups.holds(actor.groupCode(), orgCode);
            case SECURITY -> false;
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> true;
        };
    }
}
