package org.zhibao.change.web;

import org.zhibao.refusal.Refusal;

/** What a city decided, which must be said. */
final class Decided {

    private Decided() {
    }

    static boolean require(Boolean confirmed) {
        if (confirmed == null) {
            throw Refusal.field("confirmed", "change.decision-missing");
        }
        return confirmed;
    }
}
