package org.zhibao.rule;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/** The rules shipped with the platform, as they are written in {@code rule/rules.yaml}. An unknown key is an error. */
record RuleFile(Map<String, List<Map<String, String>>> sets, List<Entry> rules) {

    record Entry(String id, int version, Severity severity, String holds, List<RuleText.Level> levels,
                 Set<SourceKind> kinds, List<String> industries, JsonNode each, String group,
                 LinkedHashMap<String, String> params, List<String> needs, LinkedHashMap<String, String> let,
                 String when, List<String> fields, String zh, String en, String source) {

        /** The rule by itself, with the set it names written out. */
        RuleText text(Map<String, List<Map<String, String>>> sets) {
            List<RuleText.Level> pairs = levels == null && holds != null
                    ? List.of(new RuleText.Level(severity, holds)) : levels;
            boolean named = each != null && each.isTextual();
            boolean word = named && RuleCompiler.KEYWORDS.containsKey(each.asText());
            return new RuleText(pairs, kinds, industries, group, word ? each.asText() : null,
                    word ? List.of() : named ? set(sets) : bindings(), params, needs, let, when, fields, zh, en, source);
        }

        private List<Map<String, String>> set(Map<String, List<Map<String, String>>> sets) {
            if (!sets.containsKey(each.asText())) {
                throw new BadRule(id, "each stands for nothing");
            }
            return sets.get(each.asText());
        }

        private List<Map<String, String>> bindings() {
            List<Map<String, String>> bindings = new ArrayList<>();
            if (each != null && each.isArray()) {
                each.forEach(node -> {
                    Map<String, String> binding = new LinkedHashMap<>();
                    node.fields().forEachRemaining(field -> binding.put(field.getKey(), field.getValue().asText()));
                    bindings.add(binding);
                });
            }
            return bindings;
        }
    }

    RuleFile {
        sets = sets == null ? Map.of() : sets;
        rules = rules == null ? List.of() : rules;
    }

    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static RuleFile read(InputStream yaml) {
        try (yaml) {
            RuleFile file = YAML.readValue(yaml, RuleFile.class);
            file.refuseRepeated();
            return file;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadRule(unreadable.getMessage(), unreadable);
        }
    }

    /** The rules shipped with this version of the platform. */
    static RuleFile shipped() {
        return read(RuleFile.class.getResourceAsStream("/rule/rules.yaml"));
    }

    private void refuseRepeated() {
        Set<String> ids = new LinkedHashSet<>();
        rules.forEach(entry -> {
            if (!ids.add(entry.id())) {
                throw new BadRule(entry.id(), "is there twice");
            }
        });
    }
}
