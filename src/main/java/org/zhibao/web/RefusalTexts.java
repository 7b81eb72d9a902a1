package org.zhibao.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhibao.refusal.Refusal;

/** Refusals in the reader's language, with the HTTP status that goes with their kind. */
@Component
public class RefusalTexts {

    private final MessageSource messages;

    RefusalTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text, its arguments translated where they are texts themselves. */
    public String of(Refusal.Text text, Locale locale) {
        Object[] arguments = text.arguments().stream()
                .map(a -> a instanceof Refusal.Text nested ? of(nested, locale) : a).toArray();
        return of(text.key(), locale, arguments);
    }

    /** The message of a key. */
    public String of(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The HTTP status that goes with a kind. */
    public static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }

    /**
     * Puts a refusal on the page whose form is shown again; what is not the reader's, or not there, has a page of its own.
     */
    public static void show(Refusal refused, Model model, HttpServletResponse response) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
            throw refused;
        }
        response.setStatus(status(refused.kind()).value());
        model.addAttribute("refused", refused);
    }
}
