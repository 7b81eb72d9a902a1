package org.zhibao.certificate.web;

import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfig.CertificateVerification;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.zhibao.certificate.AcceptedIssuers;

/**
 * Opens a second TLS connector beside the first, with the same key, that asks for a client certificate and takes any or
 * none: what it counts for is judged with each request. {@code zhibao.certificates.port} says where.
 */
@Component
public class ClientCertificateConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int port;
    private final String bundleName;
    private final SslBundles bundles;
    private final ObjectProvider<AcceptedIssuers> issuers;

    ClientCertificateConnector(@Value("${zhibao.certificates.port:-1}") int port,
                               @Value("${server.ssl.bundle:}") String bundleName, SslBundles bundles,
                               ObjectProvider<AcceptedIssuers> issuers) {
        this.port = port;
        this.bundleName = bundleName;
        this.bundles = bundles;
        this.issuers = issuers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (port < 0) {
            return;
        }
        if (bundleName.isEmpty()) {
            throw new IllegalStateException("zhibao.certificates.port needs TLS: start with the profile tls");
        }
        Connector connector = connector(port, bundles.getBundle(bundleName),
                new AnyClientCertificate(issuers.stream().flatMap(all -> all.all().stream()).toList()));
        factory.getTomcatConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
        connector.setPort(port);
        factory.addAdditionalTomcatConnectors(connector);
    }

    /** A connector that asks for a certificate; a new key of the bundle is taken up without a restart. */
    private Connector connector(int at, SslBundle bundle, AnyClientCertificate trust) {
        Connector connector = connector(bundle, trust);
        connector.setPort(at);
        bundles.addBundleUpdateHandler(bundleName, renewed ->
                ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).addSslHostConfig(host(renewed, trust), true));
        return connector;
    }

    static Connector connector(SslBundle bundle, AnyClientCertificate trust) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setScheme("https");
        connector.setSecure(true);
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(host(bundle, trust));
        return connector;
    }

    private static SSLHostConfig host(SslBundle bundle, AnyClientCertificate trust) {
        SSLHostConfig host = new SSLHostConfig();
        host.setHostName("_default_");
        host.setCertificateVerification(CertificateVerification.OPTIONAL.name());
        SslOptions options = bundle.getOptions();
        if (options.getEnabledProtocols() != null) {
            host.setProtocols(String.join("+", options.getEnabledProtocols()));
        }
        if (options.getCiphers() != null) {
            host.setCiphers(StringUtils.arrayToCommaDelimitedString(options.getCiphers()));
        }
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new BundleContext(bundle, List.of(trust)));
        host.addCertificate(certificate);
        return host;
    }
}
