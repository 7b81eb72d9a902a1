package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tasklist shows a label's key where a translation is missing, and a blank where a placeholder is. */
class TasklistLocaleTest {

  private static final String LOCALES = "/META-INF/resources/webjars/camunda/app/tasklist/locales/";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|%[sd]");

  private final Map<String, String> english = texts("en");
  private final Map<String, String> chinese = texts("zh-CN");

  @Test
  void everyTextOfTheWebappHasItsChineseCounterpart() {
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
  }

  @Test
  void aTranslationFillsInWhatTheOriginalFillsIn() {
    assertThat(placeholders(chinese)).isEqualTo(placeholders(english));
  }

  @Test
  void theMigrationBannerSaysNothing() {
    assertThat(chinese.get("/labels/BANNER_CE_EOL_TEXT")).isEmpty();
  }

  private static Map<String, List<String>> placeholders(Map<String, String> texts) {
    return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        text -> PLACEHOLDER.matcher(text.getValue()).results().map(MatchResult::group)
            .map(found -> found.replaceAll("\\s", "")).sorted().toList()));
  }

  /** JSON pointer -> text, of all leaves. */
  private static Map<String, String> texts(String locale) {
    Map<String, String> texts = new TreeMap<>();
    collect("", read(locale), texts);
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

  private static JsonNode read(String locale) {
    try (InputStream file = TasklistLocaleTest.class.getResourceAsStream(LOCALES + locale + ".json")) {
      String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      // the webjar's file begins with a byte order mark
      return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read Tasklist's locale " + locale, e);
    }
  }
}
