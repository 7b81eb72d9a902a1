package org.zhibao.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.zhibao.refusal.Refusal;

/** Answers of the API that say no, as problem details (RFC 9457) in the reader's language. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    /** One field that was refused. */
    record Field(String field, String message) {
    }

    private final RefusalTexts texts;
    private final MessageSource messages;

    ApiProblems(RefusalTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, Locale locale) {
        ProblemDetail problem = problem(RefusalTexts.status(refusal.kind()), texts.of(refusal.text(), locale));
        if (!refusal.fields().isEmpty()) {
            problem.setProperty("errors", refusal.fields().stream()
                    .map(f -> new Field(f.field(), texts.of(f.text(), locale))).toList());
        }
        refusal.properties().forEach(problem::setProperty);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        if (unreadable.getMostSpecificCause() instanceof BodyLimit.TooLarge) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, texts.of("refusal.too-large", locale, BodyLimit.MOST_BYTES));
        }
        String field = path(unreadable.getCause());
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, texts.of("refusal.unreadable", locale));
        if (!field.isEmpty()) {
            problem.setProperty("errors", List.of(new Field(field, texts.of("refusal.wrong-type", locale))));
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST,
                texts.of("refusal.wrong-parameter", locale, mismatch.getName()));
        problem.setProperty("errors", List.of(new Field(mismatch.getName(), texts.of("refusal.wrong-type", locale))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(MissingRequestHeaderException missing, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, texts.of("refusal.missing-header", locale, missing.getHeaderName()));
    }

    @ExceptionHandler
    ProblemDetail tooSlow(ConcurrencyFailureException conflict, Locale locale) {
        return problem(HttpStatus.CONFLICT, texts.of("action.somebody-faster", locale));
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception unexpected, Locale locale) {
        if (unexpected instanceof ErrorResponse known) {
            return known.updateAndGetBody(messages, locale);
        }
        LOG.error("An API request failed", unexpected);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, texts.of("refusal.unexpected", locale));
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static String path(Throwable cause) {
        if (cause instanceof JsonMappingException mapping) {
            return mapping.getPath().stream()
                    .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                    .collect(Collectors.joining("."));
        }
        return cause instanceof JsonProcessingException json && json.getLocation() != null
                ? "line " + json.getLocation().getLineNr() + ", column " + json.getLocation().getColumnNr() : "";
    }
}
