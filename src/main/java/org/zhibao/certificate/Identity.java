package org.zhibao.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import org.zhibao.audit.Sha256;

/**
 * By what a certificate is told from all others.
 *
 * @param issuer      the issuer's name as in RFC 2253, at most 500 characters
 * @param serial      lower-case hex
 * @param fingerprint SHA-256 of the whole: another certificate that only claims issuer and serial has another one
 */
record Identity(String issuer, String serial, String fingerprint) {

    private static final int LONGEST_NAME = 500;

    static Identity of(X509Certificate certificate) {
        try {
            return new Identity(name(certificate.getIssuerX500Principal()), certificate.getSerialNumber().toString(16),
                    Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }

    static String name(X500Principal principal) {
        String name = principal.getName(X500Principal.RFC2253);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
