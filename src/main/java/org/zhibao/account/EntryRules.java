package org.zhibao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** Decides by network and client certificate whether a person may come in (W18, W23). */
public interface EntryRules {

    /** Why the person is not let in with this request; empty if it is. */
    Optional<EntryProblem> problem(Actor actor, HttpServletRequest request);

    /** Whether the request comes from the private network. */
    boolean inside(HttpServletRequest request);

    /** When the certificate ends with which the request's session was opened; empty without one. */
    Optional<Instant> certificateEnds(HttpServletRequest request);
}
