package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** What a proxy says of the caller: believed of the proxies in the settings, of nobody else. */
class ProxyTest {

    @Test
    void withoutASettingNobodyIsBelieved() throws Exception {
        try (ServletWebServerApplicationContext server = SmallServer.start()) {
            HttpResponse<String> answer = get(server, "/seen");
            assertThat(answer.body()).isEqualTo("127.0.0.1 false localhost ");
            assertThat(cookies(answer)).hasSize(3).noneMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @Test
    void aConfiguredProxySaysWhoCallsAndThatItIsOverTls() throws Exception {
        try (ServletWebServerApplicationContext server =
                     SmallServer.start("--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1")) {
            HttpResponse<String> answer = get(server, "/seen");
            assertThat(answer.body()).startsWith("203.0.113.7 true");
            assertThat(cookies(answer)).hasSize(3).allMatch(cookie -> cookie.endsWith("; Secure")
                    || cookie.contains("; Secure;"));
            assertThat(cookies(answer)).filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                    .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        }
    }

    @Test
    void redirectsNameNoHost() throws Exception {
        try (ServletWebServerApplicationContext server = SmallServer.start()) {
            assertThat(get(server, "/away").headers().firstValue("Location")).contains("/seen");
        }
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static HttpResponse<String> get(ServletWebServerApplicationContext server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getWebServer().getPort()
                + path)).header("X-Forwarded-For", "203.0.113.7").header("X-Forwarded-Proto", "https").build();
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }
}
