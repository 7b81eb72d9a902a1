package org.zhibao.rule;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/** The rules as they are written; {@code rule/rules.yaml} says what each key means. An unknown key is an error. */
record RuleFile(Map<String, List<Map<String, String>>> sets, List<Entry> rules) {

    record Entry(String id, int version, Severity severity, String holds, List<Level> levels, Set<SourceKind> kinds,
                 JsonNode each, String group, LinkedHashMap<String, String> params, List<String> needs,
                 LinkedHashMap<String, String> let, String when, List<String> fields, String zh, String en,
                 String source) {

        Entry {
            kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
            params = params == null ? new LinkedHashMap<>() : params;
            needs = needs == null ? List.of() : List.copyOf(needs);
            let = let == null ? new LinkedHashMap<>() : let;
            fields = fields == null ? List.of() : List.copyOf(fields);
            levels = levels == null && holds != null ? List.of(new Level(severity, holds)) : levels;
        }

        /** @throws BadRule unless the entry has all that a rule must have */
        void requireComplete() {
            if (id == null || !id.matches("R[0-9]{2}[a-z]?") || version < 1) {
                throw new BadRule(String.valueOf(id), "needs an id such as R10 or R10b and a version from 1");
            }
            if (levels == null || levels.isEmpty() || levels.stream().anyMatch(Level::incomplete)) {
                throw new BadRule(id, "needs severity and holds, or levels of these");
            }
            if (zh == null || en == null || source == null) {
                throw new BadRule(id, "needs a message in zh and en and a source");
            }
        }
    }

    record Level(Severity severity, String holds) {

        boolean incomplete() {
            return severity == null || holds == null || holds.isBlank();
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
            return YAML.readValue(yaml, RuleFile.class);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadRule(unreadable.getMessage(), unreadable);
        }
    }
}
