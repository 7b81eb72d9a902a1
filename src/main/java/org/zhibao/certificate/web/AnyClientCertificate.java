package org.zhibao.certificate.web;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client certificate pass, once its owner has proven to hold the key: whoever shows one that has ended or was
 * revoked, or a foreign one, is to read why it does not count, and not to see a connection break. It gives no rights;
 * those are judged by our table with each request.
 */
class AnyClientCertificate extends X509ExtendedTrustManager {

    private final List<X509Certificate> issuers;

    AnyClientCertificate(List<X509Certificate> issuers) {
        this.issuers = List.copyOf(issuers);
    }

    /** Whose certificates the browser is to offer. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.toArray(X509Certificate[]::new);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        // passes
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        // passes
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        // passes
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("for servers only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("for servers only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("for servers only");
    }
}
