package org.zhibao.certificate;

import java.security.cert.X509Certificate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** Takes certificates that another authority has issued, if the settings trust one: each is one account's from then on. */
@Service
@Transactional
public class Registration {

    private final OtherAuthority other;
    private final CertificateStore store;
    private final Certificates certificates;
    private final AuditTrail audit;

    Registration(OtherAuthority other, CertificateStore store, Certificates certificates, AuditTrail audit) {
        this.other = other;
        this.store = store;
        this.certificates = certificates;
        this.audit = audit;
    }

    /** Whether another authority is trusted. */
    public boolean open() {
        return !other.issuers().isEmpty();
    }

    /**
     * Binds a certificate to an account.
     *
     * @param file the certificate, as DER or PEM
     */
    public void register(String userId, byte[] file, Actor actor) {
        Actor owner = certificates.owner(userId, actor);
        X509Certificate certificate = other.accepted(file);
        Identity identity = Identity.of(certificate);
        store.lock(owner.userId());
        if (store.taken(identity)) {
            throw Refusal.field("file", "certificate.registered-already");
        }
        long id = store.add(new CertificateStore.Entry(identity, Identity.name(certificate.getSubjectX500Principal()),
                owner.userId(), true, certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(), null),
                actor.who());
        audit.record(actor.who(), "REGISTER_CERTIFICATE", Certificates.subject(id),
                Certificates.told(store.byId(id).orElseThrow()));
    }
}
