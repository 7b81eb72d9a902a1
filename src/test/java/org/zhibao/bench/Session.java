package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person signed in at the sign-in page, as its browser talks to the platform. */
final class Session {

    static final String PASSWORD = "Zhibao@2026";
    private static final String HERE = "127.0.0.1";
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CSRF_OF_PAGE = Pattern.compile("data-csrf=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final String address;
    private String cookie = "";
    private String csrf = "";

    private Session(String url, String address) {
        this.url = url;
        this.address = address;
    }

    /** @throws IOException if the platform does not let the person in */
    static Session signIn(Platform platform, String userId) throws IOException, InterruptedException {
        return signIn(platform, userId, PASSWORD, HERE);
    }

    /** The same from another address, if the platform believes this machine to be its proxy. */
    static Session signIn(Platform platform, String userId, String password, String address)
            throws IOException, InterruptedException {
        Session session = new Session(platform.url(), address);
        String page = session.get("/login");
        HttpResponse<String> answer = session.send(session.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + userId + "&password=" + encoded(password) + "&_csrf="
                        + encoded(first(CSRF_FIELD, page)))));
        if (answer.headers().firstValue("Location").orElse("login").contains("login")) {
            throw new IOException(userId + " was not let in");
        }
        session.csrf = first(CSRF_OF_PAGE, session.get("/"));
        return session;
    }

    String get(String path) throws IOException, InterruptedException {
        return body(send(request(path).GET()), path);
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path));
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return write("PUT", path, body, Map.of());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return write("POST", path, body, Map.of());
    }

    /** Sends a file as the part {@code file} of a form. */
    JsonNode upload(String path, String name, byte[] file) throws IOException, InterruptedException {
        String boundary = "bench-" + System.nanoTime();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return JSON.readTree(body(send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-CSRF-TOKEN", csrf).POST(BodyPublishers.ofByteArrays(java.util.List.of(head, file, foot)))),
                path));
    }

    /** Sends a form of a page and gives the page that answers; {@code fields} are encoded already. */
    String postForm(String path, String fields) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", csrf).POST(BodyPublishers.ofString(fields)));
        if (answer.statusCode() >= 400) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    JsonNode write(String method, String path, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrf).method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return JSON.readTree(body(send(request), path));
    }

    private static String body(HttpResponse<String> answer, String path) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).header("Cookie", cookie)
                .header("Accept-Language", "zh-CN");
        // said by anybody but a proxy, it counts as a call from outside
        return address.equals(HERE) ? request : request.header("X-Forwarded-For", address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("JSESSIONID="))
                .forEach(c -> cookie = c.substring(0, c.indexOf(';')));
        return answer;
    }

    private static String first(Pattern pattern, String page) throws IOException {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IOException("the page has no " + pattern);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
