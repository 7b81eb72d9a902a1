package org.zhibao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * An address that does not exist, cannot be asked so, or holds what cannot be there: a problem for a program, the error
 * page for a person. After {@link ApiProblems}, which says more about what a program sent.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnknownAddresses {

    private final MessageSource messages;

    UnknownAddresses(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class,
        MissingServletRequestParameterException.class})
    Object unanswered(Exception unanswered, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        ErrorResponse problem = (ErrorResponse) unanswered;
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem.updateAndGetBody(messages, locale));
        }
        return page(problem.getStatusCode(), response);
    }

    /** No page is called so: {@code /filings/x}. */
    @ExceptionHandler
    ModelAndView wrongType(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) {
        return page(HttpStatus.NOT_FOUND, response);
    }

    private static ModelAndView page(HttpStatusCode status, HttpServletResponse response) {
        response.setStatus(status.value());
        return new ModelAndView("error").addObject("status", status.value());
    }
}
