package org.zhibao.account;

import java.util.EnumSet;
import java.util.Set;
import org.zhibao.refusal.Refusal;

/** Whose accounts a person keeps: the system administrator all, a manager those of the own area, the service desk helps. */
final class AccountRights {

    /** 三员: none of them alone makes one of them. */
    static final Set<Role> SEPARATED = EnumSet.of(Role.ADMIN, Role.SECURITY, Role.AUDITOR);

    private AccountRights() {
    }

    /** The accounts a person may look at; nobody else's are found. */
    static Set<Role> listed(Actor actor) {
        return switch (actor.role()) {
            case ADMIN -> EnumSet.allOf(Role.class);
            case SUPPORT -> EnumSet.of(Role.ENTERPRISE);
            case SECURITY, AUDITOR -> SEPARATED;
            default -> throw Refusal.forbidden("account.administrators-only");
        };
    }

    /** The accounts a person creates, changes and takes out of use. */
    static Set<Role> kept(Actor actor) {
        if (actor.role() != Role.ADMIN) {
            return EnumSet.noneOf(Role.class);
        }
        return actor.administersPlatform() ? EnumSet.allOf(Role.class)
                : actor.area().endsWith("00") ? EnumSet.of(Role.ENTERPRISE, Role.COUNTY, Role.CITY)
                : EnumSet.of(Role.ENTERPRISE, Role.COUNTY);
    }

    /** The accounts a person takes out of use: beside the own ones, a security administrator those of the other two. */
    static Set<Role> stopped(Actor actor) {
        return actor.role() == Role.SECURITY ? EnumSet.of(Role.ADMIN, Role.AUDITOR) : kept(actor);
    }

    /** The accounts whose password a person resets and whose locks it lifts. */
    static Set<Role> helped(Actor actor) {
        return actor.role() == Role.SUPPORT ? EnumSet.of(Role.ENTERPRISE) : kept(actor);
    }

    /** Refuses with 403 who makes no accounts of enterprises. */
    static void requireIssuer(Actor actor) {
        if (!kept(actor).contains(Role.ENTERPRISE)) {
            throw Refusal.forbidden("account.administrators-only");
        }
    }

    /** Refuses with 403 an account outside the actor's area, or one of a role it has no say over. */
    static void require(Set<Role> roles, Actor subject, Actor actor) {
        listed(actor);
        if (!subject.area().startsWith(actor.areaPrefix())) {
            throw Refusal.forbidden("account.other-area");
        }
        if (!roles.contains(subject.role())) {
            throw Refusal.forbidden("account.not-your-keeping");
        }
    }
}
