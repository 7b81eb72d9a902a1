package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.zhibao.period.BadDeadlineRule;
import org.zhibao.period.DeadlinePolicy;
import org.zhibao.period.DeadlineRules;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.NominalDay;
import org.zhibao.period.Quarter;
import org.zhibao.testing.ApplicationTest;

/** {@code deadlines.dmn} as deployed, and tables an administrator may get wrong. */
@ApplicationTest
class DeadlineDecisionTest {

    private static final Quarter QUARTER = new Quarter(2026, 3);

    @Autowired
    private DeadlineRules rules;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private HistoryService history;

    private String deployment;

    @AfterEach
    void takeTheWrongTableAway() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 2013, 3, 2, 5", "CITY, 2013, 3, 2, 10", "PROVINCE, 2013, 3, 2, 15",
        "ENTERPRISE, 2013, 4, 1, 7", "CITY, 2013, 4, 1, 12", "PROVINCE, 2013, 4, 1, 17",
        "ENTERPRISE, 2099, 4, 1, 7"})
    void theTableGivesEachStageItsDay(DeadlineStage stage, int year, int number, int monthOffset, int day) {
        assertThat(rules.nominalDay(stage, new Quarter(year, number))).isEqualTo(new NominalDay(monthOffset, day));
    }

    @Test
    void aPeriodBeforeThePilotHasNoRow() {
        BadDeadlineRule refused = catchThrowableOfType(BadDeadlineRule.class,
                () -> rules.nominalDay(DeadlineStage.CITY, new Quarter(2013, 2)));
        assertThat(refused.reason()).isEqualTo(BadDeadlineRule.Reason.NO_ROW);
        assertThat(refused.properties()).containsEntry("decision", "nominalDeadline")
                .containsEntry("input", "period=20132, stage=CITY");
        assertPolicyRefused(new Quarter(2013, 2), BadDeadlineRule.Reason.NO_ROW);
    }

    @Test
    void anEditedTableAppliesFromTheNextQuestionOn() throws IOException {
        assertThat(rules.policy(QUARTER)).isEqualTo(DeadlinePolicy.ROLL_AND_CASCADE);
        deployWith("\"ROLL_AND_CASCADE\"</text></outputEntry>", "\"ROLL_STATUTORY\"</text></outputEntry>");
        assertThat(rules.policy(QUARTER)).isEqualTo(DeadlinePolicy.ROLL_STATUTORY);
    }

    @Test
    void twoRowsForOnePeriodAreRefused() throws IOException {
        deployWith("<text>20133</text></inputEntry>\n        <outputEntry id=\"OutputEntry_PolicyPilot\">",
                "<text>&gt;= 20133</text></inputEntry>\n        <outputEntry id=\"OutputEntry_PolicyPilot\">");
        assertPolicyRefused(QUARTER, BadDeadlineRule.Reason.SEVERAL_ROWS);
        assertThat(rules.policy(new Quarter(2013, 3))).isEqualTo(DeadlinePolicy.NONE);
    }

    @Test
    void twoRowsAreRefusedUnderAnotherHitPolicyToo() throws IOException {
        deployWith("id=\"DecisionTable_DeadlinePolicy\" hitPolicy=\"UNIQUE\"",
                "id=\"DecisionTable_DeadlinePolicy\" hitPolicy=\"COLLECT\"", ">20133<", ">&gt;= 20133<");
        assertPolicyRefused(QUARTER, BadDeadlineRule.Reason.SEVERAL_ROWS);
    }

    @Test
    void aPolicyThatDoesNotExistIsRefused() throws IOException {
        deployWith("\"ROLL_AND_CASCADE\"</text></outputEntry>", "\"ROLL_THE_DICE\"</text></outputEntry>");
        assertPolicyRefused(QUARTER, BadDeadlineRule.Reason.UNKNOWN_POLICY);
    }

    @ParameterizedTest
    // there is no 31 June; the fourth month is in the quarter after the next
    @CsvSource({"3, 31, 20141", "0, 7, 20263", "4, 7, 20263", "1, 0, 20263", "1, 32, 20263"})
    void aDayThatDoesNotExistOrLiesBeyondTheQuarterIsRefused(int monthOffset, int day, int period)
            throws IOException {
        deployWith("<text>1</text></outputEntry>\n        <outputEntry id=\"OutputEntry_RegularEnterpriseDay\"><text>7<",
                "<text>" + monthOffset + "</text></outputEntry>\n        <outputEntry "
                        + "id=\"OutputEntry_RegularEnterpriseDay\"><text>" + day + "<");
        BadDeadlineRule refused = catchThrowableOfType(BadDeadlineRule.class,
                () -> rules.nominalDay(DeadlineStage.ENTERPRISE, new Quarter(period / 10, period % 10)));
        assertThat(refused.reason()).isEqualTo(BadDeadlineRule.Reason.IMPOSSIBLE_DAY);
    }

    @Test
    void aTableThatCannotBeEvaluatedIsRefused() throws IOException {
        deployWith("<text>&gt;= 20134</text></inputEntry>\n        <outputEntry id=\"OutputEntry_PolicyRegular\">",
                "<text>no such name(</text></inputEntry>\n        <outputEntry id=\"OutputEntry_PolicyRegular\">");
        assertPolicyRefused(QUARTER, BadDeadlineRule.Reason.FAILED);
    }

    @Test
    void historyHoldsEachQuestionOnce() {
        Quarter quarter = new Quarter(2077, 2);
        long before = history.createHistoricDecisionInstanceQuery().decisionDefinitionKey("deadlinePolicy").count();
        rules.policy(quarter);
        rules.policy(quarter);
        assertThat(history.createHistoricDecisionInstanceQuery().decisionDefinitionKey("deadlinePolicy").count())
                .isEqualTo(before + 1);
    }

    private void assertPolicyRefused(Quarter quarter, BadDeadlineRule.Reason reason) {
        BadDeadlineRule refused = catchThrowableOfType(BadDeadlineRule.class, () -> rules.policy(quarter));
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.properties()).containsEntry("decision", "deadlinePolicy");
    }

    private void deployWith(String... replacements) throws IOException {
        String table = new ClassPathResource("processes/deadlines.dmn").getContentAsString(StandardCharsets.UTF_8);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(table).contains(replacements[i]);
            table = table.replace(replacements[i], replacements[i + 1]);
        }
        deployment = repository.createDeployment().name("edited").addString("deadlines.dmn", table).deploy().getId();
    }
}
