package org.zhibao.rule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.SourceKind;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.Severity;

class RuleFormTest {

    private static final RuleText FULL = new RuleText(List.of(new RuleText.Level(Severity.BLOCKING, "gap <= $block\nand true"),
            new RuleText.Level(Severity.EXPLAIN, "gap <= $low")), Set.of(SourceKind.WWTP, SourceKind.WASTEWATER),
            List.of("22", "2511"), null, null, List.of(Map.of("c", "B07"), Map.of("c", "B11")), Map.of("block", "0.2"),
            List.of("$c", "prev.$c"), Map.of("gap", "this.$c - prev.$c"), "this.$c > 0", List.of("$c"), "相差 {gap}", "off by {gap}",
            "S7; test");

    @Test
    void whatThePageShowsIsWhatItSends() {
        assertThat(RuleForm.read(sent(RuleForm.of("R18", FULL, "2026Q4", 3))).text()).isEqualTo(FULL);
    }

    @Test
    void lineEndsOfBrowsersAndBlanksAroundAreNoChange() {
        MultiValueMap<String, String> sent = sent(RuleForm.of("R18", FULL, "2026Q4", 3));
        sent.set("when", "  " + FULL.when() + "\r\n");
        sent.put("holds", List.of("gap <= $block\r\nand true", "gap <= $low", ""));

        assertThat(RuleForm.read(sent).text()).isEqualTo(FULL);
    }

    @Test
    void rowsAndPairsLeftBlankAreNotThere() {
        MultiValueMap<String, String> sent = sent(RuleForm.of("R18", FULL, "2026Q4", 3));
        sent.add("cell", "");
        sent.add("param", "");
        sent.add("value", " ");
        sent.add("let", "");
        sent.add("feel", "");

        assertThat(RuleForm.read(sent).text()).isEqualTo(FULL);
    }

    @Test
    void aColumnMoreLeavesWhatIsThereInItsPlace() {
        MultiValueMap<String, String> sent = sent(RuleForm.of("R18", FULL, "2026Q4", 3));
        sent.set("names", "c, limit");

        assertThat(RuleForm.read(sent).text().each()).containsExactly(Map.of("c", "B07", "limit", ""),
                Map.of("c", "B11", "limit", ""));
    }

    @Test
    void whatHasNoNameOrTwiceTheSameOrNoSeverityIsRefusedAtItsField() {
        MultiValueMap<String, String> sent = sent(RuleForm.of("R18", FULL, "2026Q4", 3));
        sent.add("param", "block");
        sent.add("value", "0.3");
        sent.add("let", "");
        sent.add("feel", "1");
        sent.put("severity", List.of("BLOCKING", "", ""));

        assertThatThrownBy(() -> RuleForm.read(sent).text()).isInstanceOfSatisfying(Refusal.class,
                refused -> assertThat(refused.fields()).extracting(Refusal.FieldError::field)
                        .containsExactlyInAnyOrder("levels.1", "params", "let"));
    }

    @Test
    void anEmptyRequestIsAnEmptyRuleAndNoFailure() {
        assertThat(RuleForm.read(new LinkedMultiValueMap<>()).text().levels()).isEmpty();
    }

    private static MultiValueMap<String, String> sent(RuleForm form) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("code", form.code());
        sent.add("base", String.valueOf(form.base()));
        form.levels().forEach(level -> {
            sent.add("severity", level.name());
            sent.add("holds", level.value());
        });
        form.kinds().forEach(kind -> sent.add("kinds", kind));
        sent.add("names", String.join(", ", form.names()));
        sent.add("columns", String.valueOf(form.names().size()));
        form.rows().forEach(row -> row.forEach(cell -> sent.add("cell", cell)));
        form.params().forEach(param -> {
            sent.add("param", param.name());
            sent.add("value", param.value());
        });
        form.let().forEach(let -> {
            sent.add("let", let.name());
            sent.add("feel", let.value());
        });
        Map.of("industries", form.industries(), "group", form.group(), "eachOf", form.eachOf(), "needs", form.needs(),
                "when", form.when(), "fields", form.fields(), "zh", form.zh(), "en", form.en(), "source", form.source(),
                "from", form.from()).forEach(sent::add);
        return sent;
    }
}
