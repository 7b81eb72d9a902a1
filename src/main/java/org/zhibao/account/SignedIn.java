package org.zhibao.account;

import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The principal of a session or request: an actor whose password has been verified.
 *
 * @param passwordSetAt when that password was set; a session ends when another one is
 */
public record SignedIn(Actor actor, Instant passwordSetAt) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return actor.userId();
    }
}
