package org.zhibao.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;

/** Another certificate authority, known by its roots: which certificates of its may be registered here. */
@Component
class OtherAuthority {

    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final int MOST_BYTES = 20_000;
    private static final int SHORTEST_RSA = 2048;

    private final List<X509Certificate> issuers;
    private final Clock clock;

    @Autowired
    OtherAuthority(CertificateSettings settings, Clock clock) {
        this(settings.roots() == null ? List.of() : read(settings.roots()), clock);
    }

    OtherAuthority(List<X509Certificate> issuers, Clock clock) {
        this.issuers = List.copyOf(issuers);
        this.clock = clock;
    }

    /** Its roots and what is between. */
    List<X509Certificate> issuers() {
        return issuers;
    }

    /** The certificate in a file, if it is good for signing in today and leads to one of the roots. */
    X509Certificate accepted(byte[] file) {
        X509Certificate certificate = certificate(file);
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException over) {
            throw Refusal.field("file", "certificate.file.not-now");
        }
        if (!forSigningIn(certificate)) {
            throw Refusal.field("file", "certificate.file.purpose");
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(path(certificate));
        } catch (GeneralSecurityException untrusted) {
            throw Refusal.field("file", "certificate.file.foreign");
        }
        return certificate;
    }

    private static X509Certificate certificate(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw Refusal.field("file", "certificate.file.unreadable");
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(file));
        } catch (CertificateException unreadable) {
            throw Refusal.field("file", "certificate.file.unreadable");
        }
    }

    private static boolean forSigningIn(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            boolean[] usage = certificate.getKeyUsage();
            boolean strong = !(certificate.getPublicKey() instanceof RSAKey rsa)
                    || rsa.getModulus().bitLength() >= SHORTEST_RSA;
            return strong && certificate.getBasicConstraints() < 0 && (usage == null || usage[0])
                    && (purposes == null || purposes.contains(CLIENT_AUTH));
        } catch (CertificateException malformed) {
            return false;
        }
    }

    private PKIXBuilderParameters path(X509Certificate certificate) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        Set<TrustAnchor> roots = issuers.stream()
                .filter(one -> one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(
                Stream.concat(issuers.stream(), Stream.of(certificate)).toList())));
        parameters.setDate(Date.from(clock.instant()));
        // whom that authority revokes is revoked here, too, by who keeps certificates
        parameters.setRevocationEnabled(false);
        return parameters;
    }

    @SuppressWarnings("unchecked")
    private static List<X509Certificate> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            Collection<?> found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IllegalStateException("zhibao.certificates.roots: there is no certificate in " + file);
            }
            return List.copyOf((Collection<X509Certificate>) found);
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalStateException("zhibao.certificates.roots: " + file + " cannot be read", unreadable);
        }
    }
}
