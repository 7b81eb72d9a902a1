package org.zhibao.account.web;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.zhibao.account.Sessions;
import org.zhibao.audit.Sha256;

/** The sessions in the database, by who has signed in. */
@Component
class SharedSessions implements Sessions {

    static final String SIGNED_IN_AT = "zhibao.signedInAt";
    static final String ADDRESS = "zhibao.address";
    static final String AGENT = "zhibao.agent";

    private static final int HANDLE_LENGTH = 32;

    private final FindByIndexNameSessionRepository<?> sessions;

    SharedSessions(FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Session> of(String userId) {
        return sessions.findByPrincipalName(userId).values().stream().filter(s -> !s.isExpired())
                .map(SharedSessions::session).sorted(Comparator.comparing(Session::lastUsed).reversed()).toList();
    }

    @Override
    public void end(String userId) {
        sessions.findByPrincipalName(userId).keySet().forEach(sessions::deleteById);
    }

    @Override
    public boolean end(String userId, String handle) {
        List<String> found = sessions.findByPrincipalName(userId).keySet().stream()
                .filter(id -> handle(id).equals(handle)).toList();
        found.forEach(sessions::deleteById);
        return !found.isEmpty();
    }

    /** The handle of a request's own session. */
    static String handle(HttpSession session) {
        return session == null ? "" : handle(session.getId());
    }

    private static Session session(org.springframework.session.Session found) {
        Instant since = found.getAttribute(SIGNED_IN_AT);
        return new Session(handle(found.getId()), found.getAttributeOrDefault(ADDRESS, ""),
                found.getAttributeOrDefault(AGENT, ""), since == null ? found.getCreationTime() : since,
                found.getLastAccessedTime());
    }

    private static String handle(String id) {
        return Sha256.of(id.getBytes(StandardCharsets.UTF_8)).substring(0, HANDLE_LENGTH);
    }
}
