package org.zhibao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Calls the running application over HTTP: as a program with Basic credentials, or as a browser with a session. */
@Component
public class HttpApi {

    /** The password of all demo accounts. */
    public static final String PASSWORD = "Zhibao@2026";

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    private static final Pattern TOKEN = Pattern.compile("data-csrf=\"([^\"]+)\"|name=\"_csrf\" value=\"([^\"]+)\"");

    /** For all callers without cookies: each client has threads of its own. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final IntSupplier port;

    @Autowired
    HttpApi(Environment environment) {
        this(() -> environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** For an application that runs in another process. */
    public HttpApi(IntSupplier port) {
        this.port = port;
    }

    /** What the server answered. */
    public record Answer(int status, byte[] bytes, HttpHeaders headers) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public boolean isPage() {
            return headers.firstValue("Content-Type").orElse("").startsWith("text/html");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException notJson) {
                throw new UncheckedIOException(text(), notJson);
            }
        }

        /** The detail of problem details. */
        public String detail() {
            return json().path("detail").asText();
        }

        /** The fields that were refused, each with its message. */
        public Map<String, String> errors() {
            Map<String, String> errors = new LinkedHashMap<>();
            json().path("errors").forEach(e -> errors.put(e.path("field").asText(), e.path("message").asText()));
            return errors;
        }
    }

    /** A program that signs in anew with each call. */
    public Caller as(String userId) {
        return as(userId, PASSWORD);
    }

    public Caller as(String userId, String password) {
        String pair = Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
        return nobody().with("Authorization", "Basic " + pair);
    }

    public Caller nobody() {
        return new Caller(CLIENT, new LinkedHashMap<>());
    }

    /** A browser that has signed in at the sign-in page; it sends no CSRF token by itself. */
    public Caller browser(String userId) {
        return browser(userId, PASSWORD);
    }

    /** The same with a password of its own. */
    public Caller browser(String userId, String password) {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        Caller browser = new Caller(HttpClient.newBuilder().cookieHandler(cookies).build(), new LinkedHashMap<>());
        String form = "username=" + encoded(userId) + "&password=" + encoded(password) + "&_csrf="
                + encoded(browser.tokenOn("/login"));
        Answer answer = browser.with("Content-Type", "application/x-www-form-urlencoded").post("/login", form);
        if (answer.status() != 302 || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("not signed in: " + answer.status() + " " + answer.headers().map());
        }
        return browser;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Somebody who calls, with the headers it always sends. */
    public final class Caller {

        private final HttpClient client;
        private final Map<String, String> headers;

        private Caller(HttpClient client, Map<String, String> headers) {
            this.client = client;
            this.headers = headers;
        }

        public Caller with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Caller(client, more);
        }

        public Caller inEnglish() {
            return with("Accept-Language", "en");
        }

        /** With the token of the portal's pages. */
        public Caller withToken() {
            return with("X-CSRF-TOKEN", tokenOn("/receipts"));
        }

        /** With the token that the engine's webapps take from their cookie. */
        public Caller withWebappToken(String engine) {
            Answer page = get("/camunda/app/welcome/" + engine + "/");
            return with("X-XSRF-TOKEN", page.headers().firstValue("X-XSRF-TOKEN").orElseThrow(
                    () -> new IllegalStateException("no token: " + page.status() + " " + page.headers().map())));
        }

        public Answer get(String path) {
            return send("GET", path, null);
        }

        /** A body that is no text is sent as JSON. */
        public Answer post(String path, Object body) {
            return send("POST", path, body);
        }

        public Answer put(String path, Object body) {
            return send("PUT", path, body);
        }

        public Answer options(String path) {
            return send("OPTIONS", path, null);
        }

        public Answer delete(String path) {
            return send("DELETE", path, null);
        }

        /** A body whose length is not said beforehand. */
        public Answer putInChunks(String path, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return exchange("PUT", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        }

        /** A body as it is, in whatever encoding. */
        public Answer postBytes(String path, byte[] body) {
            return exchange("POST", path, BodyPublishers.ofByteArray(body));
        }

        private Answer send(String method, String path, Object body) {
            return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written(body)));
        }

        private Answer exchange(String method, String path, BodyPublisher body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path))
                    .method(method, body);
            headers.forEach(request::setHeader);
            if (body.contentLength() != 0 && !headers.containsKey("Content-Type")) {
                request.setHeader("Content-Type", "application/json");
            }
            try {
                HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
                Answer answer = new Answer(response.statusCode(), response.body(), response.headers());
                if (answer.isPage()) {
                    assertThat(Wording.missingIn(answer.text())).as("keys without a message at %s", path).isEmpty();
                }
                return answer;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        /** The token on a page of the portal. */
        public String tokenOn(String page) {
            Matcher token = TOKEN.matcher(get(page).text());
            List<String> found = new ArrayList<>();
            while (token.find()) {
                found.add(token.group(1) == null ? token.group(2) : token.group(1));
            }
            if (found.isEmpty()) {
                throw new IllegalStateException("no token on " + page + ": " + get(page).status() + " " + get(page).text());
            }
            return found.get(0);
        }

        private static String written(Object body) {
            try {
                return body instanceof String text ? text : JSON.writeValueAsString(body);
            } catch (JsonProcessingException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }
}
