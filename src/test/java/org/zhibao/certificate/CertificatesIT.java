package org.zhibao.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.EntryProblem;
import org.zhibao.account.Role;
import org.zhibao.account.UnitLeft;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.RosterFrozen;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;

/** Certificates over HTTP, from issuing to the end; each test with accounts of its own, in the city of Changsha. */
@ApplicationTest
class CertificatesIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern PASSWORD = Pattern.compile("<code>([a-z0-9]{5}(?:-[a-z0-9]{5}){3})</code>");
    private static final Pattern PACKAGE = Pattern.compile("/admin/certificates/(\\d+)/package");

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Certificates certificates;
    @Autowired
    private CertificateStore store;
    @Autowired
    private CertificateEntryRules rules;
    @Autowired
    private CertificateSettings settings;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private SmallPeriod period;
    @Autowired
    private PeriodCourse course;
    @Autowired
    private ApplicationContext application;

    @Test
    void aManagerIssuesOneThatIsFetchedOnceWithThePasswordShownOnce() throws Exception {
        Actor owner = person("issued01");
        HttpApi.Caller manager = manager();
        Answer page = form(manager, "/admin/certificates", "userId=issued01");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        String password = found(PASSWORD, page);
        String id = found(PACKAGE, page);
        assertThat(manager.get("/admin/certificates?text=issued01").text()).contains("待领取").doesNotContain(password);

        Answer fetched = form(manager, "/admin/certificates/" + id + "/package", "");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElseThrow()).contains("issued01.p12");
        KeyStore store = opened(fetched.bytes(), password);
        X509Certificate certificate = (X509Certificate) store.getCertificate("issued01");
        assertThat(store.getKey("issued01", password.toCharArray())).isNotNull();
        assertThat(store.getCertificateChain("issued01")).hasSize(2);
        certificate.verify(authority().getPublicKey());
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getSerialNumber().bitLength()).isBetween(90, 128);
        assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant())).isBetween(
                Duration.ofDays(364), Duration.ofDays(366));

        assertThat(form(manager, "/admin/certificates/" + id + "/package", "").status()).isEqualTo(409);
        assertThat(form(api.browser(owner.userId()), "/account/certificates/" + id + "/package", "").status())
                .as("nor the owner").isEqualTo(409);
        assertThat(audit.of("certificate/" + id)).extracting(AuditEntry::action).containsExactly("ISSUE_CERTIFICATE",
                "FETCH_CERTIFICATE");
    }

    @Test
    void theOwnerFetchesItOnceNobodyElseOfThatRoleDoes() throws Exception {
        person("issued02");
        person("issued03");
        Answer page = form(manager(), "/admin/certificates", "userId=issued02");
        String id = found(PACKAGE, page);
        assertThat(form(api.browser("issued03"), "/account/certificates/" + id + "/package", "").status()).isEqualTo(403);
        HttpApi.Caller owner = api.browser("issued02");
        assertThat(owner.get("/account/certificates").text()).contains("/account/certificates/" + id + "/package");
        Answer fetched = form(owner, "/account/certificates/" + id + "/package", "");
        assertThat(opened(fetched.bytes(), found(PASSWORD, page)).getCertificate("issued02")).isNotNull();
        assertThat(owner.get("/account/certificates").text()).doesNotContain("/package");
        assertThat(form(manager(), "/admin/certificates/" + id + "/package", "").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"nobody-of-that-name, 422, no enabled account", "'', 422, no enabled account",
        "city430200, 403, outside your area", "admin430100, 403, do not keep this account", "'<script>', 422, &lt;script&gt;"})
    void onlyToEnabledAccountsOfTheOwnArea(String userId, int status, String said) {
        Answer refused = form(manager().inEnglish(), "/admin/certificates", "userId=" + HttpApi.encoded(userId));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text()).contains(said).doesNotContain("<script>'");
    }

    @Test
    void whoHasOneGetsNoOtherUntilItIsRevoked() {
        person("issued04");
        HttpApi.Caller manager = manager().inEnglish();
        String id = found(PACKAGE, form(manager, "/admin/certificates", "userId=issued04"));
        assertThat(form(manager, "/admin/certificates", "userId=issued04")).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("has a usable certificate already");
        });
        assertThat(form(manager, "/admin/certificates/" + id + "/renewal", "").text()).contains("too early");
        assertThat(form(manager, "/admin/certificates/" + id + "/revocation", "why=SUPERSEDED&reason=x").status())
                .isEqualTo(422);
        assertThat(form(manager, "/admin/certificates/" + id + "/revocation", "why=SUPERSEDED&reason=" + HttpApi.encoded("换发新卡")).status())
                .isEqualTo(302);
        assertThat(form(manager, "/admin/certificates/" + id + "/package", "").status())
                .as("the key of a revoked one is gone").isEqualTo(409);
        assertThat(form(manager, "/admin/certificates/" + id + "/revocation", "reason=once+more").status()).isEqualTo(409);
        assertThat(form(manager, "/admin/certificates", "userId=issued04").status()).isEqualTo(200);
        assertThat(manager.get("/admin/certificates?text=issued04&state=REVOKED").text()).contains("1 of 1 shown",
                "换发新卡");
    }

    @Test
    void oneThatEndsSoonIsRenewedOnceAndCountsUntilItsEnd() {
        Actor owner = person("renewed01");
        IssuedForTest issued = new IssuedForTest(application);
        MadeCertificate old = issued.to(owner, Duration.ofDays(-300), Duration.ofDays(20));
        HttpApi.Caller manager = manager().inEnglish();
        assertThat(manager.get("/admin/certificates?text=renewed01&state=ENDING").text()).contains("1 of 1 shown",
                "days left", "/renewal");
        assertThat(found(PASSWORD, form(manager, "/admin/certificates/" + issued.id(old) + "/renewal", ""))).isNotEmpty();
        assertThat(form(manager, "/admin/certificates/" + issued.id(old) + "/renewal", "").status()).isEqualTo(409);
        assertThat(store.of("renewed01")).extracting(ClientCertificate::state)
                .containsExactly(CertificateState.VALID, CertificateState.ENDING);
    }

    @Test
    void theListOfRevokedOnesIsSignedAndForEverybody() throws Exception {
        Actor owner = person("listed01");
        IssuedForTest issued = new IssuedForTest(application);
        MadeCertificate certificate = issued.to(owner);
        MadeCertificate other = issued.to(owner);
        assertThat(list().getRevokedCertificate(certificate.certificate())).isNull();
        api.as("admin430100").post("/api/v1/certificates/" + issued.id(certificate) + "/revocation",
                "{\"why\":\"KEY_COMPROMISE\",\"reason\":\"在火车上遗失\"}");
        X509CRL list = list();
        list.verify(authority().getPublicKey());
        X509CRLEntry entry = list.getRevokedCertificate(certificate.certificate());
        assertThat(entry.getRevocationReason().name()).isEqualTo("KEY_COMPROMISE");
        assertThat(list.getRevokedCertificate(other.certificate())).isNull();
        assertThat(list.getNextUpdate().toInstant()).isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(api.as("admin430100").get("/api/v1/certificates?text=listed01&state=REVOKED").json().path("total").asInt())
                .isEqualTo(1);
        assertThat(new String(certificate.certificate().getExtensionValue("2.5.29.31"),
                StandardCharsets.ISO_8859_1)).contains("/certificates/ca.crl");
    }

    @Test
    void aDisabledAccountLosesItsCertificates() {
        Actor owner = person("disabled01");
        IssuedForTest issued = new IssuedForTest(application);
        long id = issued.id(issued.to(owner));
        form(manager(), "/admin/accounts/disabled01/state", "enabled=false&reason=" + HttpApi.encoded("已调离岗位"));
        assertThat(store.byId(id).orElseThrow()).satisfies(revoked -> {
            assertThat(revoked.state()).isEqualTo(CertificateState.REVOKED);
            assertThat(revoked.revokedWhy()).isEqualTo(Revocation.CESSATION_OF_OPERATION);
            assertThat(revoked.revokedReason()).isEqualTo("已调离岗位");
        });
        assertThat(audit.of("certificate/" + id)).extracting(AuditEntry::action).containsExactly("REVOKE_CERTIFICATE");
    }

    @Test
    void anAdministratorWhoIsNotReleasedLosesItsCertificates() {
        accounts.create(List.of(new Actor("disabled02", "未放行审计员", Role.AUDITOR, "430000", null)),
                HttpApi.PASSWORD, true);
        IssuedForTest issued = new IssuedForTest(application);
        long id = issued.id(issued.to(scenario.actor("disabled02")));
        form(api.browser("admin"), "/admin/accounts/disabled02/password", "");
        assertThat(store.byId(id).orElseThrow().state()).isEqualTo(CertificateState.VALID);
        form(api.browser("security"), "/admin/accounts/disabled02/release", "accepted=false");
        assertThat(store.byId(id).orElseThrow().state()).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    void aUnitThatLeavesTheRosterLosesItsCertificatesAndItsNeighbourDoesNot() {
        Actor leaving = scenario.unit(scenario.freshFiling());
        Actor staying = scenario.unit(scenario.freshFiling());
        IssuedForTest issued = new IssuedForTest(application);
        long gone = issued.id(issued.to(leaving));
        long kept = issued.id(issued.to(staying));
        assertThat(store.liveOfUnits(List.of(leaving.orgCode()))).containsExactly(gone);
        transaction.executeWithoutResult(status ->
                events.publishEvent(new RosterFrozen("2099Q1", List.of(leaving.orgCode()))));
        assertThat(store.byId(gone).orElseThrow().revokedReason()).contains("2099Q1");
        HttpApi.Caller admin = api.browser("admin");
        String list = "/admin/certificates?text=" + leaving.orgCode();
        assertThat(admin.get(list).text()).contains("单位不在 2099Q1 的填报名单上", "系统 于");
        assertThat(admin.inEnglish().get(list).text()).contains("the unit is not on the roster of 2099Q1");
        assertThat(store.byId(kept).orElseThrow().state()).isEqualTo(CertificateState.VALID);
    }

    @Test
    void aUnitThatLeavesTheRegistryLosesItsCertificates() {
        Actor leaving = scenario.unit(scenario.freshFiling());
        IssuedForTest issued = new IssuedForTest(application);
        long id = issued.id(issued.to(leaving));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new UnitLeft(leaving.orgCode(), "registry-change/7", scenario.actor("admin").who()));
            assertThat(store.byId(id).orElseThrow().revokedReason()).isEqualTo("registry-change/7");
            status.setRollbackOnly();
        });
    }

    @Test
    void aConfirmedRosterTellsWhoLeavesIt() {
        Actor leaving = scenario.unit(scenario.freshFilingWhere(unit -> !unit.cityCode().equals("430100")
                && period.units().stream().noneMatch(stays -> stays.orgCode().equals(unit.orgCode()))));
        IssuedForTest issued = new IssuedForTest(application);
        long id = issued.id(issued.to(leaving));
        transaction.executeWithoutResult(status -> {
            period.plan("2031Q2");
            course.confirm("2031Q2", true, scenario.actor("admin"));
            assertThat(store.byId(id).orElseThrow().revokedReason()).contains("2031Q2");
            status.setRollbackOnly();
        });
        assertThat(store.byId(id).orElseThrow().state()).isEqualTo(CertificateState.VALID);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsBoundToOneAccount() throws Exception {
        Actor owner = person("bound01");
        person("bound02");
        MadeCertificate root = MadeCertificate.root("CN=Provincial CA");
        MadeCertificate given = root.signs("CN=Zhou Min, SERIALNUMBER=7");
        Registration registration = new Registration(new OtherAuthority(List.of(root.certificate()), Clock.systemUTC()),
                store, certificates, audit);
        Actor manager = scenario.actor("admin430100");
        byte[] file = given.certificate().getEncoded();
        transaction.executeWithoutResult(status -> registration.register("bound01", file, manager));
        assertThat(rules.problem(owner, outside(given))).isEmpty();
        assertThat(rules.problem(scenario.actor("bound02"), outside(given))).contains(EntryProblem.OTHER);
        assertThat(rules.problem(owner, outside(root.signs("CN=Zhou Min, SERIALNUMBER=7")))).contains(EntryProblem.FOREIGN);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                registration.register("bound02", file, manager))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                registration.register("city430200", file, manager))).isInstanceOf(Refusal.class);
        assertThat(api.browser("admin430100").get("/admin/certificates?text=bound01").text()).contains("外部机构签发");
    }

    @Test
    void withoutATrustedAuthorityNothingIsRegistered() throws Exception {
        byte[] file = MadeCertificate.root("CN=x").signs("CN=y").certificate().getEncoded();
        Registration closed = new Registration(new OtherAuthority(List.of(), Clock.systemUTC()), store, certificates, audit);
        assertThat(closed.open()).isFalse();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> closed.register("city430100", file,
                scenario.actor("admin430100")))).isInstanceOf(Refusal.class);
    }

    @Test
    void theSignInPageAndOnesOwnSayWhereOneSignsInWithACertificate() {
        assertThat(api.nobody().get("/login").text()).contains("href=\"https://localhost:8444/login\"");
        assertThat(api.browser("city430300").get("/account/certificates").text())
                .contains("href=\"https://localhost:8444/login\"");
    }

    @Test
    void enterprisesNeedOneOutsideIfTheSettingsSaySo() {
        Actor unit = scenario.actor("183810013");
        ZoneSettings strict = new ZoneSettings(List.of("127.0.0.1"), true);
        CertificateEntryRules asked = new CertificateEntryRules(new Zones(strict), store, strict, settings);
        MockHttpServletRequest inside = new MockHttpServletRequest();
        inside.setRemoteAddr("127.0.0.1");
        assertThat(asked.problem(unit, inside)).isEmpty();
        assertThat(asked.problem(unit, outside(null))).contains(EntryProblem.MISSING);
        assertThat(asked.problem(unit, outside(new IssuedForTest(application).to(unit)))).isEmpty();
        assertThat(rules.problem(unit, outside(null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ENTERPRISE, false", "COUNTY, true", "CITY, true", "PROVINCE, true", "ADMIN, true", "AUDITOR, true",
        "SECURITY, true", "SUPPORT, true", "GROUP, true"})
    void everybodyButEnterprisesNeedsOneOutside(Role role, boolean needed) {
        Actor actor = new Actor("role-test", "x", role, "430000", role == Role.ENTERPRISE ? "183810013" : null);
        assertThat(rules.problem(actor, outside(null)).isPresent()).isEqualTo(needed);
    }

    @Test
    void anAuthorityIsMadeOnceAndReadWithItsPasswordOnly(@TempDir Path directory)
            throws Exception {
        Path file = directory.resolve("keys/ca.p12");
        AuthorityKeys made = AuthorityKeys.at(file, "right".toCharArray(), Instant.now());
        assertThat(AuthorityKeys.at(file, "right".toCharArray(), Instant.now()).certificate()).isEqualTo(made.certificate());
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(directory.resolve("keys").toFile().list()).containsExactly("ca.p12");
        assertThatThrownBy(() -> AuthorityKeys.at(file, "wrong".toCharArray(), Instant.now()))
                .hasMessageContaining("zhibao.certificates.authority").hasMessageNotContaining("wrong");
        assertThat(made.certificate().getBasicConstraints()).isZero();
        made.certificate().verify(made.certificate().getPublicKey());
    }

    private X509CRL list() throws Exception {
        Answer answer = api.nobody().get("/certificates/ca.crl");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer.bytes()));
    }

    private X509Certificate authority() throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                new ByteArrayInputStream(api.nobody().get("/certificates/ca.cer").bytes()));
    }

    private static MockHttpServletRequest outside(MadeCertificate shown) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.7");
        Optional.ofNullable(shown).ifPresent(made -> request.setAttribute("jakarta.servlet.request.X509Certificate",
                new X509Certificate[] {made.certificate()}));
        return request;
    }

    private HttpApi.Caller manager() {
        return api.browser("admin430100").withToken();
    }

    private static Answer form(HttpApi.Caller caller, String path, String body) {
        return caller.withToken().with("Content-Type", FORM).post(path, body);
    }

    private static String found(Pattern pattern, Answer page) {
        Matcher found = pattern.matcher(page.text());
        assertThat(found.find()).as(page.status() + " " + page.text()).isTrue();
        return found.group(1);
    }

    private static KeyStore opened(byte[] content, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password.toCharArray());
        return store;
    }

    private Actor person(String userId) {
        accounts.create(List.of(new Actor(userId, "证书持有人", Role.CITY, "430100", null)), HttpApi.PASSWORD, true);
        return scenario.actor(userId);
    }
}
