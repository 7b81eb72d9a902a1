package org.zhibao.registry;

import java.util.EnumSet;
import java.util.Set;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/**
 * Who reads and who keeps the registry: staff and auditors read their own area; an administrator keeps the units of its
 * city, one of the province all units and the regions.
 */
public final class RegistryRights {

    private static final Set<Role> READERS = EnumSet.of(Role.COUNTY, Role.CITY, Role.PROVINCE, Role.ADMIN, Role.AUDITOR);

    private RegistryRights() {
    }

    /** Refuses whoever does not read the registry at all. */
    public static void requireReader(Actor actor) {
        if (!READERS.contains(actor.role())) {
            throw Refusal.forbidden("registry.staff-only");
        }
    }

    /** Refuses whoever does not keep a registry. */
    public static void requireKeeper(Actor actor) {
        if (!keeps(actor)) {
            throw Refusal.forbidden("registry.keepers-only");
        }
    }

    /** Refuses whoever does not keep what belongs to the whole province. */
    public static void requirePlatform(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("registry.platform-only");
        }
    }

    /** Whether the actor keeps units, of its city or of all. */
    public static boolean keeps(Actor actor) {
        return actor.role() == Role.ADMIN && actor.area().endsWith("00");
    }

    static void requireSight(Actor actor, ReportingUnit unit) {
        requireReader(actor);
        if (!covers(actor, unit.countyCode())) {
            throw Refusal.forbidden("registry.other-area", unit.name());
        }
    }

    static void requireKeeper(Actor actor, ReportingUnit unit) {
        requireKeeper(actor);
        requireSight(actor, unit);
    }

    static boolean covers(Actor actor, String countyCode) {
        return countyCode.startsWith(prefix(actor.area()));
    }

    /** What the codes of an area's regions begin with: {@code 4301} for {@code 430100}. */
    public static String prefix(String area) {
        return area.endsWith("0000") ? area.substring(0, 2) : area.endsWith("00") ? area.substring(0, 4) : area;
    }
}
