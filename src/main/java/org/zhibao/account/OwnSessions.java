package org.zhibao.account;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** What a person sees of its own sessions, and ends. */
@Service
@Transactional
public class OwnSessions {

    private final Sessions sessions;
    private final AuditTrail audit;

    OwnSessions(Sessions sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Those of the actor, the last used first. */
    @Transactional(readOnly = true)
    public List<Sessions.Session> of(Actor actor) {
        return sessions.of(actor.userId());
    }

    /**
     * Ends one of them, but not the one that asks: that is what signing out is for.
     *
     * @param here the handle of the session that asks
     * @return how many have ended
     */
    public int end(String handle, String here, Actor actor) {
        if (handle.equals(here)) {
            throw Refusal.conflict("session.this-one");
        }
        if (!sessions.end(actor.userId(), handle)) {
            throw Refusal.notFound("session.unknown");
        }
        audit.record(actor.who(), "END_SESSION", "account/" + actor.userId(), "1");
        return 1;
    }

    /** Ends all but the one that asks; gives how many have ended. */
    public int endOthers(String here, Actor actor) {
        List<String> others = sessions.of(actor.userId()).stream().map(Sessions.Session::handle)
                .filter(handle -> !handle.equals(here)).toList();
        others.forEach(handle -> sessions.end(actor.userId(), handle));
        if (!others.isEmpty()) {
            audit.record(actor.who(), "END_SESSION", "account/" + actor.userId(), String.valueOf(others.size()));
        }
        return others.size();
    }
}
