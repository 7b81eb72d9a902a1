package org.zhibao.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;

/** Issues, renews, hands out and revokes certificates for accounts of the keeper's area (W18, W23). */
@Service
@Transactional
public class Certificates {

    /** A new certificate and the password of its package, told once. */
    public record Issued(ClientCertificate certificate, String password) {
    }

    /** A package to take away, with the name of its file. */
    public record Download(String fileName, byte[] content) {
    }

    public static final int SHORTEST_REASON = 4;
    public static final int LONGEST_REASON = 200;

    private final CertificateAuthority authority;
    private final CertificateStore store;
    private final Accounts accounts;
    private final Keeper keeper;
    private final AuditTrail audit;
    private final Duration life;

    Certificates(CertificateAuthority authority, CertificateStore store, Accounts accounts, Keeper keeper,
                 AuditTrail audit, CertificateSettings settings) {
        this.authority = authority;
        this.store = store;
        this.accounts = accounts;
        this.keeper = keeper;
        this.audit = audit;
        this.life = Duration.ofDays(settings.days());
    }

    /** Whether there is an authority of ours to issue any. */
    public boolean open() {
        return authority.certificate().isPresent();
    }

    /** Issues one to an account that has none that still counts. */
    public Issued issue(String userId, Actor actor) {
        Actor owner = owner(userId, actor);
        store.lock(owner.userId());
        requireNone(owner);
        return issued(owner, actor.who(), KeyPackage.password());
    }

    /** Issues one that follows another which ends soon; that one counts until its end. */
    public Issued renew(long id, Actor actor) {
        ClientCertificate old = require(id, actor);
        Actor owner = owner(old.userId(), actor);
        store.lock(owner.userId());
        if (!require(id, actor).renewable()) {
            throw Refusal.conflict("certificate.not-renewable");
        }
        Issued issued = issued(owner, actor.who(), KeyPackage.password());
        store.renewed(id, issued.certificate().id());
        return issued;
    }

    /** Gives the key of a new certificate to who keeps it or whose it is, once; it is kept nowhere afterwards. */
    public Download download(long id, Actor actor) {
        ClientCertificate certificate = store.byId(id).orElseThrow(() -> Refusal.notFound("certificate.unknown"));
        if (!certificate.userId().equals(actor.userId())) {
            keeper.require(actor, certificate.area(), certificate.role());
        }
        byte[] content = store.takePackage(id).orElseThrow(() -> Refusal.conflict("certificate.fetched"));
        audit.record(actor.who(), "FETCH_CERTIFICATE", subject(id), told(certificate));
        return new Download(certificate.userId() + ".p12", content);
    }

    /** From now on it counts no more; sessions opened with it end with their next request. */
    public void revoke(long id, Revocation why, String reason, Actor actor) {
        ClientCertificate certificate = require(id, actor);
        String said = Texts.line("reason", reason, SHORTEST_REASON, LONGEST_REASON, "certificate.reason");
        if (!certificate.revocable()) {
            throw Refusal.conflict("certificate.over-already");
        }
        revoke(certificate, why, said, actor.who());
    }

    /** Revokes what an account still has. */
    void revokeAll(String userId, Revocation why, String reason, AuditTrail.Who by) {
        store.of(userId).stream().filter(ClientCertificate::revocable).forEach(one -> revoke(one, why, reason, by));
    }

    /** Revokes one because what it was issued for has ended. */
    void end(long id, Revocation why, String reason, AuditTrail.Who by) {
        store.byId(id).filter(ClientCertificate::revocable).ifPresent(one -> revoke(one, why, reason, by));
    }

    /** Issues one whose package has a given password. */
    Issued issued(Actor owner, AuditTrail.Who by, String password) {
        try {
            KeyPair pair = EllipticKeys.pair();
            X509Certificate certificate = authority.issue(owner.userId(), pair.getPublic(), life);
            byte[] content = KeyPackage.of(owner.userId(), pair.getPrivate(),
                    List.of(certificate, authority.certificate().orElseThrow()), password);
            long id = store.add(new CertificateStore.Entry(Identity.of(certificate),
                    Identity.name(certificate.getSubjectX500Principal()), owner.userId(), false,
                    certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(), content), by);
            ClientCertificate issued = store.byId(id).orElseThrow();
            audit.record(by, "ISSUE_CERTIFICATE", subject(id), told(issued));
            return new Issued(issued, password);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The enabled account of the keeper's area that is to get one. */
    Actor owner(String userId, Actor actor) {
        keeper.roles(actor);
        Actor owner = accounts.actor(userId == null ? "" : userId.strip())
                .orElseThrow(() -> Refusal.field("userId", "certificate.no-account", String.valueOf(userId)));
        keeper.require(actor, owner.area(), owner.role());
        return owner;
    }

    private void requireNone(Actor owner) {
        store.of(owner.userId()).stream().filter(ClientCertificate::revocable).findFirst().ifPresent(there -> {
            throw Refusal.field("userId", "certificate.has-one", owner.name());
        });
    }

    private ClientCertificate require(long id, Actor actor) {
        keeper.roles(actor);
        ClientCertificate certificate = store.byId(id).orElseThrow(() -> Refusal.notFound("certificate.unknown"));
        keeper.require(actor, certificate.area(), certificate.role());
        return certificate;
    }

    private void revoke(ClientCertificate certificate, Revocation why, String reason, AuditTrail.Who by) {
        if (store.revoke(certificate.id(), why, reason, by)) {
            audit.record(by, "REVOKE_CERTIFICATE", subject(certificate.id()), told(certificate) + "; " + why + ": "
                    + reason);
        }
    }

    static String subject(long id) {
        return "certificate/" + id;
    }

    static String told(ClientCertificate certificate) {
        return certificate.userId() + "; " + certificate.issuer() + "; " + certificate.serial();
    }
}
