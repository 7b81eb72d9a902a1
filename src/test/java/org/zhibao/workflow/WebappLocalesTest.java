package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webapp shows a label's key where a translation is missing, and a blank where a placeholder is. */
class WebappLocalesTest {

    private static final String LABELS = "/labels/";

    /** What a text fills in, and where its links lead. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|%[sd]|\\{}|href=\"#[^\"]*\"");

    /** The banner that recommends another product, a note on forms that ours need not, the plural's ending. */
    private static final Set<String> SILENT = Set.of("BANNER_CE_EOL_TEXT", "NO_TASK_FORM", "PLGN_BATCH_S", "PLGN_MIG_S",
            "PLGN_MOD_DIALOG_S", "PLGN_MOD_RESTART_DIALOG_S");

    /** Words that a Chinese text keeps: formats, standards, keys, the short names of metrics and applications. */
    private static final Pattern KEPT = Pattern.compile("(?i)yyyy-MM-ddTHH:mm:ss"
            + "|\\b(BPMN|DMN|XML|JSON|CSV|API|LDAP|CTRL|DI|EDE|FNI|PI|TU|cockpit|tasklist)\\b");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&\\w+;");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextHasItsChineseCounterpartAtTheSamePlace(String webapp) {
        assertThat(texts(webapp, "zh-CN").keySet()).containsExactlyElementsOf(texts(webapp, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aTranslationFillsInWhatTheOriginalFillsIn(String webapp) {
        assertThat(placeholders(webapp, "zh-CN")).isEqualTo(placeholders(webapp, "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void onlyWhatShallSayNothingIsEmpty(String webapp) {
        Map<String, String> chinese = texts(webapp, "zh-CN");
        chinese.forEach((key, text) -> assertThat(text.isBlank()).as(key)
                .isEqualTo(SILENT.contains(key.substring(key.lastIndexOf('/') + 1))));
        assertThat(chinese).containsKey(LABELS + "BANNER_CE_EOL_TEXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void nothingIsLeftInEnglish(String webapp) {
        texts(webapp, "zh-CN").forEach((key, text) -> {
            if (key.startsWith(LABELS)) {
                String own = KEPT.matcher(MARKUP.matcher(PLACEHOLDER.matcher(text).replaceAll("")).replaceAll(""))
                        .replaceAll("");
                assertThat(own).as(key).doesNotContainPattern(LATIN_WORD);
            }
        });
    }

    private static Map<String, List<String>> placeholders(String webapp, String locale) {
        return texts(webapp, locale).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                text -> PLACEHOLDER.matcher(text.getValue()).results().map(MatchResult::group).sorted().toList()));
    }

    /** JSON pointer -> text, of all leaves in their order. */
    private static Map<String, String> texts(String webapp, String locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect("", read("/META-INF/resources/webjars/camunda/app/" + webapp + "/locales/" + locale + ".json"), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(child -> collect(path + "/" + child.getKey(), child.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static JsonNode read(String file) {
        try (InputStream bytes = WebappLocalesTest.class.getResourceAsStream(file)) {
            String json = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            // the webjar's files begin with a byte order mark
            return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
