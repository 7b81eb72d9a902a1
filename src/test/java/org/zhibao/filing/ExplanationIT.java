package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** A finding that asks for an explanation blocks the submission until there is one, for exactly this value (W35). */
@ApplicationTest
class ExplanationIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;

    private FilingSummary filing;
    private BigDecimal usual;
    private int version;

    @BeforeEach
    void anOutputTwiceTheUsual() {
        filing = scenario.freshIndustrialFiling();
        usual = scenario.report(filing).figures().number("A24").orElseThrow();
    }

    @Test
    void anUnexplainedFindingSendsTheReportBack() {
        Answer answer = submit(outputTimes(2, Map.of()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.detail()).contains("0 blocking findings").contains("without explanation");
        assertThat(answer.json().path("findings")).isNotEmpty().allSatisfy(
                f -> assertThat(f.path("message").asText()).isNotEmpty());
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.CHECK_FAILED);
        assertThat(scenario.now(filing).revision()).isZero();
    }

    @Test
    void anExplanationOfTooFewWordsDoesNotCount() {
        Map<String, String> fingerprints = explanations(outputTimes(2, Map.of()), "九个字不够用的啊！".substring(0, 9));
        assertThat(submit(outputTimes(2, fingerprints)).status()).isEqualTo(422);
        fingerprints.replaceAll((f, text) -> "   " + text.substring(0, 5) + "     ");
        assertThat(submit(outputTimes(2, fingerprints)).status()).isEqualTo(422);
    }

    @Test
    void anExplanationThatSaysNothingIsRefusedBesideTheFindingWithWhatToWriteInstead() {
        Map<String, String> fingerprints = explanations(outputTimes(2, Map.of()), "经核实，数据属实，准确无误。");
        scenario.save(filing, outputTimes(2, fingerprints));
        JsonNode findings = api.as(filing.orgCode()).post("/api/v1/filings/" + filing.id() + "/check", null).json()
                .path("findings");
        assertThat(findings).anySatisfy(f -> assertThat(f.path("refusal").asText()).contains("没有说明原因", "停产检修15天"));
        Answer answer = submit(outputTimes(2, fingerprints));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("findings").findValuesAsText("refusal")).anyMatch(r -> r.contains("explain nothing"));
    }

    @Test
    void oneExplanationDoesNotServeTwoFigures() {
        String why = "新生产线七月投产，产值翻倍。";
        ReportDocument report = outputTimes(2, Map.of());
        Map<String, String> written = explanations(report, why);
        written.replaceAll((f, text) -> why);
        scenario.save(filing, outputTimes(2, written));
        JsonNode findings = api.as(filing.orgCode()).post("/api/v1/filings/" + filing.id() + "/check", null).json()
                .path("findings");
        String first = firstExplained(findings);
        findings.forEach(f -> {
            if (f.path("severity").asText().equals("EXPLAIN")) {
                assertThat(f.path("refusal").asText().isEmpty()).as(f.toString())
                        .isEqualTo(f.path("fields").path(0).asText().equals(first));
            }
        });
    }

    private static String firstExplained(JsonNode findings) {
        for (JsonNode finding : findings) {
            if (finding.path("severity").asText().equals("EXPLAIN")) {
                return finding.path("fields").path(0).asText();
            }
        }
        return "";
    }

    @Test
    void anExplainedReportIsReceivedWithItsExplanations() {
        Map<String, String> written = explanations(outputTimes(2, Map.of()), "新生产线七月投产，产值翻倍。");
        written.put("of-no-finding", "没有对应问题的说明不留存。");
        Answer answer = submit(outputTimes(2, written));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode kept = api.as(filing.orgCode()).get("/api/v1/filings/" + filing.id() + "/revisions/1/record").json()
                .at("/document/explanations");
        written.remove("of-no-finding");
        assertThat(kept).hasSize(written.size()).isNotEmpty();
        written.forEach((fingerprint, text) -> assertThat(kept.path(fingerprint).asText()).isEqualTo(text));
    }

    @Test
    void anExplanationLapsesWhenItsValueChanges() {
        Map<String, String> ofTheDouble = explanations(outputTimes(2, Map.of()), "新生产线七月投产，产值翻倍。");
        Answer answer = submit(outputTimes(3, ofTheDouble));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("findings").findValuesAsText("fingerprint"))
                .isNotEmpty().doesNotContainAnyElementsOf(ofTheDouble.keySet());
        assertThat(submit(outputTimes(2, ofTheDouble)).status()).as("back to the value explained").isEqualTo(201);
    }

    @Test
    void aBlockingFindingCannotBeExplainedAway() {
        ReportDocument report = scenario.reportWith(filing, Map.of("A10", ""));
        Map<String, String> explanations = explanations(report, "联系人暂缺，请先接收报表。");
        assertThat(explanations).isNotEmpty();
        Answer answer = submit(new ReportDocument(report.values(), report.rows(), explanations, report.signatories()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.detail()).contains("1 blocking findings");
    }

    private ReportDocument outputTimes(int factor, Map<String, String> explanations) {
        ReportDocument report = scenario.reportWith(filing,
                Map.of("A24", usual.multiply(BigDecimal.valueOf(factor)).toPlainString()));
        return new ReportDocument(report.values(), report.rows(), explanations, report.signatories());
    }

    /** Explains every finding that is more than a hint with the same words and its place after them. */
    private Map<String, String> explanations(ReportDocument report, String text) {
        version = scenario.save(filing, report);
        Map<String, String> explanations = new TreeMap<>();
        api.as(filing.orgCode()).post("/api/v1/filings/" + filing.id() + "/check", null).json().path("findings")
                .forEach(f -> {
                    if (!f.path("severity").asText().equals("HINT")) {
                        explanations.put(f.path("fingerprint").asText(), text + (text.length() < 10 ? ""
                                : "（" + f.path("fields").path(0).asText() + "）"));
                    }
                });
        return explanations;
    }

    private Answer submit(ReportDocument report) {
        version = scenario.save(filing, report);
        return api.as(filing.orgCode()).inEnglish().with("Idempotency-Key", "key-" + version)
                .post("/api/v1/filings/" + filing.id() + "/submission", Map.of("version", version));
    }
}
