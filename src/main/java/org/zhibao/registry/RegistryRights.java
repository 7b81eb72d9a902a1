package org.zhibao.registry;

import java.util.EnumSet;
import java.util.Set;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/**
 * Who reads and who keeps the registry: staff, auditors and the service desk read their own area, a group company its
 * subsidiaries (W38); an administrator keeps the units of its city, one of the province all units and the regions.
 */
public final class RegistryRights {

    private static final Set<Role> READERS = EnumSet.of(Role.COUNTY, Role.CITY, Role.PROVINCE, Role.ADMIN, Role.AUDITOR,
            Role.SUPPORT);

    private RegistryRights() {
    }

    /** Refuses whoever does not read the registry at all. */
    public static void requireReader(Actor actor) {
        if (!READERS.contains(actor.role())) {
            throw Refusal.forbidden("registry.staff-only");
        }
    }

    /** Refuses whoever reads no units: those of an area, or of a group company. */
    static void requireReaderOfUnits(Actor actor) {
        if (actor.role() != Role.GROUP) {
            requireReader(actor);
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
        requireReaderOfUnits(actor);
        boolean sees = actor.role() == Role.GROUP
                ? actor.groupCode() != null && unit.groupCode().filter(actor.groupCode()::equals).isPresent()
                : covers(actor, unit.countyCode());
        if (!sees) {
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
