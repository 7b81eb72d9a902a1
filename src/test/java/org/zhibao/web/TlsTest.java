package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.zhibao.certificate.MadeCertificate;
import org.zhibao.certificate.web.TlsCaller;

/** The profile {@code tls}, with a certificate made as the script for trying out makes it. */
class TlsTest {

    private static final String PASSWORD = "for-this-test-only";

    @TempDir
    private static Path directory;

    private static ServletWebServerApplicationContext server;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        Path keys = directory.resolve("zhibao.p12");
        ProcessBuilder script = new ProcessBuilder("./try-tls.sh", "--keys-only").redirectErrorStream(true);
        script.environment().put("ZHIBAO_TLS_KEYS", keys.toString());
        script.environment().put("ZHIBAO_TLS_PASSWORD", PASSWORD);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process made = script.start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain(PASSWORD);

        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("zhibao", store.getCertificate("zhibao"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
        server = SmallServer.start("--spring.profiles.active=tls", "--server.port=0",
                "--zhibao.certificates.port=0",
                "--spring.ssl.bundle.jks.zhibao.keystore.location=file:" + keys,
                "--spring.ssl.bundle.jks.zhibao.keystore.password=" + PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void todaysProtocolsAreSpokenForLocalhostWithACertificateThatFits(String protocol) throws IOException {
        String answer = ask(protocol);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("127.0.0.1 true localhost");
        assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie: "))).hasSize(3)
                .allMatch(cookie -> cookie.contains("; Secure"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "TLSv1"})
    void oldOnesAreNot(String protocol) {
        assertThatThrownBy(() -> ask(protocol)).isInstanceOf(IOException.class);
    }

    @Test
    void everyCipherHasForwardSecrecyAndAuthenticatedEncryption() throws IOException {
        try (SSLSocket socket = connected("TLSv1.2")) {
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theFirstConnectorAsksForNoCertificate() {
        assertThat(seen(server.getWebServer().getPort(), MadeCertificate.selfSigned("CN=shown"))).isEqualTo("");
    }

    @Test
    void theSecondTakesAnyAndNoneSoThatAPageCanSayWhatIsWrong() {
        MadeCertificate other = MadeCertificate.selfSigned("CN=another authority");
        assertThat(seen(second(), null)).isEqualTo("");
        assertThat(seen(second(), MadeCertificate.selfSigned("CN=self-signed"))).isEqualTo("CN=self-signed");
        assertThat(seen(second(), other.signs("CN=foreign"))).isEqualTo("CN=foreign");
        assertThat(seen(second(), other.signs("CN=ended", Duration.ofDays(-9), Duration.ofDays(-1)))).isEqualTo("CN=ended");
    }

    @Test
    void whoDoesNotHoldTheKeyOfACertificateCannotShowIt() {
        MadeCertificate stolen = new MadeCertificate(MadeCertificate.selfSigned("CN=thief").key(),
                MadeCertificate.selfSigned("CN=victim").certificate());
        assertThatThrownBy(() -> seen(second(), stolen)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "TLSv1"})
    void theSecondSpeaksTodaysProtocolsOnlyToo(String protocol) {
        assertThatThrownBy(() -> {
            try (SSLSocket socket = connected(protocol, second())) {
                socket.startHandshake();
            }
        }).isInstanceOf(IOException.class);
    }

    private static int second() {
        return ((TomcatWebServer) server.getWebServer()).getTomcat().getService().findConnectors()[1].getLocalPort();
    }

    private static String seen(int port, MadeCertificate shown) {
        return new TlsCaller(port, "127.0.0.1", shown).get("/seen").body().replaceFirst("127.0.0.1 true localhost ", "");
    }

    private static SSLSocket connected(String protocol) throws IOException {
        return connected(protocol, server.getWebServer().getPort());
    }

    private static SSLSocket connected(String protocol, int port) throws IOException {
        SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port);
        socket.setEnabledProtocols(new String[] {protocol});
        javax.net.ssl.SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static String ask(String protocol) throws IOException {
        try (SSLSocket socket = connected(protocol)) {
            socket.startHandshake();
            socket.getOutputStream().write("GET /seen HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
