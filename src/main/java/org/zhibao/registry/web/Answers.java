package org.zhibao.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.ui.Model;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** A page shown again with what was refused. */
final class Answers {

    private Answers() {
    }

    /** Puts the refusal on the page; one that denies the page itself goes on. */
    static void refused(Refusal refused, Model model, HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        model.addAttribute("errors", errors(refused));
    }

    private static Map<String, Refusal.Text> errors(Refusal refused) {
        Map<String, Refusal.Text> errors = new LinkedHashMap<>();
        refused.fields().forEach(f -> errors.putIfAbsent(f.field(), f.text()));
        return errors;
    }

    /** A constant by its name; null if there is none. */
    static <E extends Enum<E>> E one(Class<E> type, String name) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
