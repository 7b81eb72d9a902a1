package org.zhibao.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The texts that scripts show: the keys of the bundle {@code messages/forms} that start with {@code js.}, handed to the
 * page as one JSON object without that prefix. They are not message formats: a quote is a quote, and only {@code {0}},
 * {@code {1}} … are replaced.
 */
@Component("scriptMessages")
public class ScriptMessages {

    private static final String PREFIX = "js.";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Locale, String> byLocale = new ConcurrentHashMap<>();

    /** All texts of scripts in the language nearest to {@code locale}, as a JSON object. */
    public String json(Locale locale) {
        return byLocale.computeIfAbsent(Languages.nearest(locale), this::render);
    }

    private String render(Locale locale) {
        // the root bundle is Chinese: never fall back to the language of the machine
        var bundle = ResourceBundle.getBundle("messages/forms", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var texts = new TreeMap<String, String>();
        bundle.keySet().stream().filter(key -> key.startsWith(PREFIX))
                .forEach(key -> texts.put(key.substring(PREFIX.length()), bundle.getString(key)));
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
