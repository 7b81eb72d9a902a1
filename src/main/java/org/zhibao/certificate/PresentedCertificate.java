package org.zhibao.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * What a request shows in the way of a certificate: the one with whose key the TLS connection was made, or the one that a
 * proxy of ours hands on in a header.
 *
 * @param there       whether it shows anything
 * @param certificate null if there is nothing, or nothing that can be read
 */
record PresentedCertificate(boolean there, X509Certificate certificate) {

    private static final String OF_CONNECTION = "jakarta.servlet.request.X509Certificate";
    private static final PresentedCertificate NONE = new PresentedCertificate(false, null);

    /** @param header the header that proxies of ours set; empty if none is believed */
    static PresentedCertificate of(HttpServletRequest request, String header) {
        if (request.getAttribute(OF_CONNECTION) instanceof X509Certificate[] chain && chain.length > 0) {
            return new PresentedCertificate(true, chain[0]);
        }
        if (header.isEmpty() || !Zones.byProxy(request)) {
            return NONE;
        }
        String value = request.getHeader(header);
        return value == null || value.isBlank() ? NONE : parsed(value.strip());
    }

    /** As RFC 9440 has it ({@code :base64:}), or PEM, percent-encoded (nginx) or with its lines in one (Apache). */
    private static PresentedCertificate parsed(String value) {
        try {
            String base64 = value.startsWith(":") ? value.replace(":", "")
                    : (value.contains("%") ? URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.US_ASCII) : value)
                            .replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return new PresentedCertificate(true, (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(base64))));
        } catch (IllegalArgumentException | CertificateException unreadable) {
            return new PresentedCertificate(true, null);
        }
    }
}
