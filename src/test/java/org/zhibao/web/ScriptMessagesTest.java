package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScriptMessagesTest {

    private final ScriptMessages messages = new ScriptMessages();

    @Test
    void scriptsGetTheirTextsInTheReadersLanguageOnAnyMachine() throws Exception {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(text(Locale.SIMPLIFIED_CHINESE, "na")).isEqualTo("不适用");
            assertThat(text(Locale.UK, "na")).isEqualTo("N/A");
            assertThat(text(Locale.FRENCH, "na")).isEqualTo("不适用");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private String text(Locale locale, String key) throws Exception {
        return new ObjectMapper().readTree(messages.json(locale)).path(key).asText();
    }
}
