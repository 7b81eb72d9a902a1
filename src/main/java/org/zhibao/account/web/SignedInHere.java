package org.zhibao.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Notes in a new session where and when it was signed in, then leads to the page that was asked for. */
class SignedInHere extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final int LONGEST_AGENT = 200;

    private final Clock clock;

    SignedInHere(Clock clock) {
        this.clock = clock;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
                                        Authentication authentication) throws ServletException, IOException {
        HttpSession session = request.getSession();
        session.setAttribute(SharedSessions.SIGNED_IN_AT, clock.instant());
        session.setAttribute(SharedSessions.ADDRESS, request.getRemoteAddr());
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        session.setAttribute(SharedSessions.AGENT, agent == null ? ""
                : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
