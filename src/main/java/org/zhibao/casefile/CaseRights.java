package org.zhibao.casefile;

import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/** Who reads cases as a whole: auditors, each within its area, and administrators of the platform. */
public final class CaseRights {

    private CaseRights() {
    }

    /** Refuses everybody else with 403. */
    public static void require(Actor actor) {
        if (actor.role() != Role.AUDITOR && !actor.administersPlatform()) {
            throw Refusal.forbidden("case.not-your-role");
        }
    }
}
