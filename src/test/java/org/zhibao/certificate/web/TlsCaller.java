package org.zhibao.certificate.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import org.zhibao.certificate.MadeCertificate;
import org.zhibao.testing.HttpApi;

/** A browser that comes over TLS from an address of its choice, with a client certificate or without; it keeps cookies. */
public final class TlsCaller {

    /** What came back. */
    public record Answer(int status, String head, String body) {

        String header(String name) {
            Matcher found = Pattern.compile("(?im)^" + name + ": (.*)$").matcher(head);
            // an answer to HTTP/1.0 leads to whole addresses
            return found.find() ? found.group(1).strip().replaceFirst("^https://localhost(?=/)", "") : "";
        }
    }

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: ([^=]+)=([^;\\r\\n]*)");

    private final int port;
    private final String from;
    private final SSLSocketFactory sockets;
    private final Map<String, String> cookies;

    /** @param shown null for none */
    public TlsCaller(int port, String from, MadeCertificate shown) {
        this(port, from, sockets(shown), new LinkedHashMap<>());
    }

    private TlsCaller(int port, String from, SSLSocketFactory sockets, Map<String, String> cookies) {
        this.port = port;
        this.from = from;
        this.sockets = sockets;
        this.cookies = cookies;
    }

    /** The same session, carried on from another place and with another certificate. */
    TlsCaller movedTo(String address, MadeCertificate shown) {
        return new TlsCaller(port, address, sockets(shown), cookies);
    }

    public Answer get(String path, String... headers) {
        return send("GET " + path, null, headers);
    }

    /** As a program that signs in with this call. */
    Answer getAs(String userId, String path, String... headers) {
        String pair = Base64.getEncoder().encodeToString((userId + ":" + HttpApi.PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: Basic " + pair;
        return send("GET " + path, null, all);
    }

    /** Signs in at the sign-in page; gives where that leads. */
    public String signIn(String userId) {
        Matcher token = TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("no token on the sign-in page");
        }
        return send("POST /login", "username=" + userId + "&password=" + encoded(HttpApi.PASSWORD) + "&_csrf="
                + encoded(token.group(1))).header("Location");
    }

    private Answer send(String what, String form, String... headers) {
        StringBuilder request = new StringBuilder(what + " HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n");
        if (!cookies.isEmpty()) {
            request.append("Cookie: ");
            cookies.forEach((name, value) -> request.append(name).append('=').append(value).append("; "));
            request.append("\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (form != null) {
            request.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ").append(form.length())
                    .append("\r\n");
        }
        request.append("\r\n").append(form == null ? "" : form);
        return exchanged(request.toString());
    }

    private Answer exchanged(String request) {
        try (Socket plain = new Socket()) {
            plain.bind(new InetSocketAddress(from, 0));
            plain.connect(new InetSocketAddress("127.0.0.1", port));
            plain.setSoTimeout(20_000);
            try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, "localhost", port, false)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int end = answer.indexOf("\r\n\r\n");
                String head = answer.substring(0, end);
                COOKIE.matcher(head).results().forEach(set -> cookies.put(set.group(1), set.group(2)));
                return new Answer(Integer.parseInt(head.substring(9, 12)), head, answer.substring(end + 4));
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static SSLSocketFactory sockets(MadeCertificate shown) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown == null ? null : new KeyManager[] {new Shows(shown)}, new TrustManager[] {new Trusts()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Shows its certificate to everybody, whatever was asked for. */
    private static final class Shows extends X509ExtendedKeyManager {

        private final MadeCertificate shown;

        private Shows(MadeCertificate shown) {
            this.shown = shown;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"shown"};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "shown";
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {shown.certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return shown.key();
        }
    }

    /** The server's certificate is made for the test; others test whom browsers trust. */
    private static final class Trusts implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // ours
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
