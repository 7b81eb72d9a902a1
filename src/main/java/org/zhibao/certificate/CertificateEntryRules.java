package org.zhibao.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.EntryProblem;
import org.zhibao.account.EntryRules;
import org.zhibao.account.Role;

/**
 * Inside the private network a password is enough. From outside staff need a certificate of their own as well, with each
 * request, and enterprises if the settings say so. A session that was opened with a certificate ends with it, wherever it
 * goes on.
 */
@Component
class CertificateEntryRules implements EntryRules {

    /** With which certificate a session was opened. */
    private record Opened(long id, Instant ends) implements Serializable {
    }

    private static final String OPENED = CertificateEntryRules.class.getName() + ".opened";

    private final Zones zones;
    private final CertificateStore store;
    private final ZoneSettings settings;
    private final String header;

    CertificateEntryRules(Zones zones, CertificateStore store, ZoneSettings settings, CertificateSettings certificates) {
        this.zones = zones;
        this.store = store;
        this.settings = settings;
        this.header = certificates.header();
    }

    @Override
    public Optional<EntryProblem> problem(Actor actor, HttpServletRequest request) {
        Optional<EntryProblem> over = opened(request).flatMap(opened -> store.byId(opened.id()))
                .flatMap(certificate -> problem(certificate, actor));
        if (over.isPresent()) {
            return over;
        }
        boolean free = actor.role() == Role.ENTERPRISE && !settings.enterprisesNeedCertificate();
        return free || inside(request) ? Optional.empty() : shown(actor, request);
    }

    @Override
    public boolean inside(HttpServletRequest request) {
        return zones.inside(request);
    }

    @Override
    public Optional<Instant> certificateEnds(HttpServletRequest request) {
        return opened(request).map(Opened::ends);
    }

    /** Remembers with which certificate a session begins, if it is one that counts for this person. */
    void opens(Actor actor, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(OPENED);
            known(request).filter(certificate -> problem(certificate, actor).isEmpty()).ifPresent(certificate ->
                    session.setAttribute(OPENED, new Opened(certificate.id(), certificate.validTo())));
        }
    }

    private Optional<EntryProblem> shown(Actor actor, HttpServletRequest request) {
        if (!PresentedCertificate.of(request, header).there()) {
            return Optional.of(EntryProblem.MISSING);
        }
        return known(request).map(certificate -> problem(certificate, actor))
                .orElse(Optional.of(EntryProblem.FOREIGN));
    }

    private Optional<ClientCertificate> known(HttpServletRequest request) {
        return Optional.ofNullable(PresentedCertificate.of(request, header).certificate()).map(Identity::of)
                .flatMap(store::find);
    }

    private static Optional<EntryProblem> problem(ClientCertificate certificate, Actor actor) {
        return switch (certificate.state()) {
            case REVOKED -> Optional.of(EntryProblem.REVOKED);
            case EXPIRED -> Optional.of(EntryProblem.EXPIRED);
            case EARLY -> Optional.of(EntryProblem.EARLY);
            case VALID, ENDING -> certificate.userId().equals(actor.userId()) ? Optional.empty()
                    : Optional.of(EntryProblem.OTHER);
        };
    }

    private static Optional<Opened> opened(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(OPENED) instanceof Opened opened ? Optional.of(opened)
                : Optional.empty();
    }
}
