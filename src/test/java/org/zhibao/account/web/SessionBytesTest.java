package org.zhibao.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.web.servlet.FlashMap;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.account.SignedIn;
import org.zhibao.refusal.Refusal;

/** What a session holds survives the database, and nothing else comes out of it. */
class SessionBytesTest {

    private final ConversionService bytes = SessionBytes.conversion();

    @Test
    void theSignedInPersonComesBackAsItWas() {
        SignedIn person = new SignedIn(new Actor("group01", "集团", Role.GROUP, "430000", null, "100000016"), Instant.now());
        Object back = there(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(person, null,
                List.of(new SimpleGrantedAuthority("ROLE_GROUP")))));
        assertThat(((SecurityContextImpl) back).getAuthentication().getPrincipal()).isEqualTo(person);
    }

    @Test
    void aRefusalShownOnTheNextPageKeepsItsWords() {
        FlashMap flash = new FlashMap();
        flash.put("refused", Refusal.field("reason", "account.reason", 4, 200));
        flash.addTargetRequestParam("text", "x");
        Object back = there(new CopyOnWriteArrayList<>(List.of(flash)));
        Refusal refusal = (Refusal) ((FlashMap) ((List<?>) back).get(0)).get("refused");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
        assertThat(refusal.fields().get(0).text().arguments()).containsExactly(4, 200);
        assertThat(refusal.properties()).isEmpty();
    }

    @Test
    void thePageAskedForBeforeSigningInComesBack() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/filings/7");
        request.setCookies(new jakarta.servlet.http.Cookie("lang", "zh"));
        DefaultSavedRequest back = (DefaultSavedRequest) there(new DefaultSavedRequest(request));
        assertThat(back.getRequestURI()).isEqualTo("/filings/7");
    }

    @Test
    void aClassThatDoesNotBelongThereIsNotMadeAndCountsAsNothing() {
        assertThat(bytes.convert(bytes.convert(new java.io.File("/etc/passwd"), byte[].class), Object.class)).isNull();
        assertThat(bytes.convert(unknownClass(), Object.class)).isNull();
    }

    /** An object of a class that this release does not have. */
    static byte[] unknownClass() {
        byte[] object = SessionBytes.conversion().convert(new Actor("x", "x", Role.CITY, "430100", null), byte[].class);
        return new String(object, StandardCharsets.ISO_8859_1).replace("org.zhibao.account.Actor", "org.zhibao.account.Gone!")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Object there(Object attribute) {
        return bytes.convert(bytes.convert(attribute, byte[].class), Object.class);
    }
}
