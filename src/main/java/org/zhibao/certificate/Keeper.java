package org.zhibao.certificate;

import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/** Who keeps certificates: administrators, each those of the accounts of the own area (W18, W23). */
final class Keeper {

    private Keeper() {
    }

    static void require(Actor actor) {
        if (actor.role() != Role.ADMIN) {
            throw Refusal.forbidden("certificate.administrators-only");
        }
    }

    static void require(Actor actor, String area) {
        require(actor);
        if (!area.startsWith(prefix(actor))) {
            throw Refusal.forbidden("certificate.other-area");
        }
    }

    /** {@code 4301} for {@code 430100}: how the codes of its area begin. */
    static String prefix(Actor actor) {
        return actor.area().replaceFirst("(00){1,2}$", "");
    }
}
