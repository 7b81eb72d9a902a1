package org.zhibao.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;

/** What the browser is given to check with. */
@ApplicationTest
class LiveRulesApiIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi http;

    private FilingSummary filing;
    private HttpApi.Answer answer;

    @BeforeEach
    void theRulesOfAnIndustrialUnit() {
        filing = scenario.freshIndustrialFiling();
        answer = get("If-None-Match", "");
    }

    @Test
    void theRulesComeWithTheirTextsAndWhatTheyRead() {
        JsonNode rule = rule("R10");
        assertThat(rule.path("feel").asText()).contains("abs(this.A27 - total) <= max($tolerance * this.A27, $digit)");
        assertThat(rule.path("params").path("tolerance").asText()).isEqualTo("0.01");
        assertThat(rule.path("levels").toString()).contains("BLOCKING");
        assertThat(answer.json().path("context").path("unit").path("orgCode").asText()).isEqualTo(filing.orgCode());
        assertThat(answer.json().path("context").path("prev")).isNotEmpty();
        assertThat(answer.bytes().length).isLessThan(150_000);
    }

    @Test
    void aRuleOnOtherUnitsDataIsNamedAndNothingElse() {
        JsonNode rule = rule("R05c");
        assertThat(rule.path("server").asBoolean()).isTrue();
        assertThat(rule.path("feel").asText() + rule.path("zh").asText()).isEmpty();
        assertThat(answer.text()).doesNotContain("link.");
    }

    @Test
    void rulesThatNeverLookAtTheUnitAreLeftOut() {
        List<String> ids = new ArrayList<>();
        answer.json().path("rules").forEach(rule -> ids.add(rule.path("id").asText()));
        assertThat(ids).contains("R01", "R10").doesNotContain("R38");
    }

    @Test
    void aBrowserThatHasThemIsNotSentThemAgain() {
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("private").contains("no-cache");
        assertThat(get("If-None-Match", etag).status()).isEqualTo(304);
        assertThat(get("If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    private HttpApi.Answer get(String header, String value) {
        return http.as(filing.orgCode()).with(header, value).get("/api/v1/filings/" + filing.id() + "/rules");
    }

    private JsonNode rule(String id) {
        for (JsonNode rule : answer.json().path("rules")) {
            if (rule.path("id").asText().equals(id)) {
                return rule;
            }
        }
        throw new AssertionError("no rule " + id + " in " + answer.text());
    }
}
