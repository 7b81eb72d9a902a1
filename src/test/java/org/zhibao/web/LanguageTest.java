package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

class LanguageTest {

    private final LocaleResolver resolver = new WebConfiguration().localeResolver();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void withoutAnyWishPagesAreChinese() {
        assertThat(language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theFirstOfTheBrowsersLanguagesThatWeSpeakIsTaken() {
        request.addHeader("Accept-Language", "fr, en-GB;q=0.8, zh;q=0.5");
        request.setPreferredLocales(List.of(Locale.FRENCH, Locale.UK, Locale.CHINESE));
        assertThat(language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aBrowserThatSpeaksNeitherGetsChinese() {
        request.addHeader("Accept-Language", "fr");
        request.setPreferredLocales(List.of(Locale.FRENCH));
        assertThat(language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theCookieBeatsTheBrowser() {
        request.addHeader("Accept-Language", "zh-CN");
        request.setPreferredLocales(List.of(Locale.SIMPLIFIED_CHINESE));
        request.setCookies(new Cookie("zhibao-lang", "en"));
        assertThat(language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aCookieThatIsNoLanguageIsIgnored() {
        request.setCookies(new Cookie("zhibao-lang", "<script>"));
        assertThat(language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theSwitchIsRememberedInACookieThatTasklistCanRead() {
        switchTo("en");
        Cookie cookie = response.getCookie("zhibao-lang");
        assertThat(cookie).isNotNull();
        assertThat(cookie.getValue()).isEqualTo("en");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isHttpOnly()).isFalse();
        assertThat(language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aSwitchToALanguageWeDoNotSpeakChangesNothing() {
        switchTo("fr");
        assertThat(response.getCookie("zhibao-lang")).isNull();
    }

    private void switchTo(String language) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, resolver);
        request.setParameter("lang", language);
        new LanguageSwitch().preHandle(request, response, this);
    }

    private Locale language() {
        return resolver.resolveLocale(request);
    }
}
