package org.zhibao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Service;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.AuditTrail.Deed;

/** Stands where people come in: asks the {@link EntryRules} and writes into the trail whom they keep out. */
@Service
public class EntryGate {

    private static final Duration SAID = Duration.ofMinutes(10);
    private static final int MOST_SAID = 10_000;

    private final EntryRules rules;
    private final AuditTrail audit;
    private final Clock clock;
    private final ConcurrentMap<String, Instant> said = new ConcurrentHashMap<>();

    EntryGate(EntryRules rules, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why the person is not let in with this request, which then is on record; empty if it is let in. */
    public Optional<EntryProblem> problem(Actor actor, HttpServletRequest request) {
        Optional<EntryProblem> problem = rules.problem(actor, request);
        problem.filter(found -> news(actor, found, request)).ifPresent(found -> audit.refused(actor.who(),
                request.getRemoteAddr(), new Deed("ENTER", "account/" + actor.userId(), "certificate: " + found.key())));
        return problem;
    }

    /** Whether the request comes from the private network. */
    public boolean inside(HttpServletRequest request) {
        return rules.inside(request);
    }

    /** When the certificate ends with which the request's session was opened; empty without one. */
    public Optional<Instant> certificateEnds(HttpServletRequest request) {
        return rules.certificateEnds(request);
    }

    /** A program that asks again and again is on record once in ten minutes. */
    private boolean news(Actor actor, EntryProblem problem, HttpServletRequest request) {
        Instant now = clock.instant();
        if (said.size() > MOST_SAID) {
            said.values().removeIf(at -> at.plus(SAID).isBefore(now));
        }
        String what = actor.userId() + " " + problem + " " + request.getRemoteAddr();
        Instant last = said.put(what, now);
        if (last != null && now.isBefore(last.plus(SAID))) {
            said.put(what, last);
            return false;
        }
        return true;
    }
}
