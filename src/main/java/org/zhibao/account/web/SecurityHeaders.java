package org.zhibao.account.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What browsers are told about our pages and answers. Not to keep them, not to guess their type, and to stay with TLS once
 * seen is what Spring Security tells them anyway.
 */
final class SecurityHeaders {

    /** Everything from here, nothing inline, no plug-ins, no foreign page around it. */
    static final String PAGES = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";

    /** Answers to programs are no pages. */
    static final String ANSWERS = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** No page of ours needs any of these. */
    private static final String NO_DEVICES = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    private SecurityHeaders() {
    }

    /** What holds for pages, answers and the engine's webapps alike. */
    static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frame -> frame.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    static void pages(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES));
    }

    static void answers(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ANSWERS));
    }
}
