package org.zhibao.account;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The principal of a session or request: an actor whose password has been verified. */
public record SignedIn(Actor actor) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return actor.userId();
    }
}
