package org.zhibao.lineage;

import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ReportingUnit;

/** Who says which unit follows which: a city about its own units, an administrator about those of its area. */
final class LineageRights {

    private LineageRights() {
    }

    static boolean keeps(Actor actor) {
        return actor.role() == Role.CITY || actor.role() == Role.ADMIN;
    }

    static void requireKeeper(Actor actor) {
        if (!keeps(actor)) {
            throw Refusal.forbidden("lineage.keepers-only");
        }
    }

    static void requireOwn(ReportingUnit unit, Actor actor) {
        if (!actor.area().endsWith("0000") && !unit.cityCode().equals(actor.area())) {
            throw Refusal.forbidden("lineage.other-area", unit.name());
        }
    }

    /** Refuses with 403 whoever neither keeps nor oversees. */
    static void requireReader(Actor actor) {
        switch (actor.role()) {
            case CITY, PROVINCE, ADMIN, AUDITOR -> { }
            default -> throw Refusal.forbidden("lineage.keepers-only");
        }
    }
}
