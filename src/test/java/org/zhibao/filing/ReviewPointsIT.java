package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.rule.Finding;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** A return that asks point by point: each is corrected or answered, and both sides can be read (W26). */
@ApplicationTest
class ReviewPointsIT {

    private static final String OUTPUT = "A24";
    private static final String HOURS = "A25";
    private static final String CAUSE = "六月停产检修十五天，产量下降，见生产日报";

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private FilingActions actions;
    @Autowired
    private ReviewNotes notes;

    private FilingSummary filing;

    @BeforeEach
    void aReportUnderReview() {
        filing = scenario.submitted(scenario.freshIndustrialFiling());
        actions.claim(filing.id(), scenario.city(filing));
    }

    @Test
    void aPointThatIsNeitherCorrectedNorAnsweredHoldsTheSubmissionUpAndIsNamed() {
        assertThat(returned(point(OUTPUT, "产值与用电量不相称，请核实"), point(HOURS, "生产时间为何减少")).status()).isEqualTo(200);
        List<ReviewPoint> points = notes.points(filing.id(), scenario.city(filing));
        assertThat(points).extracting(ReviewPoint::field).containsExactly(OUTPUT, HOURS);
        Answer unanswered = submit(scenario.report(filing), Map.of());
        assertThat(unanswered.status()).isEqualTo(422);
        assertThat(unanswered.errors()).containsOnlyKeys(points.get(0).key(), points.get(1).key());
        assertThat(unanswered.errors().get(points.get(0).key())).contains(OUTPUT);

        Answer half = submit(outputTimes("1.01"), Map.of());
        assertThat(half.errors()).as("the output is corrected").containsOnlyKeys(points.get(1).key());
        Answer phrase = submit(outputTimes("1.01"), Map.of(points.get(1).key(), "经核实数据属实，准确无误"));
        assertThat(phrase.errors().get(points.get(1).key())).contains("explain nothing");
        assertThat(submit(outputTimes("1.01"), Map.of(points.get(1).key(), CAUSE)).status()).isEqualTo(201);
    }

    @Test
    void theReviewerSeesPointAnswerAndBothValues() {
        returned(point(OUTPUT, "产值与用电量不相称，请核实"), point(HOURS, "生产时间为何减少"));
        String key = notes.points(filing.id(), scenario.city(filing)).get(1).key();
        submit(outputTimes("1.01"), Map.of(key, CAUSE));
        JsonNode points = api.as("city" + filing.cityCode()).get(at("/points")).json();
        BigDecimal usual = usual();
        assertThat(points.at("/0/text").asText()).isEqualTo("产值与用电量不相称，请核实");
        assertThat(new BigDecimal(points.at("/0/before").asText())).isEqualByComparingTo(usual);
        assertThat(new BigDecimal(points.at("/0/answer/after").asText())).isGreaterThan(usual);
        assertThat(points.at("/0/answer/state").asText()).isEqualTo("CORRECTED");
        assertThat(points.at("/1/answer/state").asText()).isEqualTo("EXPLAINED");
        assertThat(points.at("/1/answer/text").asText()).isEqualTo(CAUSE);
        assertThat(points.at("/1/answer/revision").asInt()).isEqualTo(2);
        String page = api.browser("city" + filing.cityCode()).get("/filings/" + filing.id()).text();
        assertThat(page).contains("产值与用电量不相称，请核实", CAUSE);
        assertThat(api.as("city" + filing.cityCode()).get(at("/revisions/2/record")).json()
                .at("/document/explanations").path(key).asText()).isEqualTo(CAUSE);
    }

    @Test
    void aMarkedCellWithoutATextIsAPointWithTheReasonThatTheAnswerToTheReturnAnswers() {
        actions.decide(filing.id(), new Decision(FilingAction.RETURN, "请核实产值", new TimeLimit(5, null),
                java.util.Set.of(OUTPUT), 1), scenario.city(filing));
        ReviewPoint point = notes.points(filing.id(), scenario.city(filing)).get(0);
        assertThat(point.whole()).isTrue();
        assertThat(point.text()).isEqualTo("请核实产值");
        assertThat(submit(scenario.report(filing), Map.of()).errors()).containsOnlyKeys(point.key());
        assertThat(submit(scenario.report(filing), Map.of("return/1", CAUSE)).status()).isEqualTo(201);
        assertThat(notes.points(filing.id(), scenario.city(filing)).get(0).answer().text()).isEqualTo(CAUSE);
    }

