package org.zhibao.suspension.web;

import org.zhibao.refusal.Refusal;

/** What a city found, which must be said. */
final class Decided {

    private Decided() {
    }

    static boolean require(Boolean accepted) {
        if (accepted == null) {
            throw Refusal.field("accepted", "suspension.decision-missing");
        }
        return accepted;
    }
}
