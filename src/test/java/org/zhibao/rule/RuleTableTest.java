package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of shipped rules in the reference is the one in force. */
class RuleTableTest {

    private static final Path TABLE = Path.of("docs/reference/rules.md");
    private static final String GENERATED = "<!-- table -->";
    private static final int MOST_ENTRIES = 6;

    @Test
    void theReferenceListsEveryRuleAsItIs() throws IOException {
        String written = Files.readString(TABLE);
        String current = written.substring(0, written.indexOf(GENERATED) + GENERATED.length() + 1) + table();
        if (Boolean.getBoolean("zhibao.write-docs")) {
            Files.writeString(TABLE, current);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(current);
    }

    private static String table() {
        RuleFile file = RuleFile.shipped();
        return "| 编号 | 级别与条件（满足则不提示） | 阈值 | 适用 | 提示 | 依据 |\n|---|---|---|---|---|---|\n"
                + file.rules().stream().map(entry -> row(entry.id(), entry.text(file.sets()))).collect(Collectors.joining());
    }

    private static String row(String code, RuleText text) {
        return "| " + code + " | " + cell(conditions(text)) + " | " + cell(thresholds(text)) + " | " + cell(scope(text))
                + " | " + cell(text.zh()) + " | " + cell(text.source()) + " |\n";
    }

    private static String conditions(RuleText text) {
        return text.let().entrySet().stream().map(let -> code(let.getKey() + " = " + let.getValue()) + "<br>")
                .collect(Collectors.joining())
                + (text.when() == null ? "" : "当 " + code(text.when()) + "<br>")
                + text.levels().stream().map(level -> name(level.severity()) + " " + code(level.holds()))
                .collect(Collectors.joining("<br>"));
    }

    private static String thresholds(RuleText text) {
        String params = pairs(text.params());
        String entries = text.each().stream().limit(MOST_ENTRIES).map(RuleTableTest::pairs).collect(Collectors.joining("<br>"));
        return params + (params.isEmpty() || entries.isEmpty() ? "" : "<br>") + entries
                + (text.each().size() > MOST_ENTRIES ? "<br>…共 " + text.each().size() + " 项" : "");
    }

    private static String scope(RuleText text) {
        String kinds = text.kinds().isEmpty() ? "全部" : text.kinds().stream().map(kind -> switch (kind) {
            case WASTEWATER -> "废水";
            case WASTE_GAS -> "废气";
            case WWTP -> "污水处理厂";
        }).collect(Collectors.joining("、"));
        return kinds + (text.group() == null ? "" : "<br>" + text.group() + " 逐行")
                + (text.eachOf() == null ? "" : "<br>每个 " + text.eachOf());
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case BLOCKING -> "必须改正";
            case EXPLAIN -> "须说明";
            case HINT -> "提示";
        };
    }

    private static String code(String feel) {
        return "`" + feel + "`";
    }

    private static String cell(String text) {
        return text.replace("\n", " ").replace("|", "\\|");
    }
}
