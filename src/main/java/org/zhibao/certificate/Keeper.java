package org.zhibao.certificate;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhibao.account.AccountAdministration;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/** Who keeps certificates: whoever keeps the accounts they belong to, each in the own area (W18, W23). */
@Component
class Keeper {

    private final AccountAdministration accounts;

    Keeper(AccountAdministration accounts) {
        this.accounts = accounts;
    }

    /** The roles whose certificates an actor keeps; refused with 403 if there are none. */
    Set<Role> roles(Actor actor) {
        Set<Role> kept = accounts.kept(actor);
        if (kept.isEmpty()) {
            throw Refusal.forbidden("certificate.administrators-only");
        }
        return kept;
    }

    void require(Actor actor, String area, Role role) {
        Set<Role> kept = roles(actor);
        if (!area.startsWith(actor.areaPrefix())) {
            throw Refusal.forbidden("certificate.other-area");
        }
        if (!kept.contains(role)) {
            throw Refusal.forbidden("certificate.not-your-keeping");
        }
    }
}
