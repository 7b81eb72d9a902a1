package org.zhibao.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.certificate.AcceptedIssuers;
import org.zhibao.certificate.IssuedForTest;
import org.zhibao.certificate.MadeCertificate;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** Who gets in from where, with real certificates over real connections: {@code 127.0.0.1} is inside, all else outside. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateEntryIT {

    private static final String INSIDE = "127.0.0.1";
    private static final String OUTSIDE = "127.7.7.7";
    private static final String PROXY = "127.7.7.8";
    private static final String API = "/api/v1/periods";

    /** What somebody shows who knows the password of account {@code cert…}, and what comes of it. */
    private enum Shown { valid, missing, expired, early, revoked, other, foreign, selfSigned, claiming }

    @Autowired
    private ServletWebServerApplicationContext application;
    @Autowired
    private AcceptedIssuers issuers;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Scenario scenario;
    @Autowired
    private JdbcClient database;
    private CertificateConnector connector;
    private IssuedForTest issued;

    @BeforeAll
    void open() throws Exception {
        connector = new CertificateConnector(application.getWebServer(), issuers);
        issued = new IssuedForTest(application);
    }

    @AfterAll
    void close() {
        connector.close();
    }

    @ParameterizedTest
    @EnumSource(Shown.class)
    void fromOutsideOnlyOnesOwnValidCertificateTogetherWithThePasswordLetsStaffIn(Shown shown) {
        Actor person = person("cert-" + shown.name().toLowerCase(Locale.ROOT));
        TlsCaller caller = new TlsCaller(connector.port(), OUTSIDE, certificate(shown, person));
        String leadsTo = caller.signIn(person.userId());
        TlsCaller.Answer program = new TlsCaller(connector.port(), OUTSIDE, certificate(shown, person))
                .getAs(person.userId(), API, "Accept-Language: en");
        if (shown == Shown.valid) {
            assertThat(leadsTo).isEqualTo("/");
            assertThat(caller.get("/").status()).isEqualTo(200);
            assertThat(program.status()).isEqualTo(200);
            return;
        }
        String key = shown.compareTo(Shown.foreign) >= 0 ? "foreign" : shown.name();
        assertThat(leadsTo).isEqualTo("/login?certificate=" + key);
        assertThat(caller.get(leadsTo).body()).as("a page that says why").contains("role=\"alert\"", "证书");
        assertThat(caller.get("/").header("Location")).as("no session").isEqualTo("/login");
        assertThat(program.status()).isEqualTo(403);
        assertThat(program.body()).contains("certificate");
        assertThat(database.sql("select detail from audit_entry where subject = ? and action = 'ENTER' "
                + "and outcome = 'REFUSED'").param("account/" + person.userId()).query(String.class).list())
                .as("on record once, not with every try").containsExactly("certificate: " + key);
    }

    @Test
    void theCertificateAloneLetsNobodyIn() {
        Actor person = person("cert-alone");
        TlsCaller caller = new TlsCaller(connector.port(), OUTSIDE, issued.to(person));
        assertThat(caller.get("/").header("Location")).isEqualTo("/login");
        assertThat(caller.get(API).status()).isEqualTo(401);
        assertThat(caller.getAs("cert-nobody", API).status()).isEqualTo(401);
    }

    @Test
    void insideAPasswordIsEnoughWhateverIsShown() {
        Actor person = person("cert-inside");
        for (MadeCertificate shown : new MadeCertificate[] {null, MadeCertificate.selfSigned("CN=x")}) {
            TlsCaller caller = new TlsCaller(connector.port(), INSIDE, shown);
            assertThat(caller.signIn(person.userId())).isEqualTo("/");
            assertThat(caller.get(API).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({INSIDE, OUTSIDE})
    void aRevocationEndsALiveSessionWithItsNextRequest(String place) {
        Actor person = person("cert-live-" + place.replace('.', '-'));
        MadeCertificate certificate = issued.to(person);
        TlsCaller page = new TlsCaller(connector.port(), place, certificate);
        TlsCaller api = new TlsCaller(connector.port(), place, certificate);
        TlsCaller webapp = new TlsCaller(connector.port(), place, certificate);
        for (TlsCaller session : List.of(page, api, webapp)) {
            assertThat(session.signIn(person.userId())).isEqualTo("/");
        }
        assertThat(page.get("/").status()).isEqualTo(200);
        assertThat(webapp.get("/camunda/app/tasklist/").status()).isLessThan(400);
        issued.revoke(certificate, scenario.actor("admin"));
        assertThat(page.get("/").header("Location")).isEqualTo("/login?certificate=revoked");
        assertThat(api.get(API).status()).isEqualTo(403);
        assertThat(webapp.get("/camunda/api/engine/engine/").status()).isEqualTo(403);
        assertThat(page.get("/").header("Location")).as("over for good").isEqualTo("/login?ended");
    }

    @Test
    void aSessionOfInsideIsWorthNothingOutsideAndOver() {
        Actor person = person("cert-moved");
        TlsCaller inside = new TlsCaller(connector.port(), INSIDE, null);
        inside.signIn(person.userId());
        assertThat(inside.get("/").status()).isEqualTo(200);
        assertThat(inside.movedTo(OUTSIDE, null).get("/").header("Location")).isEqualTo("/login?certificate=missing");
        assertThat(inside.get("/").header("Location")).isEqualTo("/login?ended");
    }

    @Test
    void aSessionOpenedWithACertificateGoesOnOutsideOnlyWithOneOfTheSamePerson() {
        Actor person = person("cert-swapped");
        MadeCertificate own = issued.to(person);
        MadeCertificate others = issued.to(person("cert-swapper"));
        TlsCaller caller = new TlsCaller(connector.port(), OUTSIDE, own);
        caller.signIn(person.userId());
        assertThat(caller.get("/").status()).isEqualTo(200);
        assertThat(caller.movedTo(OUTSIDE, others).get("/").header("Location")).isEqualTo("/login?certificate=other");
    }

    @Test
    void whoSignedInWithOneThatEndsSoonIsReminded() {
        Actor person = person("cert-ending");
        TlsCaller soon = new TlsCaller(connector.port(), OUTSIDE,
                issued.to(person, Duration.ofMinutes(-5), Duration.ofDays(9)));
        soon.signIn(person.userId());
        assertThat(soon.get("/").body()).contains("您登录所用的证书将于");
        TlsCaller later = new TlsCaller(connector.port(), OUTSIDE, issued.to(person));
        later.signIn(person.userId());
        assertThat(later.get("/").body()).doesNotContain("您登录所用的证书将于");
    }

    @Test
    void anEnterpriseNeedsNone() {
        TlsCaller unit = new TlsCaller(connector.port(), OUTSIDE, null);
        assertThat(unit.signIn("183810013")).isEqualTo("/");
        assertThat(unit.get("/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        INSIDE + "  |                             | 200",
        OUTSIDE + " |                             | 403",
        OUTSIDE + " | X-Forwarded-For: 10.1.2.3   | 403",
        OUTSIDE + " | X-Forwarded-For: 127.0.0.1  | 403",
        OUTSIDE + " | Forwarded: for=127.0.0.1    | 403",
        OUTSIDE + " | X-Real-IP: 127.0.0.1        | 403",
        INSIDE + "  | X-Forwarded-For: 10.1.2.3   | 403",
        PROXY + "   | X-Forwarded-For: 10.1.2.3   | 200",
        PROXY + "   | X-Forwarded-For: 203.0.113.7| 403",
        PROXY + "   | X-Forwarded-For: 10.1.2.3, 203.0.113.7 | 403",
        PROXY + "   | X-Forwarded-For: 2001:db8::1| 403",
        PROXY + "   | X-Forwarded-For: ::ffff:10.1.2.3 | 200"})
    void whereSomebodyComesFromIsBelievedOfOurProxyOnly(String from, String header, int status) {
        Actor person = person("cert-forwarded");
        TlsCaller caller = new TlsCaller(connector.port(), from, null);
        assertThat((header == null ? caller.getAs(person.userId(), API) : caller.getAs(person.userId(), API, header))
                .status()).isEqualTo(status);
    }

    @Test
    void aCertificateInAHeaderIsBelievedOfOurProxyOnly() throws Exception {
        Actor person = person("cert-header");
        byte[] der = issued.to(person).certificate().getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        List<String> ways = List.of(":" + Base64.getEncoder().encodeToString(der) + ":",
                URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20"), pem.replace('\n', ' '));
        for (String way : ways) {
            String header = "X-Client-Certificate: " + way;
            assertThat(new TlsCaller(connector.port(), PROXY, null).getAs(person.userId(), API, header,
                    "X-Forwarded-For: 203.0.113.7").status()).as(way).isEqualTo(200);
            assertThat(new TlsCaller(connector.port(), OUTSIDE, null).getAs(person.userId(), API, header).status())
                    .as("not of the proxy: " + way).isEqualTo(403);
            assertThat(new TlsCaller(connector.port(), OUTSIDE, null).getAs(person.userId(), API, header,
                    "X-Forwarded-For: 127.7.7.8").status()).as("not of the proxy: " + way).isEqualTo(403);
        }
        assertThat(new TlsCaller(connector.port(), PROXY, null).getAs(person.userId(), API,
                "X-Client-Certificate: :bm8gY2VydGlmaWNhdGU=:", "X-Forwarded-For: 203.0.113.7").status()).isEqualTo(403);
    }

    private MadeCertificate certificate(Shown shown, Actor person) {
        return switch (shown) {
            case valid -> issued.to(person);
            case missing -> null;
            case expired -> issued.to(person, Duration.ofDays(-9), Duration.ofMinutes(-1));
            case early -> issued.to(person, Duration.ofMinutes(10), Duration.ofDays(9));
            case revoked -> {
                MadeCertificate certificate = issued.to(person);
                issued.revoke(certificate, scenario.actor("admin"));
                yield certificate;
            }
            case other -> issued.to(person("cert-neighbour"));
            case foreign -> MadeCertificate.selfSigned("CN=Zhibao Client CA").signs("CN=" + person.userId());
            case selfSigned -> MadeCertificate.selfSigned("CN=" + person.userId());
            case claiming -> MadeCertificate.claiming(issued.to(person).certificate());
        };
    }

    private Actor person(String userId) {
        accounts.create(List.of(new Actor(userId, "证书测试员", Role.CITY, "430300", null)), HttpApi.PASSWORD, true);
        return scenario.actor(userId);
    }
}
