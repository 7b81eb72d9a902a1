package org.zhibao.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.PortalAddress;

/** Our own certificate authority, if the settings give it a password: signs certificates and the list of revoked ones. */
@Component
class CertificateAuthority {

    static final String SIGNATURE = "SHA256withECDSA";
    /** So much may other clocks be behind. */
    static final Duration SKEW = Duration.ofMinutes(5);
    /** Where the list of revoked certificates is published. */
    static final String LIST_PATH = "/certificates/ca.crl";

    private static final Duration LIST_LIFE = Duration.ofDays(7);

    private final AuthorityKeys keys;
    private final String listAddress;
    private final Clock clock;

    @Autowired
    CertificateAuthority(CertificateSettings settings, PortalAddress portal, Clock clock) {
        this(settings.authority().password().isEmpty() ? null : AuthorityKeys.at(settings.authority().location(),
                settings.authority().password().toCharArray(), clock.instant()), portal.of(LIST_PATH), clock);
    }

    CertificateAuthority(AuthorityKeys keys, String listAddress, Clock clock) {
        this.keys = keys;
        this.listAddress = listAddress;
        this.clock = clock;
    }

    /** Its own certificate; empty if there is no authority of ours. */
    Optional<X509Certificate> certificate() {
        return Optional.ofNullable(keys).map(AuthorityKeys::certificate);
    }

    /** A certificate for signing in, from now on; not longer than the authority's own. */
    X509Certificate issue(String userId, PublicKey key, Duration life) {
        X509Certificate authority = require().certificate();
        Instant now = clock.instant();
        Instant end = now.plus(life);
        Instant last = authority.getNotAfter().toInstant();
        if (!now.isBefore(last)) {
            throw Refusal.conflict("certificate.authority-ended");
        }
        return issue(userId, key, now.minus(SKEW), end.isBefore(last) ? end : last);
    }

    X509Certificate issue(String userId, PublicKey key, Instant from, Instant to) {
        try {
            X509Certificate authority = require().certificate();
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, userId)
                    .addRDN(BCStyle.O, "Zhibao").build();
            return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name(authority),
                    EllipticKeys.serial(), Date.from(from), Date.from(to), subject, key)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                    .addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
                    .addExtension(Extension.authorityKeyIdentifier, false,
                            extensions.createAuthorityKeyIdentifier(authority))
                    .addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                        new DistributionPoint(new DistributionPointName(new GeneralNames(new GeneralName(
                                GeneralName.uniformResourceIdentifier, listAddress))), null, null)}))
                    .build(signer()));
        } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The signed list of revoked certificates (RFC 5280), good for a week. */
    byte[] list(List<ClientCertificate> revoked) {
        try {
            Instant now = clock.instant();
            X509Certificate authority = require().certificate();
            X509v2CRLBuilder list = new X509v2CRLBuilder(name(authority), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(LIST_LIFE)));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            list.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority));
            revoked.forEach(one -> list.addCRLEntry(new BigInteger(one.serial(), 16),
                    Date.from(one.revokedAt()), one.revokedWhy().code()));
            return list.build(signer()).getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private AuthorityKeys require() {
        if (keys == null) {
            throw Refusal.conflict("certificate.no-authority");
        }
        return keys;
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE).build(keys.key());
    }

    private static X500Name name(X509Certificate authority) {
        return X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
    }
}
