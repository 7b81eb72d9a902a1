package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.Scenario;

/** Drafts and submissions that make no sense: each gets a clear answer and leaves no trace. */
@ApplicationTest
class BadDraftIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private Footprint footprint;
    @Autowired
    private HttpApi api;

    private FilingSummary filing;
    private HttpApi.Caller unit;
    private List<String> before;

    @BeforeEach
    void aFreshFiling() {
        filing = scenario.freshFiling();
        unit = api.as(filing.orgCode());
        before = footprint.of(filing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version": 0, "document": 7}                                             | document
            {"version": 0, "document": "text"}                                        | document
            {"version": "abc", "document": {}}                                        | version
            {"version": 0.5, "document": {}}                                          | version
            {"version": 99999999999, "document": {}}                                  | version
            {"version": {}, "document": {}}                                           | version
            {"version": 0, "document": {"values": []}}                                | document.values
            {"version": 0, "document": {"values": {"A27": {"deep": 1}}}}              | document.values.A27
            {"version": 0, "document": {"values": {"A27": [1]}}}                      | document.values.A27
            {"version": 0, "document": {"rows": {"A26": 3}}}                          | document.rows.A26
            {"version": 0, "document": {"rows": {"A26": [5]}}}                        | document.rows.A26.[0]
            {"version": 0, "document": {"explanations": "none"}}                      | document.explanations
            {"version": 0, "document": {"signatories": ["a"]}}                        | document.signatories
            {"version": 0, "document": {"values": {"A27": "1"}                        | document
            {"version": 0 "document"                                                  | line 1, column
            """)
    void aWrongTypeIsAnsweredWithTheNameOfTheField(String body, String field) {
        Answer answer = unit.inEnglish().put(draft(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("The request cannot be read");
        assertThat(answer.errors()).hasSize(1).allSatisfy((name, message) -> {
            assertThat(name).startsWith(field);
            assertThat(message).startsWith("Wrong type");
        });
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -5, negative
            −5, negative
            twelve, not a number
            1e9, not a number
            '1,000', not a number
            NaN, not a number
            99999999999999999999999999, too large
            """)
    void aFigureThatIsNoneNamesItsCell(String figure, String complaint) {
        String cell = scenario.report(filing).values().containsKey("D03") ? "D03" : "A24";
        Answer answer = save(Map.of("values", Map.of(cell, figure)), unit.inEnglish());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.detail()).isEqualTo("1 fields cannot be accepted; correct them as shown and send again.");
        assertThat(answer.errors()).containsOnlyKeys(cell);
        assertThat(answer.errors().get(cell)).contains(complaint);
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void theAnswerIsInTheReadersLanguageAndChineseByDefault() {
        Map<String, Object> bad = Map.of("values", Map.of("Z99", "1"));
        assertThat(save(bad, unit).errors().get("Z99")).contains("没有指标");
        assertThat(save(bad, unit.with("Accept-Language", "fr, en;q=0.5")).errors().get("Z99")).contains("no indicator");
        assertThat(save(bad, unit.with("Accept-Language", "zh-TW, en;q=0.5")).errors().get("Z99")).contains("没有指标");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void everyUnknownIndicatorTableAndColumnIsNamed() {
        Answer answer = save(Map.of("values", Map.of("Z99", "1", "<script>", "2"),
                "rows", Map.of("Z1", List.of(Map.of("a", "b")))), unit.inEnglish());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsOnlyKeys("Z99", "<script>", "Z1");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void absurdSizesAreRefused() {
        Map<String, String> manyValues = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            manyValues.put("X" + i, "1");
        }
        refusedForSize(Map.of("values", manyValues));
        refusedForSize(Map.of("values", Map.of("A03", "名".repeat(3_000))));
        refusedForSize(Map.of("values", Map.of("A03", "名".repeat(350_000))));
        refusedForSize(Map.of("values", Map.of("A".repeat(40_000), "1")));
        String group = scenario.report(filing).rows().keySet().stream().findFirst().orElse("A26");
        List<Map<String, String>> manyRows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            manyRows.add(Map.of("x", "1"));
        }
        refusedForSize(Map.of("rows", Map.of(group, manyRows)));
        Map<String, String> manyExplanations = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            manyExplanations.put("key" + i, "说明说明说明说明说明说明");
        }
        refusedForSize(Map.of("explanations", manyExplanations));
        refusedForSize(Map.of("explanations", Map.of("key", "说".repeat(1_001))));
        refusedForSize(Map.of("signatories", Map.of("preparer", "名".repeat(31))));
    }

    private void refusedForSize(Map<String, Object> document) {
        Answer answer = save(document, unit.inEnglish());
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.errors()).isNotEmpty();
        assertThat(answer.bytes().length).as("the answer does not echo it all").isLessThan(100_000);
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aBodyOfFiveMegabytesIsRefusedBeforeItIsRead() {
        Answer answer = save(Map.of("values", Map.of("A03", "x".repeat(5_000_000))), unit.inEnglish());
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).contains("too large");
        Answer inChunks = unit.inEnglish().putInChunks(draft(),
                "{\"version\": 0, \"document\": {\"values\": {\"A03\": \"" + "x".repeat(5_000_000) + "\"}}}");
        assertThat(inChunks.status()).isEqualTo(413);
        assertThat(inChunks.detail()).contains("too large");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
        Answer answer = unit.put(draft(), "{\"version\": 0, \"ignored\": " + deep + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void controlCharactersDoNotGetIn() {
        assertThat(save(Map.of("values", Map.of("A10", "张\u0000三")), unit).errors()).containsOnlyKeys("A10");
        assertThat(save(Map.of("signatories", Map.of("checker", "张\u0007三")), unit).errors())
                .containsOnlyKeys("signatories.checker");
        assertThat(save(Map.of("explanations", Map.of("key", "a\u0000b")), unit).errors())
                .containsOnlyKeys("explanations");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void nullsInTheDocumentAreBlanksAndNotErrors() {
        String group = scenario.report(filing).rows().keySet().stream().findFirst().orElse("A26");
        for (String document : List.of("null", "{\"values\": null, \"rows\": null}", "{\"values\": {\"A03\": null}}",
                "{\"rows\": {\"" + group + "\": null}}", "{\"rows\": {\"" + group + "\": [null]}}",
                "{\"signatories\": {\"preparer\": null}}")) {
            FilingSummary fresh = scenario.freshFiling();
            Answer answer = api.as(fresh.orgCode()).put("/api/v1/filings/" + fresh.id() + "/draft",
                    "{\"version\": 0, \"document\": " + document + "}");
            assertThat(answer.status()).as(document + " " + answer.text()).isIn(200, 422);
            assertThat(api.as(fresh.orgCode()).post("/api/v1/filings/" + fresh.id() + "/check", null).status())
                    .as(document).isEqualTo(200);
            assertThat(api.as(fresh.orgCode()).get("/forms/fill-in/" + fresh.id()).status()).isIn(200, 302);
        }
    }

    @Test
    void aStaleDraftIsAnsweredWithTheNewerOne() {
        assertThat(save(Map.of("values", Map.of("A10", "先")), unit).status()).isEqualTo(200);
        before = footprint.of(filing);
        Answer answer = save(Map.of("values", Map.of("A10", "后")), unit);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).contains("0").contains("1");
        assertThat(answer.json().at("/current/version").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/current/document/values/A10").asText()).isEqualTo("先");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void anotherUnitCanNeitherReadNorSaveNorSubmit() {
        HttpApi.Caller other = api.as(scenario.freshFiling().orgCode()).inEnglish();
        for (Answer answer : List.of(other.get(draft()), save(Map.of(), other), submit(other, "key-1", 0),
                other.get("/api/v1/filings/" + filing.id()), other.post("/api/v1/filings/" + filing.id() + "/check", null))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.detail()).startsWith("This report is not your unit’s");
        }
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aDraftIsReadByNobodyButItsUnit() {
        for (String reader : List.of("county430102", "city" + filing.cityCode(), "province", "admin", "auditor", "security",
                "support", "group01")) {
            Answer answer = api.as(reader).get(draft());
            assertThat(answer.status()).as(reader).isEqualTo(403);
            assertThat(answer.text()).doesNotContain("\"values\"");
        }
        save(Map.of("values", Map.of("A10", "只给自己看")), unit);
        for (String page : List.of("/filings/" + filing.id(), "/forms/fill-in/" + filing.id(),
                "/forms/review/" + filing.id())) {
            Answer seen = api.browser("city" + filing.cityCode()).get(page);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.text()).doesNotContain("只给自己看");
        }
    }

    @Test
    void aFilingThatDoesNotExistIsNotFound() {
        assertThat(unit.inEnglish().get("/api/v1/filings/999999999").detail()).contains("no filing 999999999");
        assertThat(unit.get("/api/v1/filings/999999999").status()).isEqualTo(404);
        assertThat(save(Map.of(), unit, 999999999).status()).isEqualTo(404);
        Answer answer = unit.inEnglish().get("/api/v1/filings/abc");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("id");
    }

    @Test
    void aSubmissionNeedsAKeyAndTheVersionThatWasReviewed() {
        int version = scenario.save(filing, scenario.report(filing));
        before = footprint.of(filing);
        Answer withoutKey = unit.inEnglish().post(submission(), Map.of("version", version));
        assertThat(withoutKey.status()).isEqualTo(400);
        assertThat(withoutKey.detail()).contains("Idempotency-Key");
        assertThat(submit(unit, "k".repeat(81), version).errors()).containsOnlyKeys("Idempotency-Key");
        assertThat(submit(unit, " ", version).status()).isIn(400, 422);
        Answer stale = submit(unit, "key-1", version - 1);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().at("/current/version").asInt()).isEqualTo(version);
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aSubmissionWithoutSignaturesNamesThem() {
        ReportDocument report = scenario.report(filing);
        int version = scenario.save(filing, new ReportDocument(report.values(), report.rows(), Map.of(),
                new ReportDocument.Signatories("填表人", " ", null)));
        before = footprint.of(filing);
        Answer answer = submit(unit, "key-1", version);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsOnlyKeys("signatories.checker", "signatories.responsible");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aReplayedSubmissionGetsTheSameReceipt() {
        int version = scenario.save(filing, scenario.report(filing));
        Answer first = submit(unit, "key-1", version);
        assertThat(first.status()).isEqualTo(201);
        before = footprint.of(filing);
        Answer again = submit(unit, "key-1", version);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aSecondSubmissionWithAnotherKeySaysWhoActsNext() {
        int version = scenario.save(filing, scenario.report(filing));
        submit(unit, "key-1", version);
        before = footprint.of(filing);
        Answer answer = submit(unit.inEnglish(), "key-2", version);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).startsWith("The report is not at your stage now").containsAnyOf("市", "州");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    private String draft() {
        return "/api/v1/filings/" + filing.id() + "/draft";
    }

    private String submission() {
        return "/api/v1/filings/" + filing.id() + "/submission";
    }

    private Answer save(Map<String, Object> document, HttpApi.Caller caller) {
        return save(document, caller, filing.id());
    }

    private static Answer save(Map<String, Object> document, HttpApi.Caller caller, long filingId) {
        return caller.put("/api/v1/filings/" + filingId + "/draft", Map.of("version", 0, "document", document));
    }

    private Answer submit(HttpApi.Caller caller, String key, int version) {
        return caller.with("Idempotency-Key", key).post(submission(), Map.of("version", version));
    }
}
