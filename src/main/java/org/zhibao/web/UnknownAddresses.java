package org.zhibao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that does not exist: a problem for a program, the error page for a person. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownAddresses {

    private final MessageSource messages;

    UnknownAddresses(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    Object unknown(NoResourceFoundException unknown, HttpServletRequest request, HttpServletResponse response,
                   Locale locale) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(unknown.updateAndGetBody(messages, locale));
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return new ModelAndView("error").addObject("status", HttpStatus.NOT_FOUND.value());
    }
}
