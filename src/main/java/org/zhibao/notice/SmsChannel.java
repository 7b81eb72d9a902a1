package org.zhibao.notice;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.zhibao.account.DemoMode;

/**
 * Text messages through an HTTP gateway: {@code POST {"id","to","text"}} with the secret in a header and the id as
 * {@code Idempotency-Key}. Any answer 2xx means taken; 400 and 422 mean that the message itself is refused.
 */
@Component
class SmsChannel implements OutgoingChannel {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    /** The body of the request. */
    record Body(String id, String to, String text) {
    }

    private final RestClient.Builder clients;
    private volatile RestClient gateway;
    private volatile String url = "";

    SmsChannel(NoticeProperties properties, DemoMode demo) {
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build());
        http.setReadTimeout(ANSWER);
        clients = RestClient.builder().requestFactory(http);
        if (!demo.on()) {
            connect(properties.smsUrl(), properties.smsSecretHeader(), properties.smsSecret());
        }
    }

    /** Uses this gateway from now on; an empty address closes the channel. */
    final void connect(String newUrl, String secretHeader, String secret) {
        gateway = newUrl.isBlank() ? null
                : clients.clone().baseUrl(newUrl).defaultHeader(secretHeader, secret).build();
        url = newUrl;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean open() {
        return gateway != null;
    }

    @Override
    public String target() {
        return url.replaceAll("[?#].*|(?<=//)[^/@]*@", "");
    }

    @Override
    public void send(OutgoingMessage message) throws ChannelFailure {
        try {
            gateway.post().contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", message.id())
                    .body(new Body(message.id(), message.to(), message.subject())).retrieve().toBodilessEntity();
        } catch (RestClientResponseException answered) {
            int status = answered.getStatusCode().value();
            throw new ChannelFailure("HTTP " + status, status == BAD_REQUEST || status == UNPROCESSABLE);
        } catch (RestClientException failed) {
            throw new ChannelFailure(failed.getMessage(), false);
        }
    }
}
