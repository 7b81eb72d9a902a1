package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.Scenario;

/** Decisions that say too little, come too late or from the wrong person: each is refused and leaves no trace. */
@ApplicationTest
class BadDecisionIT {

    private static final String REASON = "请核实";

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;
    @Autowired
    private Footprint footprint;
    @Autowired
    private HttpApi api;

    private FilingSummary filing;
    private HttpApi.Caller reviewer;
    private List<String> before;

    @BeforeEach
    void aClaimedReport() {
        filing = scenario.at(Stage.CITY_REVIEW);
        actions.claim(filing.id(), scenario.city(filing));
        reviewer = api.as("city" + filing.cityCode()).inEnglish();
        before = footprint.of(filing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000\n"})
    void aReturnWithoutReasonIsRefused(String reason) {
        refused("reason", "Enter a reason", Map.of("reason", reason, "workingDays", 5));
    }

    @Test
    void aTimeLimitIsOneOfTheTwoAndNeitherPastNorEndless() {
        refused("workingDays", "Give a time limit", Map.of("reason", REASON));
        refused("workingDays", "Give a time limit", Map.of("reason", REASON, "workingDays", 5, "dueDate",
                LocalDate.now().plusDays(5).toString()));
        refused("workingDays", "1 to 30 working days", Map.of("reason", REASON, "workingDays", 31));
        refused("workingDays", "1 to 30 working days", Map.of("reason", REASON, "workingDays", 0));
        refused("workingDays", "1 to 30 working days", Map.of("reason", REASON, "workingDays", -3));
        refused("dueDate", "is past", Map.of("reason", REASON, "dueDate", "2020-01-01"));
        refused("dueDate", "within 60 days", Map.of("reason", REASON, "dueDate", "2099-01-01"));
        refused("dueDate", "within 60 days", Map.of("reason", REASON, "dueDate", "9999-12-31"));
    }

    @Test
    void wrongTypesInADecisionNameTheField() {
        for (Map.Entry<String, String> wrong : Map.of("dueDate", "\"tomorrow\"", "workingDays", "\"many\"",
                "action", "\"EXPLODE\"", "fields", "\"A27\"", "revision", "[]").entrySet()) {
            String body = "{\"reason\": \"x\", \"" + wrong.getKey() + "\": " + wrong.getValue() + "}";
            Answer answer = reviewer.post(path("/decision"), body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.errors()).as(body).containsOnlyKeys(wrong.getKey());
        }
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void textsAndCellsWithoutMeasureAreRefused() {
        refused("reason", "at most 2,000 characters", Map.of("reason", "因".repeat(2_001), "workingDays", 5));
        refused("reason", "control characters", Map.of("reason", "请\u0000核实", "workingDays", 5));
        refused("fields", "no indicator", Map.of("reason", REASON, "workingDays", 5, "fields", List.of("Z99")));
        refused("fields", "no indicator", Map.of("reason", REASON, "workingDays", 5, "fields", List.of("A03,A04")));
        refused("fields", "no indicator", Map.of("reason", REASON, "workingDays", 5, "fields",
                List.of("A26[" + "9".repeat(5_000) + "].x")));
        refused("fields", "At most 100", Map.of("reason", REASON, "workingDays", 5, "fields",
                IntStream.range(0, 5_000).mapToObj(i -> "A26[" + i + "].x").toList()));
        Map<String, Object> nothing = new HashMap<>(Map.of("reason", REASON, "workingDays", 5));
        nothing.put("fields", new ArrayList<>(Arrays.asList((String) null)));
        refused("fields", "no indicator", nothing);
    }

    @Test
    void anActionThatIsNoDecisionIsRefused() {
        for (String action : List.of("SAVE", "SUBMIT", "CLAIM", "WITHDRAW")) {
            assertThat(reviewer.post(path("/decision"), Map.of("action", action)).errors()).containsOnlyKeys("action");
        }
        assertThat(reviewer.post(path("/decision"), "{}").errors()).containsOnlyKeys("action");
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aDecisionAboutAnOlderRevisionIsRefused() {
        scenario.record(filing, FilingAction.RETURN, scenario.city(filing));
        scenario.submitted(filing);
        actions.claim(filing.id(), scenario.city(filing));
        before = footprint.of(filing);
        Answer answer = reviewer.post(path("/decision"), Map.of("action", "FORWARD", "revision", 1));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo(
                "You looked at submission 1, but the report is at submission 2 now. Reload and review again.");
        assertThat(footprint.of(filing)).isEqualTo(before);
        assertThat(reviewer.post(path("/decision"), Map.of("action", "FORWARD", "revision", 2)).status()).isEqualTo(200);
    }

    @Test
    void whoDidNotClaimIsToldToOrWhoHasIt() {
        FilingSummary open = scenario.submitted(scenario.freshFilingIn("430100"));
        HttpApi.Caller first = api.as("city430100").inEnglish();
        HttpApi.Caller second = api.as("city430100b").inEnglish();
        before = footprint.of(open);
        Answer unclaimed = first.post("/api/v1/filings/" + open.id() + "/decision", Map.of("action", "FORWARD"));
        assertThat(unclaimed.status()).isEqualTo(409);
        assertThat(unclaimed.detail()).isEqualTo("Claim it first.");
        assertThat(footprint.of(open)).isEqualTo(before);

        assertThat(second.post("/api/v1/filings/" + open.id() + "/claim", null).status()).isEqualTo(200);
        before = footprint.of(open);
        for (Answer answer : List.of(first.post("/api/v1/filings/" + open.id() + "/claim", null),
                first.delete("/api/v1/filings/" + open.id() + "/claim"),
                first.post("/api/v1/filings/" + open.id() + "/decision", Map.of("action", "FORWARD")))) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.detail()).contains("李静");
        }
        assertThat(footprint.of(open)).isEqualTo(before);
    }

    @Test
    void aReviewerOfAnotherCityIsToldWhoseReportItIs() {
        HttpApi.Caller other = api.as(filing.cityCode().equals("430300") ? "city430400" : "city430300").inEnglish();
        for (Answer answer : List.of(other.get(path("")), other.post(path("/claim"), null),
                other.post(path("/decision"), Map.of("action", "FORWARD")), other.get(path("/revisions")),
                other.get(path("/revisions/1")), other.get(path("/revisions/1/record")))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.detail()).startsWith("This report belongs to ");
            assertThat(answer.text()).doesNotContain(filing.orgCode());
        }
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aClaimedReportCannotBeWithdrawn() {
        Answer byUnit = api.as(filing.orgCode()).inEnglish().post(path("/withdrawal"), Map.of("reason", "x"));
        assertThat(byUnit.status()).isEqualTo(409);
        assertThat(byUnit.detail()).contains("审核员").contains("has claimed it");
        assertThat(footprint.of(filing)).isEqualTo(before);

        FilingSummary forwarded = scenario.forwarded();
        actions.claim(forwarded.id(), scenario.province());
        before = footprint.of(forwarded);
        Answer byCity = api.as("city" + forwarded.cityCode()).inEnglish()
                .post("/api/v1/filings/" + forwarded.id() + "/withdrawal", null);
        assertThat(byCity.status()).isEqualTo(409);
        assertThat(byCity.detail()).contains("周敏");
        assertThat(footprint.of(forwarded)).isEqualTo(before);
    }

    @Test
    void aWithdrawalSaysNothingAbsurd() {
        FilingSummary open = scenario.at(Stage.CITY_REVIEW);
        before = footprint.of(open);
        HttpApi.Caller unit = api.as(open.orgCode());
        String withdrawal = "/api/v1/filings/" + open.id() + "/withdrawal";
        assertThat(unit.post(withdrawal, Map.of("reason", "因".repeat(2_001))).errors()).containsOnlyKeys("reason");
        assertThat(unit.post(withdrawal, Map.of("reason", "a\u0000b")).errors()).containsOnlyKeys("reason");
        assertThat(unit.post(withdrawal, "{\"reason\": {}}").status()).isEqualTo(400);
        assertThat(footprint.of(open)).isEqualTo(before);
    }

    private void refused(String field, String complaint, Map<String, Object> decision) {
        Map<String, Object> body = new HashMap<>(decision);
        body.put("action", "RETURN");
        Answer answer = reviewer.post(path("/decision"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.errors()).containsKey(field);
        assertThat(answer.errors().get(field)).contains(complaint);
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    private String path(String rest) {
        return "/api/v1/filings/" + filing.id() + rest;
    }
}
