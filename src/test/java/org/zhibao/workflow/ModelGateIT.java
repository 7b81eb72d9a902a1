package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;
import org.zhibao.web.RefusalTexts;
import org.zhibao.workshop.ModelProblem;

/** What an administrator may make of a model, and what not: each refusal names the element and the reason. */
@ApplicationTest
class ModelGateIT {

    private static final Path PROCESSES = Path.of("processes");

    @Autowired
    private ModelGate gate;
    @Autowired
    private RefusalTexts texts;
    @Autowired
    private Scenario scenario;

    static List<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(PROCESSES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyModelWeShipPassesWithoutAWord(String file) {
        assertThat(gate.problems(file, bytes(text(file)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "isExecutable=\"true\" | isExecutable=\"false\" | filing | model.not-executable",
        " camunda:historyTimeToLive=\"P3650D\" | | filing | model.time-to-live",
        "<bpmn:process id=\"filing\" | <bpmn:process id=\"filing2\" | filing2 | model.other-key",
        "<bpmn:process id=\"filing\" | <bpmn:process id=\"suspension\" | suspension | model.key-taken",
        "id=\"EndEvent_Archived\" | id=\"UserTask_FillIn\" | UserTask_FillIn | model.duplicate-id",
        "sourceRef=\"UserTask_FillIn\" targetRef=\"ServiceTask_Check\" | sourceRef=\"UserTask_Rectify\" targetRef=\"ServiceTask_Check\" | UserTask_FillIn | model.no-way-out",
        "targetRef=\"Gateway_CityDecision\" | targetRef=\"UserTask_ProvinceReview\" | Gateway_CityDecision | model.unreachable",
        "sourceRef=\"Gateway_CheckResult\" targetRef=\"Gateway_Round\" | sourceRef=\"Gateway_CheckResult\" targetRef=\"ServiceTask_Check\" | Gateway_CheckResult | model.restless-circle",
        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${rectifying}</bpmn:conditionExpression> | | Flow_Rectifying | model.no-condition",
        " camunda:dueDate=\"${dueCityReview}\" | | UserTask_CityReview | model.no-due-date",
        " camunda:dueDate=\"${dueCityReview}\" | ` camunda:dueDate=\"2026-10-01\"` | UserTask_CityReview | model.no-due-date",
        " camunda:dueDate=\"${dueCityReview}\" | ` camunda:dueDate=\"${dueFillIn}\"` | UserTask_CityReview | model.other-due",
        "${deadlineClock.daily(dueCityReview)} | ${deadlineClock.daily(dueFillIn)} | Timer_CityReviewDeadline | model.other-deadline",
        "${deadlineClock.daily(dueCityReview)} | R/PT1H | Timer_CityReviewDeadline | model.other-deadline",
        "cancelActivity=\"false\" attachedToRef=\"UserTask_CityReview\" | attachedToRef=\"UserTask_CityReview\" | Timer_CityReviewDeadline | model.timer-interrupts",
        "attachedToRef=\"UserTask_CityReview\"> | attachedToRef=\"UserTask_ProvinceReview\"> | UserTask_CityReview | model.no-deadline-timer",
        "attachedToRef=\"UserTask_CityReview\"> | attachedToRef=\"UserTask_ProvinceReview\"> | UserTask_ProvinceReview | model.several-timers",
        "sourceRef=\"Timer_CityReviewDeadline\" targetRef=\"EndEvent_CityReviewOverdue\" | sourceRef=\"Timer_CityReviewDeadline\" targetRef=\"EndEvent_Archived\" | Timer_CityReviewDeadline | model.timer-target",
        "embedded:/forms/review/${filingId}\" camunda:candidateGroups=\"${cityGroup}\" camunda:dueDate=\"${dueCityReview} | embedded:/forms/none/${filingId}\" camunda:candidateGroups=\"${cityGroup}\" camunda:dueDate=\"${dueCityReview} | UserTask_CityReview | model.form",
        "<camunda:property name=\"stage\" value=\"CITY_REVIEW\" /> | | UserTask_CityReview | model.no-state",
        "<camunda:property name=\"stage\" value=\"CITY_REVIEW\" /> | | filing | model.missing-state",
        "name=\"stage\" value=\"CITY_REVIEW\" | name=\"stage\" value=\"COUNTY\" | UserTask_CityReview | model.unknown-state",
        "${cityGroup} | ${countyGroup} | UserTask_CityReview | model.unknown-variable",
        "name=\"unit-withdraws\" | name=\"unit-leaves\" | filing | model.missing-message",
        "attachedToRef=\"UserTask_CityReview\"> | attachedToRef=\"UserTask_FillIn\"> | UserTask_CityReview | model.no-message-at",
        "${spreadFigures} | ${checkReport} | filing | model.missing-delegate",
        "${rectifying} | ${decision == 'RETURN'} | filing | model.missing-variable",
        "targetRef=\"Gateway_CityDecision\" | targetRef=\"Nowhere\" | Gateway_CityDecision | model.unreachable"})
    void whatBreaksTheFilingIsNamed(String part, String instead, String element, String reason) {
        String model = text("filing.bpmn");
        assertThat(model).contains(part);
        List<ModelProblem> problems = gate.problems("filing.bpmn", bytes(model.replace(part, instead == null ? "" : instead)));
        assertThat(problems).as("%s", problems).anySatisfy(problem -> {
            assertThat(problem.element()).isEqualTo(element);
            assertThat(problem.reason().key()).isEqualTo(reason);
            assertThat(problem.refuses()).isTrue();
        });
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(problems).allSatisfy(problem -> assertThat(texts.of(problem.reason(), language))
                    .doesNotContain("{0}").hasSizeGreaterThan(10));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<text>20133</text></inputEntry>\\n        <outputEntry id=\"OutputEntry_PolicyPilot\"> | <text>&gt;= 20133</text></inputEntry>\\n        <outputEntry id=\"OutputEntry_PolicyPilot\"> | Rule_PolicyRegular | model.dmn-overlap",
        "<text>\"CITY\"</text> | <text>-</text> | Rule_PilotCity | model.dmn-overlap",
        "<text>2</text> | <text>2 +</text> | OutputEntry_PilotEnterpriseMonth | model.dmn-feel",
        "<text>20133</text> | <text>in [ 20133</text> | InputEntry_PilotEnterprisePeriod | model.dmn-feel",
        "<text>stage</text> | <text>level</text> | nominalDeadline | model.unknown-input",
        "name=\"monthOffset\" | name=\"month\" | nominalDeadline | model.missing-output",
        " camunda:historyTimeToLive=\"P3650D\" | | nominalDeadline | model.time-to-live"})
    void whatBreaksTheDeadlineTablesIsNamed(String part, String instead, String element, String reason) {
        String model = text("deadlines.dmn");
        String read = part.replace("\\n", "\n");
        assertThat(model).contains(read);
        List<ModelProblem> problems = gate.problems("deadlines.dmn",
                bytes(model.replace(read, instead == null ? "" : instead.replace("\\n", "\n"))));
        assertThat(problems).as("%s", problems).anySatisfy(problem -> {
            assertThat(problem.element()).isEqualTo(element);
            assertThat(problem.reason().key()).isEqualTo(reason);
        });
    }

    @Test
    void aDecisionThatIsGoneIsMissed() {
        String model = text("deadlines.dmn").replace("id=\"deadlinePolicy\"", "id=\"anotherPolicy\"");
        assertThat(gate.problems("deadlines.dmn", bytes(model))).extracting(p -> p.reason().key())
                .contains("model.missing-decision");
    }

    @Test
    void aGapBetweenRowsIsToldAndDoesNotRefuse() {
        String model = text("deadlines.dmn").replace("<text>&gt;= 20134</text></inputEntry>\n        "
                + "<outputEntry id=\"OutputEntry_PolicyRegular\">", "<text>&gt;= 20144</text></inputEntry>\n        "
                + "<outputEntry id=\"OutputEntry_PolicyRegular\">");
        assertThat(gate.problems("deadlines.dmn", bytes(model))).singleElement().satisfies(problem -> {
            assertThat(problem.reason().key()).isEqualTo("model.dmn-gap");
            assertThat(problem.refuses()).isFalse();
        });
    }

    @Test
    void aStepThatIsGoneWhileCasesStandAtItIsToldWithTheirNumber() {
        scenario.freshFiling();
        // another id for the same step: the cases at the old one would not know where they are
        String model = text("filing.bpmn").replace("UserTask_FillIn", "UserTask_FillInAnew");
        assertThat(gate.problems("filing.bpmn", bytes(model))).filteredOn(p -> p.element().equals("UserTask_FillIn"))
                .singleElement().satisfies(problem -> {
            assertThat(problem.reason().key()).isEqualTo("model.open-cases");
            assertThat(problem.name()).isEqualTo("企业填报");
            assertThat((Long) problem.reason().arguments().get(0)).isPositive();
            assertThat(problem.refuses()).isFalse();
        });
    }

    @Test
    void aNewProcessIsFreeOfContractsButKeepsItsClocks() {
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
                + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='urn:x'><process id='fresh' "
                + "isExecutable='true' camunda:historyTimeToLive='P30D'><startEvent id='S' /><sequenceFlow id='F' "
                + "sourceRef='S' targetRef='T' /><userTask id='T' /><sequenceFlow id='G' sourceRef='T' targetRef='E' />"
                + "<endEvent id='E' /></process></definitions>";
        assertThat(gate.problems("fresh.bpmn", bytes(model))).extracting(p -> p.reason().key())
                .containsExactly("model.no-due-date", "model.no-deadline-timer");
    }

    @Test
    void whatOnlyTheEngineKnowsIsSaidInItsWords() {
        // a timer without a time
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
                + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='urn:x'><process id='fresh' "
                + "isExecutable='true' camunda:historyTimeToLive='P30D'><startEvent id='S' /><sequenceFlow id='F' "
                + "sourceRef='S' targetRef='T' /><intermediateCatchEvent id='T'><timerEventDefinition id='D' />"
                + "</intermediateCatchEvent><sequenceFlow id='G' sourceRef='T' targetRef='E' /><endEvent id='E' />"
                + "</process></definitions>";
        assertThat(gate.problems("fresh.bpmn", bytes(model))).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.reason().key()).isEqualTo("model.engine");
            assertThat(problem.refuses()).isTrue();
        });
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedUnread() {
        byte[] large = new byte[50_000_000];
        assertThat(gate.problems("filing.bpmn", large)).singleElement()
                .satisfies(p -> assertThat(p.reason().key()).isEqualTo("model.too-large"));
    }

    @Test
    void aFileNestedWithoutEndIsRefused() {
        String deep = "<subProcess>".repeat(50_000);
        assertThat(gate.problems("x.bpmn", bytes("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>" + deep
                + deep.replace("<", "</") + "</definitions>"))).singleElement()
                .satisfies(p -> assertThat(p.reason().key()).isEqualTo("model.not-xml"));
    }

    /** As large as it may be; how long that takes is told in docs/measurements.md. */
    @Test
    void aProcessOfThousandsOfStepsIsRead() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            steps.append("<task id='T").append(i).append("' /><sequenceFlow id='F").append(i).append("' sourceRef='")
                    .append(i == 0 ? "S" : "T" + (i - 1)).append("' targetRef='T").append(i).append("' />");
        }
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
                + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='urn:x'><process id='long' "
                + "isExecutable='true' camunda:historyTimeToLive='P30D'><startEvent id='S' />" + steps
                + "<sequenceFlow id='L' sourceRef='T3999' targetRef='E' /><endEvent id='E' /></process></definitions>";
        assertThat(gate.problems("long.bpmn", bytes(model))).isEmpty();
    }

    private static String text(String file) {
        try {
            return Files.readString(PROCESSES.resolve(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
