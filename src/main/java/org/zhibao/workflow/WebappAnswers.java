package org.zhibao.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Refusals in the shape the engine's webapps show to the user. */
@Component
class WebappAnswers {

    private final ObjectMapper json;
    private final RefusalTexts texts;
    private final LocaleResolver locales;

    WebappAnswers(ObjectMapper json, RefusalTexts texts, LocaleResolver locales) {
        this.json = json;
        this.texts = texts;
        this.locales = locales;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        String message = texts.of(refusal.text(), locales.resolveLocale(request));
        response.setStatus(RefusalTexts.status(refusal.kind()).value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", "Refused", "message", message));
    }
}
