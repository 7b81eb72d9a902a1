package org.zhibao.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Refuses bodies of API requests that are larger than any report can be, before anybody reads or even signs in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class BodyLimit extends OncePerRequestFilter {

    /** The largest draft, each of its characters escaped as six bytes. */
    static final int MOST_BYTES = 2_000_000;

    /** The address of the Camunda Modeler; it sends models, which are no larger. */
    private static final String MODELER = "/modeler-api/";

    /** A body of unknown length turned out to be too large. */
    static class TooLarge extends IOException {

        TooLarge() {
            super("more than " + MOST_BYTES + " bytes");
        }
    }

    private final ObjectMapper json;
    private final RefusalTexts texts;
    private final LocaleResolver locales;

    BodyLimit(ObjectMapper json, RefusalTexts texts, LocaleResolver locales) {
        this.json = json;
        this.texts = texts;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // a file has a limit of its own, which the multipart resolver keeps
        String type = request.getContentType();
        return !request.getRequestURI().startsWith(MODELER) && (!request.getRequestURI().startsWith("/api/")
                || type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE,
                    texts.of("refusal.too-large", locales.resolveLocale(request), MOST_BYTES));
            if (request.getRequestURI().startsWith(MODELER)) {
                // where that program looks
                problem.setProperty("message", problem.getDetail());
            }
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
    }

    /** Stops reading a body that did not say how long it is. */
    private static final class Counted extends HttpServletRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream body = super.getInputStream();
            return new ServletInputStream() {
                private int read;

                @Override
                public int read() throws IOException {
                    int next = body.read();
                    if (next >= 0 && ++read > MOST_BYTES) {
                        throw new TooLarge();
                    }
                    return next;
                }

                @Override
                public boolean isFinished() {
                    return body.isFinished();
                }

                @Override
                public boolean isReady() {
                    return body.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    body.setReadListener(listener);
                }
            };
        }
    }
}
