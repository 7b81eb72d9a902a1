package org.zhibao.certificate;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate made in a test, with its key: whatever a stranger could make, too. */
public record MadeCertificate(PrivateKey key, X509Certificate certificate) {

    /** One that signs itself, good for a day. */
    public static MadeCertificate selfSigned(String subject) {
        return made(subject, null, EllipticKeys.serial(), Instant.now().minusSeconds(60),
                Instant.now().plus(Duration.ofDays(1)), KeyPurposeId.id_kp_clientAuth, false);
    }

    /** The root of another authority. */
    static MadeCertificate root(String name) {
        return made(name, null, EllipticKeys.serial(), Instant.now().minusSeconds(60),
                Instant.now().plus(Duration.ofDays(1)), null, true);
    }

    /** A certificate of it. */
    MadeCertificate signs(String subject, Instant from, Instant to, KeyPurposeId purpose) {
        return made(subject, this, EllipticKeys.serial(), from, to, purpose, false);
    }

    public MadeCertificate signs(String subject) {
        return signs(subject, Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(1)),
                KeyPurposeId.id_kp_clientAuth);
    }

    /** Good from {@code begins} until {@code ends} from now; negative for before. */
    public MadeCertificate signs(String subject, Duration begins, Duration ends) {
        return signs(subject, Instant.now().plus(begins), Instant.now().plus(ends), KeyPurposeId.id_kp_clientAuth);
    }

    /** Another authority's, so to speak: the same names and number as a true one, signed by nobody we know. */
    public static MadeCertificate claiming(X509Certificate copied) {
        try {
            KeyPair pair = EllipticKeys.pair();
            return new MadeCertificate(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(
                    new JcaX509v3CertificateBuilder(X500Name.getInstance(copied.getIssuerX500Principal().getEncoded()),
                            copied.getSerialNumber(), copied.getNotBefore(), copied.getNotAfter(),
                            X500Name.getInstance(copied.getSubjectX500Principal().getEncoded()), pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MadeCertificate made(String subject, MadeCertificate issuer, BigInteger serial, Instant from,
                                        Instant to, KeyPurposeId purpose, boolean authority) {
        try {
            KeyPair pair = EllipticKeys.pair();
            X500Name name = new X500Name(subject);
            X500Name by = issuer == null ? name
                    : X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(by, serial, Date.from(from),
                    Date.from(to), name, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            return new MadeCertificate(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(issuer == null ? pair.getPrivate()
                            : issuer.key))));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
