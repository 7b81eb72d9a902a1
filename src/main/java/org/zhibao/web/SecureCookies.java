package org.zhibao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Marks every cookie {@code Secure} that is set over TLS, whoever sets it: pages, language switch, the engine's webapps.
 * Over plain HTTP, as when trying out, browsers would drop such cookies.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class SecureCookies extends OncePerRequestFilter {

    private static final String MARK = "; Secure";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.isSecure();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void addCookie(Cookie cookie) {
                cookie.setSecure(true);
                super.addCookie(cookie);
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, marked(name, value));
            }

            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, marked(name, value));
            }
        });
    }

    private static String marked(String name, String value) {
        return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && value != null
                && !value.toLowerCase(Locale.ROOT).contains(MARK.toLowerCase(Locale.ROOT)) ? value + MARK : value;
    }
}
