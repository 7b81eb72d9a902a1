package org.zhibao.certificate.web;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.zhibao.certificate.AcceptedIssuers;
import org.zhibao.certificate.MadeCertificate;

/** The connector that asks for certificates, opened on a running application for as long as a test needs it. */
public final class CertificateConnector implements AutoCloseable {

    private static final String PASSWORD = "for-this-test-only";

    private final TomcatWebServer server;
    private final Connector connector;

    public CertificateConnector(WebServer server, AcceptedIssuers issuers) throws Exception {
        MadeCertificate made = MadeCertificate.selfSigned("CN=localhost");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", made.key(), PASSWORD.toCharArray(), new X509Certificate[] {made.certificate()});
        this.server = (TomcatWebServer) server;
        this.connector = ClientCertificateConnector.connector(SslBundle.of(SslStoreBundle.of(keys, PASSWORD, null)),
                new AnyClientCertificate(List.copyOf(issuers.all())));
        connector.setPort(0);
        this.server.getTomcat().getService().addConnector(connector);
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        server.getTomcat().getService().removeConnector(connector);
    }
}
