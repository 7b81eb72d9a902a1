package org.zhibao.rule.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.SourceKind;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.Severity;

/**
 * A rule as the edit page holds it: every part as it was typed, so that nothing is lost when something is refused.
 *
 * @param code    the rule's code
 * @param levels  severity and condition, in pairs
 * @param names   names of the columns of {@code rows}
 * @param rows    the entries a rule is expanded by, one value for each name
 * @param params  name and value of each threshold
 * @param let     name and FEEL text of each intermediate figure
 * @param from    the first period it counts for
 * @param base    the version it is made from; 0 for a new rule
 */
record RuleForm(String code, List<Pair> levels, Set<String> kinds, String industries, String group, String eachOf,
                List<String> names, List<List<String>> rows, List<Pair> params, String needs, List<Pair> let,
                String when, String fields, String zh, String en, String source, String from, String reason,
                int base) {

    /** Two inputs that belong together. */
    record Pair(String name, String value) {

        boolean blank() {
            return name.isBlank() && value.isBlank();
        }
    }

    private static final int LONGEST_SHOWN = 30;

    /** The page as it opens. */
    static RuleForm of(String code, RuleText text, String from, int base) {
        List<String> names = text.each().isEmpty() ? List.of() : List.copyOf(text.each().get(0).keySet());
        return new RuleForm(code, text.levels().stream().map(l -> new Pair(l.severity().name(), l.holds())).toList(),
                text.kinds().stream().map(Enum::name).collect(Collectors.toSet()), String.join(", ", text.industries()),
                orEmpty(text.group()), orEmpty(text.eachOf()), names,
                text.each().stream().map(binding -> names.stream().map(n -> orEmpty(binding.get(n))).toList()).toList(),
                pairs(text.params()), String.join(", ", text.needs()), pairs(text.let()), orEmpty(text.when()),
                String.join(", ", text.fields()), orEmpty(text.zh()), orEmpty(text.en()), orEmpty(text.source()), from, "",
                base);
    }

    /** The page as it was sent. */
    static RuleForm read(MultiValueMap<String, String> sent) {
        List<String> names = list(one(sent, "names"));
        return new RuleForm(one(sent, "code"), pairs(sent, "severity", "holds"),
                new TreeSet<>(sent.getOrDefault("kinds", List.of())), one(sent, "industries"), one(sent, "group"),
                one(sent, "eachOf"), names, rows(sent, names.size()), pairs(sent, "param", "value"), one(sent, "needs"),
                pairs(sent, "let", "feel"), one(sent, "when"), one(sent, "fields"), one(sent, "zh"), one(sent, "en"),
                one(sent, "source"), one(sent, "from"), one(sent, "reason"), number(one(sent, "base")));
    }

    /** @throws Refusal naming each part that cannot be read */
    RuleText text() {
        List<Refusal.FieldError> errors = new ArrayList<>();
        List<RuleText.Level> read = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            read.add(new RuleText.Level(severity(levels.get(i).name()), levels.get(i).value()));
            if (read.get(i).severity() == null) {
                errors.add(error("levels." + i, "rules.bad.severity"));
            }
        }
        Map<String, String> thresholds = map("params", params, errors);
        Map<String, String> figures = map("let", let, errors);
        if (new LinkedHashSet<>(names).size() < names.size()) {
            errors.add(error("each", "rules.bad.twice", String.join(", ", names)));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return new RuleText(read, kinds.stream().filter(RuleForm::isKind).map(SourceKind::valueOf)
                .collect(Collectors.toSet()), list(industries), orNull(group), orNull(eachOf), entries(), thresholds,
                list(needs), figures, orNull(when), list(fields), zh, en, source);
    }

    /** The same on the version that somebody stored meanwhile. */
    RuleForm on(int version) {
        return new RuleForm(code, levels, kinds, industries, group, eachOf, names, rows, params, needs, let, when, fields,
                zh, en, source, from, reason, version);
    }

    private List<Map<String, String>> entries() {
        return names.isEmpty() ? List.of() : rows.stream().map(row -> {
            Map<String, String> binding = new LinkedHashMap<>();
            IntStream.range(0, names.size()).forEach(i -> binding.put(names.get(i), row.get(i)));
            return binding;
        }).collect(Collectors.toList());
    }

    private static Map<String, String> map(String part, List<Pair> pairs, List<Refusal.FieldError> errors) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (pair.name().isBlank()) {
                errors.add(error(part, "rules.bad.no-name", shortened(pair.value())));
            } else if (map.put(pair.name(), pair.value()) != null) {
                errors.add(error(part, "rules.bad.twice", shortened(pair.name())));
            }
        }
        return map;
    }

    /** Inputs stand for rows of as many columns as the page had; what a column more or less makes of them is blank or gone. */
    private static List<List<String>> rows(MultiValueMap<String, String> sent, int names) {
        List<String> cells = sent.getOrDefault("cell", List.of()).stream().map(String::strip).toList();
        int columns = Math.max(1, number(one(sent, "columns")));
        List<List<String>> rows = new ArrayList<>();
        for (int start = 0; start < cells.size() && names > 0; start += columns) {
            List<String> row = cells.subList(start, Math.min(cells.size(), start + columns));
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(IntStream.range(0, names).mapToObj(i -> i < row.size() ? row.get(i) : "").toList());
            }
        }
        return rows;
    }

    private static List<Pair> pairs(MultiValueMap<String, String> sent, String first, String second) {
        List<String> names = sent.getOrDefault(first, List.of());
        List<String> values = sent.getOrDefault(second, List.of());
        return IntStream.range(0, Math.min(names.size(), values.size()))
                .mapToObj(i -> new Pair(names.get(i).strip(), plain(values.get(i))))
                .filter(pair -> !pair.blank()).toList();
    }

    private static List<Pair> pairs(Map<String, String> map) {
        return map.entrySet().stream().map(e -> new Pair(e.getKey(), e.getValue())).toList();
    }

    private static List<String> list(String written) {
        return Arrays.stream(written.split("[\\s,，、;；]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String one(MultiValueMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : plain(value);
    }

    /** Browsers send CR LF, which would count as two characters of a FEEL text. */
    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private static boolean isKind(String name) {
        return Arrays.stream(SourceKind.values()).anyMatch(kind -> kind.name().equals(name));
    }

    private static Severity severity(String name) {
        return Arrays.stream(Severity.values()).filter(s -> s.name().equals(name)).findFirst().orElse(null);
    }

    private static Refusal.FieldError error(String field, String key, Object... arguments) {
        return new Refusal.FieldError(field, new Refusal.Text(key, arguments));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
