package org.zhibao.account.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.zhibao.account.EntryProblem;
import org.zhibao.account.EntryRefused;
import org.zhibao.account.SignInBusy;

/** Answers API requests that are not signed in, or whose CSRF token is missing, with problem details. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SECONDS_TO_WAIT = "10";
    private static final Pattern PROGRAM = Pattern.compile("/(api|modeler-api|camunda/api|v3)/.*");

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    Problems(ObjectMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof SignInBusy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, "refusal.too-many");
            return;
        }
        if (refused instanceof EntryRefused kept) {
            write(request, response, HttpStatus.FORBIDDEN, entryText(kept.problem()));
            return;
        }
        // a browser's own password box would leave credentials behind that a foreign page could use
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Zhibao\", charset=\"UTF-8\"");
        }
        write(request, response, HttpStatus.UNAUTHORIZED, "refusal.not-signed-in");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            // without a session no token can be right: the session has ended, or there never was one
            commence(request, response, new InsufficientAuthenticationException("not signed in", refused));
            return;
        }
        write(request, response, HttpStatus.FORBIDDEN, "refusal.stale-page");
    }

    /** Whether the request wants an answer, not a page. */
    static boolean isProgram(HttpServletRequest request) {
        return PROGRAM.matcher(request.getRequestURI()).matches();
    }

    /** Says that the session has been ended: to a program with 401, to a person on the sign-in page. */
    void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isProgram(request)) {
            write(request, response, HttpStatus.UNAUTHORIZED, "refusal.not-signed-in");
        } else {
            response.sendRedirect("/login?ended");
        }
    }

    /** Says why the way in is closed: to a program with 403, to a person on the sign-in page. */
    void keptOut(HttpServletRequest request, HttpServletResponse response, EntryProblem problem) throws IOException {
        if (isProgram(request)) {
            write(request, response, HttpStatus.FORBIDDEN, entryText(problem));
        } else {
            response.sendRedirect("/login?" + query(problem));
        }
    }

    /** What the sign-in page is asked to say. */
    static String query(EntryProblem problem) {
        return "certificate=" + problem.key();
    }

    private static String entryText(EntryProblem problem) {
        return "entry." + problem.key();
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
                messages.getMessage(key, null, locales.resolveLocale(request)));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
