package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** What happens when two people, or two tries of one, come at the same moment. */
@ApplicationTest
class RacesIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingDesk desk;
    @Autowired
    private HttpApi api;

    @RepeatedTest(3)
    void ofTwoReviewersWhoClaimAtOnceExactlyOneWins() {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        List<HttpApi.Caller> reviewers = List.of(api.as("city430100").inEnglish(), api.as("city430100b").inEnglish());
        List<Answer> answers = atOnce(reviewers.stream().<Supplier<Answer>>map(
                r -> () -> r.post("/api/v1/filings/" + filing.id() + "/claim", null)).toList());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        FilingSummary now = scenario.now(filing);
        Answer loser = answers.get(answers.get(0).status() == 409 ? 0 : 1);
        String winner = answers.get(0).status() == 200 ? "city430100" : "city430100b";
        assertThat(now.claimedBy()).isEqualTo(winner);
        assertThat(loser.detail()).isEqualTo(
                now.claimedByName() + " has claimed it; ask that person to release it if you are to act.");
    }

    @RepeatedTest(2)
    void aSubmissionTriedTwiceAtOnceIsReceivedOnceAndBothGetTheReceipt() {
        FilingSummary filing = scenario.freshFiling();
        int version = scenario.save(filing, scenario.report(filing));
        HttpApi.Caller unit = api.as(filing.orgCode()).with("Idempotency-Key", "once");
        Supplier<Answer> submission = () -> unit.post("/api/v1/filings/" + filing.id() + "/submission",
                Map.of("version", version));
        List<Answer> answers = atOnce(List.of(submission, submission));

        assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
        assertThat(answers).extracting(Answer::json).containsOnly(answers.get(0).json());
        assertThat(desk.revisions(filing.id(), scenario.unit(filing))).hasSize(1);
    }

    @Test
    void ofTwoWindowsThatSaveAtOnceOneIsToldOfTheOther() {
        FilingSummary filing = scenario.freshFiling();
        List<Answer> answers = atOnce(List.of("左", "右").stream().<Supplier<Answer>>map(name -> () ->
                api.as(filing.orgCode()).put("/api/v1/filings/" + filing.id() + "/draft", Map.of("version", 0,
                        "document", Map.of("values", Map.of("A10", name))))).toList());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        JsonNode newer = answers.get(answers.get(0).status() == 409 ? 0 : 1).json();
        assertThat(newer.at("/current/version").asInt()).isEqualTo(1);
    }

    @Test
    void aWithdrawalAndAClaimAtOnceLeaveOneOfTheTwo() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        String path = "/api/v1/filings/" + filing.id();
        List<Answer> answers = atOnce(List.of(
                () -> api.as(filing.orgCode()).post(path + "/withdrawal", Map.of("reason", "填写有误")),
                () -> api.as("city" + filing.cityCode()).post(path + "/claim", null)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        FilingSummary now = scenario.now(filing);
        assertThat(now.stage()).isEqualTo(answers.get(0).status() == 200 ? Stage.FILL_IN : Stage.CITY_REVIEW);
        assertThat(now.claimedBy() == null).isEqualTo(answers.get(0).status() == 200);
    }

    private static List<Answer> atOnce(List<Supplier<Answer>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Answer>> running = calls.stream().map(call -> threads.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return call.get();
            })).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get(30, TimeUnit.SECONDS));
            }
            return answers;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
