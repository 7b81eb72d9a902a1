package org.zhibao.workflow;

import org.springframework.stereotype.Component;
import org.zhibao.account.Accounts;

/** The names of those whom the engine knows by their sign-in names. */
@Component
class PersonNames {

    private final Accounts accounts;

    PersonNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The name on screen; the sign-in name if there is no such account, empty for nobody. */
    String of(String userId) {
        return userId == null ? "" : accounts.name(userId).orElse(userId);
    }
}
