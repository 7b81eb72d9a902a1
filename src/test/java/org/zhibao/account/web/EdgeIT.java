package org.zhibao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zhibao.account.EntryGate;
import org.zhibao.account.SignedIn;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.MovableClock;
import org.zhibao.testing.Scenario;

/** What the platform shows to the outside: headers, sessions, bounds, and nothing that helps an attacker. */
@ApplicationTest
class EdgeIT {

    private static final List<String> TELLING = List.of("Tomcat", "Exception", "at org.", "at java.", "7.24.0",
            "org.springframework", "camunda.bpm", "jdbc:", "Whitelabel");

    @LocalServerPort
    private int port;
    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private WebApplicationContext context;
    @Autowired
    private Problems problems;
    @Autowired
    private EntryGate gate;

    @Test
    void everyAnswerTellsTheBrowserToKeepNothingGuessNothingAndFrameNothing() {
        HttpApi.Caller admin = api.browser("admin");
        for (Answer answer : List.of(admin.get("/"), admin.get("/periods"), api.nobody().get("/login"),
                admin.get("/nothing-here"), admin.get("/api/v1/periods"), admin.get(cockpit(admin)))) {
            Map<String, List<String>> headers = answer.headers().map();
            assertThat(headers).containsEntry("X-Content-Type-Options", List.of("nosniff"))
                    .containsEntry("Referrer-Policy", List.of("same-origin"))
                    .containsEntry("Cross-Origin-Opener-Policy", List.of("same-origin"))
                    .containsEntry("Cross-Origin-Resource-Policy", List.of("same-origin"));
            assertThat(one(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
            assertThat(one(answer, "Cache-Control")).contains("no-store");
            assertThat(one(answer, "Content-Security-Policy")).contains("frame-ancestors", "base-uri", "form-action");
            assertThat(headers).doesNotContainKeys("Server", "X-Powered-By");
        }
    }

    @Test
    void ourPagesRunAndStyleNothingThatStandsInThem() {
        assertThat(one(api.browser("admin").get("/"), "Content-Security-Policy"))
                .contains("script-src 'self'", "style-src 'self'", "object-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(one(api.browser("admin").get("/api/v1/periods"), "Content-Security-Policy"))
                .startsWith("default-src 'none'");
    }

    @Test
    void overTlsTheBrowserIsToldToStayWithIt() throws Exception {
        var web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        web.perform(get("/login").secure(true)).andExpect(header().string("Strict-Transport-Security",
                startsWith("max-age=31536000")));
        web.perform(get("/login")).andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @Test
    void aSessionFromBeforeTheSignInIsWorthNothingAfterIt() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(sent(browser, "/login", null).body());
        assertThat(token.find()).isTrue();
        String planted = session(cookies);
        HttpResponse<String> in = sent(browser, "/login", "username=province&password="
                + HttpApi.encoded(HttpApi.PASSWORD) + "&_csrf=" + HttpApi.encoded(token.group(1)));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(session(cookies)).isNotEqualTo(planted);
        assertThat(api.nobody().with("Cookie", "JSESSIONID=" + planted).get("/api/v1/periods").status()).isEqualTo(401);
        assertThat(api.nobody().with("Cookie", "JSESSIONID=" + session(cookies)).get("/api/v1/periods").status())
                .isEqualTo(200);
        assertThat(api.nobody().get("/api/v1/periods;jsessionid=" + session(cookies)).status())
                .as("a session in an address is none").isNotEqualTo(200);
    }

    @Test
    void aSessionEndsHoweverBusyItIs() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-10-07T00:00:00Z"));
        EdgeProperties edge = new EdgeProperties(Duration.ofHours(12), 3000);
        EdgeFilter filter = new EdgeFilter(new RequestRates(clock, edge), edge, problems, clock);
        MockHttpSession session = new MockHttpSession();
        for (int hour = 0; hour < 12; hour++) {
            assertThat(passed(filter, session, "/").getStatus()).isEqualTo(200);
            clock.forward(Duration.ofHours(1));
        }
        MockHttpServletResponse ended = passed(filter, session, "/");
        assertThat(ended.getRedirectedUrl()).isEqualTo("/login?ended");
        assertThat(session.isInvalid()).isTrue();
        assertThat(api.nobody().get("/login?ended").text()).contains("最长时间");
    }

    @Test
    void anAccountThatAsksWithoutEndIsSlowedDownAndItsNeighbourIsNot() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-10-07T00:00:00Z"));
        EdgeProperties edge = new EdgeProperties(Duration.ofHours(12), 3);
        EdgeFilter filter = new EdgeFilter(new RequestRates(clock, edge), edge, problems, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(passed(filter, null, "/api/v1/periods").getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse slowed = passed(filter, null, "/api/v1/periods");
        assertThat(slowed.getStatus()).isEqualTo(429);
        assertThat(slowed.getHeader("Retry-After")).isEqualTo("60");
        assertThat(slowed.getContentAsString(StandardCharsets.UTF_8)).contains("请求过于频繁");
        assertThat(passed(filter, null, "/api/v1/periods", "city430100").getStatus()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(1));
        assertThat(passed(filter, null, "/api/v1/periods").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"admin, 127.0.0.1, 200", "admin430100, 127.0.0.1, 403", "auditor, 127.0.0.1, 403",
        "province, 127.0.0.1, 403", "admin, 203.0.113.7, 302"})
    void theEnginesAdminWebappIsForAdministratorsOfThePlatformInsideThePrivateNetwork(String user, String from,
                                                                                      int status) throws Exception {
        EntryFilter filter = new EntryFilter(gate, problems, Clock.systemUTC());
        for (String path : List.of("/camunda/app/admin", "/camunda/app/admin/default/", "/camunda/app/%61dmin/")) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
            request.setRemoteAddr(from);
            assertThat(through(filter, request, user).getStatus()).as(path).isEqualTo(status);
        }
    }

    @Test
    void aMadeUpHostGetsIntoNoAddress() throws IOException {
        for (String path : List.of("/", "/filings/1", "/camunda/app/tasklist/")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                    + "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /login").doesNotContain("evil");
        }
    }

    static Stream<String> garbage() {
        return Stream.of("GARBAGE\r\n\r\n", "GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /..;/actuator HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET //camunda// HTTP/1.1\r\nHost: localhost\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void whatMakesNoSenseIsAnsweredWithNothingToLearnFrom(String request) throws IOException {
        String answer = raw(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        assertThat(answer).matches("(?s)HTTP/1.1 (302|4\\d\\d|505).*").doesNotContain(TELLING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/filings/999999999", "/filings/x", "/periods/x", "/nothing", "/error", "/h2-console",
        "/h2-console/", "/engine-rest", "/engine-rest/task", "/actuator/env", "/actuator/heapdump", "/actuator/beans",
        "/swagger-ui.html", "/api/v1/filings/x", "/api/v1/nothing"})
    void anErrorPageHelpsNobodyButThePersonWhoReadsIt(String path) {
        for (String user : List.of("183810013", "admin")) {
            Answer answer = api.browser(user).get(path);
            assertThat(answer.status()).as(user + " " + path).isGreaterThanOrEqualTo(400);
            assertThat(answer.text()).doesNotContain(TELLING);
        }
    }

    @Test
    void aPersonWhoseAddressIsWrongReadsAPageAndAProgramAProblem() {
        for (String path : List.of("/filings/x", "/suspensions/x", "/urgings/x", "/suspensions/1/decision", "/nothing")) {
            Answer page = api.browser("province").get(path);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).as(path).startsWith("text/html");
            assertThat(page.status()).as(path).isIn(404, 405);
            assertThat(page.text()).as(path).contains("返回首页");
        }
        for (String path : List.of("/api/v1/filings/x", "/api/v1/nothing", "/api/v1/filings/1/decision")) {
            Answer problem = api.as("province").get(path);
            assertThat(problem.headers().firstValue("Content-Type").orElseThrow()).as(path)
                    .startsWith("application/problem+json");
            assertThat(problem.status()).as(path).isIn(400, 404, 405);
        }
    }

    @Test
    void theServerIsOneWithoutTheKnownHoles() {
        int[] parts = Stream.of(ServerInfo.getServerNumber().split("\\.")).mapToInt(Integer::parseInt).toArray();
        assertThat(parts).startsWith(10, 1);
        assertThat(parts[2]).as("10.1.x").isGreaterThanOrEqualTo(61);
    }

    @Test
    void aFormTwoMegabytesLongIsRefused() throws IOException {
        int length = 3_000_000;
        String answer = raw("POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + "application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n" + "a".repeat(length));
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain(TELLING);
    }

    /** Its address has the name of the engine in it. */
    private static String cockpit(HttpApi.Caller caller) {
        String address = "/camunda/app/cockpit/";
        Answer answer = caller.get(address);
        return answer.status() == 302 ? answer.headers().firstValue("Location").orElseThrow() : address;
    }

    private MockHttpServletResponse passed(EdgeFilter filter, MockHttpSession session, String path) throws Exception {
        return passed(filter, session, path, "province");
    }

    private MockHttpServletResponse passed(EdgeFilter filter, MockHttpSession session, String path, String user)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        return through(filter, request, user);
    }

    private MockHttpServletResponse through(Filter filter, MockHttpServletRequest request, String user) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        SignedIn person = new SignedIn(scenario.actor(user), null);
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } finally {
            SecurityContextHolder.clearContext();
        }
        return response;
    }

    private HttpResponse<String> sent(HttpClient browser, String path, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String session(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue).findFirst().orElseThrow();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String one(Answer answer, String header) {
        assertThat(answer.headers().allValues(header)).as(header).hasSize(1);
        return answer.headers().firstValue(header).orElseThrow();
    }
}
