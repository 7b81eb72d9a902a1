package org.zhibao.rule.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** Whoever edits a rule that ships reads what each of its thresholds is. */
class ThresholdWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyThresholdOfAShippedRuleIsCalledSomething(String language) throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/rules");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        assertThat(names()).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(
                messages.getMessage("rules.threshold." + name, null, "", Locale.forLanguageTag(language)))
                .as(name).isNotBlank());
    }

    private static Set<String> names() throws IOException {
        JsonNode file = new YAMLMapper().readTree(new ClassPathResource("rule/rules.yaml").getInputStream());
        Set<String> names = new TreeSet<>();
        file.path("sets").forEach(set -> set.forEach(entry -> entry.fieldNames().forEachRemaining(names::add)));
        file.path("rules").forEach(rule -> {
            rule.path("params").fieldNames().forEachRemaining(names::add);
            rule.path("each").forEach(entry -> entry.fieldNames().forEachRemaining(names::add));
        });
        return names;
    }
}
