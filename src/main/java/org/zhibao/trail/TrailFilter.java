package org.zhibao.trail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.zhibao.account.Actor;
import org.zhibao.account.SignedIn;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.AuditTrail.Deed;
import org.zhibao.refusal.Refusal;

/**
 * Around everything else, so that nothing is forgotten: has each refusal of a person's request and each file handed out
 * put into the trail. What only has to be typed better (400, 422) is no refusal.
 */
class TrailFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(TrailFilter.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FILES = Set.of("application/pdf", "text/csv", "application/octet-stream",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int LONGEST_QUERY = 1000;

    private final AuditTrail trail;
    private final Subjects subjects;

    TrailFilter(AuditTrail trail, Subjects subjects) {
        this.trail = trail;
        this.subjects = subjects;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor before = ofSession(request);
        chain.doFilter(request, response);
        Actor actor = before != null ? before : ofRequest(request);
        if (actor != null) {
            try {
                note(request, response, actor);
            } catch (RuntimeException failed) {
                LOG.error("{} {} by {} could not be put into the audit trail", request.getMethod(),
                        request.getRequestURI(), actor.userId(), failed);
            }
        }
    }

    private void note(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        Refusal refusal = refusal(request);
        if (refused(request, response.getStatus(), refusal)) {
            String why = refusal == null ? "" : " " + refusal.text().key();
            trail.refused(actor.who(), request.getRemoteAddr(), new Deed("REFUSED", subjects.of(request.getRequestURI()),
                    asked(request) + ": " + response.getStatus() + why));
        } else if ("GET".equals(request.getMethod()) && response.getStatus() == HttpServletResponse.SC_OK
                && isFile(response)) {
            trail.handedOut(actor.who(), request.getRemoteAddr(), subjects.of(request.getRequestURI()), asked(request));
        }
    }

    private static boolean refused(HttpServletRequest request, int status, Refusal refusal) {
        boolean acts = !READING.contains(request.getMethod());
        if (refusal == null) {
            return status == HttpServletResponse.SC_FORBIDDEN || acts && status == HttpServletResponse.SC_CONFLICT;
        }
        return switch (refusal.kind()) {
            case FORBIDDEN, NOT_FOUND -> true;
            case CONFLICT -> acts;
            case INVALID, UNPROCESSABLE -> false;
        };
    }

    /** What a controller refused, whether the answer is a problem, the error page, or the page before with a word on it. */
    private static Refusal refusal(HttpServletRequest request) {
        if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof Refusal answered) {
            return answered;
        }
        return request.getAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE) instanceof Map<?, ?> flash
                && flash.get("refused") instanceof Refusal onNextPage ? onNextPage : null;
    }

    private static boolean isFile(HttpServletResponse response) {
        String type = response.getContentType();
        return response.getHeader(HttpHeaders.CONTENT_DISPOSITION) != null
                || type != null && FILES.contains(type.split(";")[0].strip());
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        String asked = request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
        return asked.length() > LONGEST_QUERY ? asked.substring(0, LONGEST_QUERY) : asked;
    }

    private static Actor ofSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : actor(session.getAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
    }

    private static Actor ofRequest(HttpServletRequest request) {
        return actor(request.getAttribute(RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME));
    }

    private static Actor actor(Object context) {
        return context instanceof SecurityContext security && security.getAuthentication() != null
                && security.getAuthentication().getPrincipal() instanceof SignedIn signedIn ? signedIn.actor() : null;
    }
}
