package org.zhibao.certificate.web;

import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.apache.tomcat.util.net.SSLContext;
import org.springframework.boot.ssl.SslBundle;

/** The key of a bundle together with trust managers of ours, as Tomcat wants it. */
class BundleContext implements SSLContext {

    private final javax.net.ssl.SSLContext context;
    private final KeyManager[] keys;
    private final List<? extends X509TrustManager> trust;

    BundleContext(SslBundle bundle, List<? extends X509TrustManager> trust) {
        try {
            this.keys = bundle.getManagers().getKeyManagers();
            this.trust = trust;
            this.context = javax.net.ssl.SSLContext.getInstance("TLS");
            this.context.init(keys, trust.toArray(TrustManager[]::new), null);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void init(KeyManager[] given, TrustManager[] trusted, SecureRandom random) throws KeyManagementException {
        context.init(given, trusted, random);
    }

    @Override
    public void destroy() {
        // nothing is held open
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return Stream.of(keys).filter(X509KeyManager.class::isInstance).map(X509KeyManager.class::cast)
                .map(manager -> manager.getCertificateChain(alias)).filter(chain -> chain != null).findFirst().orElse(null);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.stream().flatMap(manager -> Stream.of(manager.getAcceptedIssuers())).toArray(X509Certificate[]::new);
    }
}