    @Test
    void aPointAsksAgainAboutAFindingWhoseExplanationDoesNotSatisfy() {
        filing = scenario.freshIndustrialFiling();
        ReportDocument report = outputTimes("1.6");
        Map<String, String> first = new TreeMap<>();
        scenario.save(filing, report);
        drafts.check(filing.id(), scenario.unit(filing)).findings().stream().filter(Finding::explainable).forEach(
                f -> first.put(f.fingerprint(), "二期生产线七月投产，产值增加（" + f.rule() + f.target() + "）"));
        assertThat(submit(report, first).status()).isEqualTo(201);
        actions.claim(filing.id(), scenario.city(filing));
        String fingerprint = drafts.check(filing.id(), scenario.unit(filing)).findings().stream()
                .filter(f -> f.rule().equals("R45") && f.target().equals(OUTPUT)).findFirst().orElseThrow().fingerprint();
        String question = "请提供二期生产线投产的批复文号";
        assertThat(returned(Map.of("fingerprint", fingerprint, "text", question)).status()).isEqualTo(200);

        ReviewPoint point = notes.points(filing.id(), scenario.city(filing)).get(0);
        assertThat(point.field()).isEqualTo(OUTPUT);
        assertThat(point.fingerprint()).isEqualTo(fingerprint);
        assertThat(submit(report, first).errors()).containsOnlyKeys(point.key());
        Map<String, String> second = new TreeMap<>(first);
        second.put(point.key(), question);
        assertThat(submit(report, second).errors().get(point.key())).contains("repeats the question");
        second.put(point.key(), "批复为湘环评〔2026〕12号，七月一日投产");
        assertThat(submit(report, second).status()).isEqualTo(201);
    }

    @Test
    void pointsThatNobodyCouldAnswerAreRefused() {
        assertThat(returned(Map.of("field", "Z99", "text", "没有这个指标吧")).errors()).containsKey("fields");
        assertThat(returned(Map.of("field", OUTPUT, "text", "？")).errors()).containsKey("points.0");
        assertThat(returned(Map.of("fingerprint", "0".repeat(32), "text", "请补充说明")).errors()).containsKey("points.0");
        assertThat(returned(Map.of("text", "请补充说明")).errors()).containsKey("points.0");
        assertThat(decide(Map.of("action", "FORWARD", "points", List.of(point(OUTPUT, "请补充说明")))).errors())
                .containsKey("points");
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.CITY_REVIEW);
        assertThat(notes.points(filing.id(), scenario.city(filing))).isEmpty();
    }

    @Test
    void theAnswersOfAWithdrawnSubmissionGiveWayToThoseOfTheNext() {
        returned(point(OUTPUT, "产值与用电量不相称，请核实"));
        String key = notes.points(filing.id(), scenario.city(filing)).get(0).key();
        submit(scenario.report(filing), Map.of(key, CAUSE));
        scenario.withdraw(filing, scenario.unit(filing));
        assertThat(submit(outputTimes("1.01"), Map.of()).status()).isEqualTo(201);
        ReviewPoint.Answer answer = notes.points(filing.id(), scenario.city(filing)).get(0).answer();
        assertThat(answer.revision()).isEqualTo(3);
        assertThat(answer.state()).isEqualTo(ReviewPoint.State.CORRECTED);
    }

    private Answer returned(Map<?, ?>... points) {
        return decide(Map.of("action", "RETURN", "reason", "请逐条核实", "workingDays", 5, "points", List.of(points)));
    }

    private Answer decide(Map<String, Object> decision) {
        return api.as("city" + filing.cityCode()).inEnglish().post(at("/decision"), decision);
    }

    private static Map<String, String> point(String field, String text) {
        return Map.of("field", field, "text", text);
    }

    private BigDecimal usual() {
        return scenario.report(filing).figures().number(OUTPUT).orElseThrow();
    }

    private ReportDocument outputTimes(String factor) {
        return scenario.reportWith(filing, Map.of(OUTPUT, usual().multiply(new BigDecimal(factor))
                .setScale(2, java.math.RoundingMode.HALF_UP).toPlainString()));
    }

    private Answer submit(ReportDocument report, Map<String, String> answers) {
        Map<String, String> explanations = new TreeMap<>(report.explanations());
        explanations.putAll(answers);
        int version = drafts.read(filing.id(), scenario.unit(filing)).version();
        int saved = drafts.save(filing.id(), version, new ReportDocument(report.values(), report.rows(), explanations,
                report.signatories()), scenario.unit(filing)).version();
        return api.as(filing.orgCode()).inEnglish().with("Idempotency-Key", UUID.randomUUID().toString())
                .post(at("/submission"), Map.of("version", saved));
    }

    private String at(String path) {
        return "/api/v1/filings/" + filing.id() + path;
    }
}
