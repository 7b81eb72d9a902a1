package org.zhibao.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;
import org.zhibao.account.Actor;
import org.zhibao.account.EntryGate;
import org.zhibao.account.EntryProblem;
import org.zhibao.account.SignedIn;

/**
 * Looks at each request where it comes from and with which certificate: who leaves the private network, or whose
 * certificate is revoked, is out with the next request. The engine's admin webapp is for administrators of the platform
 * inside the private network.
 */
class EntryFilter extends OncePerRequestFilter {

    private static final Duration WARNING = Duration.ofDays(30);
    private static final Pattern ADMIN_WEBAPP = Pattern.compile("/camunda/app/admin(/.*)?|/camunda/api/admin/setup/.*");

    private final EntryGate gate;
    private final Problems problems;
    private final Clock clock;

    EntryFilter(EntryGate gate, Problems problems, Clock clock) {
        this.gate = gate;
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
            return;
        }
        Actor actor = signedIn.actor();
        Optional<EntryProblem> problem = gate.problem(actor, request);
        if (problem.isPresent()) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            problems.keptOut(request, response, problem.get());
        } else if (adminWebapp(request) && !(actor.administersPlatform() && gate.inside(request))) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            gate.certificateEnds(request).filter(end -> end.isBefore(clock.instant().plus(WARNING)))
                    .ifPresent(end -> request.setAttribute("certificateEnds", end));
            chain.doFilter(request, response);
        }
    }

    private static boolean adminWebapp(HttpServletRequest request) {
        return ADMIN_WEBAPP.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8)).matches();
    }
}
