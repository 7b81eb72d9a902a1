package org.zhibao.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Actor;

/** Certificates of our authority with whatever validity a test needs, entered in the table like any other. */
public final class IssuedForTest {

    private final CertificateAuthority authority;
    private final CertificateStore store;
    private final TransactionTemplate transaction;

    public IssuedForTest(ApplicationContext application) {
        this.authority = application.getBean(CertificateAuthority.class);
        this.store = application.getBean(CertificateStore.class);
        this.transaction = application.getBean(TransactionTemplate.class);
    }

    /** Good from {@code begins} until {@code ends} from now; negative for before. */
    public MadeCertificate to(Actor owner, Duration begins, Duration ends) {
        try {
            KeyPair pair = EllipticKeys.pair();
            X509Certificate certificate = authority.issue(owner.userId(), pair.getPublic(), Instant.now().plus(begins),
                    Instant.now().plus(ends));
            transaction.executeWithoutResult(status -> store.add(new CertificateStore.Entry(Identity.of(certificate),
                    "CN=" + owner.userId(), owner.userId(), false, certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(), null), owner.who()));
            return new MadeCertificate(pair.getPrivate(), certificate);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One that counts today. */
    public MadeCertificate to(Actor owner) {
        return to(owner, Duration.ofMinutes(-5), Duration.ofDays(90));
    }

    public long id(MadeCertificate certificate) {
        return store.find(Identity.of(certificate.certificate())).orElseThrow().id();
    }

    public void revoke(MadeCertificate certificate, Actor by) {
        transaction.executeWithoutResult(status -> store.revoke(id(certificate), Revocation.KEY_COMPROMISE,
                "在火车上遗失", by.who()));
    }
}
