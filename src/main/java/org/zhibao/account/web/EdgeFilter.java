package org.zhibao.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhibao.account.SignedIn;

/**
 * Ends a session that has lasted long enough, and slows down an account that asks without end. A form keeps what was
 * typed: after signing in again it is there.
 */
class EdgeFilter extends OncePerRequestFilter {

    private static final String SECONDS_TO_WAIT = "60";

    private final RequestRates rates;
    private final EdgeProperties edge;
    private final Problems problems;
    private final Clock clock;

    EdgeFilter(RequestRates rates, EdgeProperties edge, Problems problems, Clock clock) {
        this.rates = rates;
        this.edge = edge;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
        } else if (lastedTooLong(request.getSession(false))) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            problems.ended(request, response);
        } else if (rates.tooMany(signedIn.getName())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "refusal.too-many");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Counts from when it was signed in. */
    private boolean lastedTooLong(HttpSession session) {
        if (session == null) {
            return false;
        }
        Instant now = clock.instant();
        if (!(session.getAttribute(SharedSessions.SIGNED_IN_AT) instanceof Instant since)) {
            session.setAttribute(SharedSessions.SIGNED_IN_AT, now);
            return false;
        }
        return !now.isBefore(since.plus(edge.longestSession()));
    }
}
