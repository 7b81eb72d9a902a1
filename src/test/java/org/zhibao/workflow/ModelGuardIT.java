package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.ApplicationTest;

/** What a model may bring in: what the platform offers, and no code. */
@ApplicationTest
class ModelGuardIT {

    @Autowired
    private ModelGuard models;
    @Autowired
    private RepositoryService repository;

    @Test
    void everyModelWeShipPasses() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<Path> shipped = files.toList();
            assertThat(shipped).hasSizeGreaterThan(5);
            for (Path file : shipped) {
                assertThat(models.problems(file.getFileName().toString(), Files.readAllBytes(file))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<scriptTask id='Bad' scriptFormat='javascript'><script>1</script></scriptTask> | model.script",
        "<serviceTask id='Bad' camunda:class='org.zhibao.workflow.CheckReport' /> | model.java-class",
        "<serviceTask id='Bad' activiti:class='org.zhibao.workflow.CheckReport' /> | model.java-class",
        "<serviceTask id='Bad' camunda:delegateExpression='${dataSource}' /> | model.delegate",
        "<serviceTask id='Bad' camunda:delegateExpression='${deadlineClock}' /> | model.delegate",
        "<serviceTask id='Bad' camunda:delegateExpression='checkReport' /> | model.delegate",
        "<serviceTask id='Bad' camunda:expression='${checkReport.execute(execution)}' /> | model.expression",
        "<serviceTask id='Bad' camunda:expression='#{&apos;&apos;.getClass()}' /> | model.expression",
        "<serviceTask id='Bad' camunda:type='mail' /> | model.attribute",
        "<serviceTask id='Bad' camunda:type='shell' /> | model.attribute",
        "<serviceTask id='Bad' camunda:type='external' camunda:topic='x' /> | model.attribute",
        "<businessRuleTask id='Bad' camunda:class='x.Y' /> | model.java-class",
        "<sendTask id='Bad' camunda:class='x.Y' /> | model.java-class",
        "<userTask id='Bad' camunda:assignee='${x.y}' /> | model.expression",
        "<userTask id='Bad' camunda:candidateGroups='a,${x()}' /> | model.expression",
        "<userTask id='Bad' camunda:candidateUsers='${x[0]}' /> | model.expression",
        "<userTask id='Bad' camunda:dueDate='${now()}' /> | model.expression",
        "<userTask id='Bad' camunda:followUpDate='${now()}' /> | model.expression",
        "<userTask id='Bad' camunda:priority='${x+1}' /> | model.expression",
        "<userTask id='Bad' camunda:formKey='embedded:/forms/${x.y}' /> | model.expression",
        "<userTask id='Bad' name='${x.y}' /> | model.expression",
        "<userTask id='Bad'><documentation>${x.y}</documentation></userTask> | model.expression",
        "<userTask id='Bad'><documentation><![CDATA[$]]>{x.y}</documentation></userTask> | model.expression",
        "<userTask id='Bad' camunda:formRef='x' /> | model.attribute",
        "<userTask id='Bad' camunda:taskIdentityLinks='x' /> | model.attribute",
        "<userTask id='Bad'><extensionElements><camunda:taskListener event='create' class='x.Y' /></extensionElements></userTask> | model.java-class",
        "<userTask id='Bad'><extensionElements><camunda:taskListener event='create' delegateExpression='${dataSource}' /></extensionElements></userTask> | model.delegate",
        "<userTask id='Bad'><extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:taskListener></extensionElements></userTask> | model.script",
        "<task id='Bad'><extensionElements><camunda:executionListener event='start' class='x.Y' /></extensionElements></task> | model.java-class",
        "<task id='Bad'><extensionElements><camunda:executionListener event='start' expression='${x}' /></extensionElements></task> | model.attribute",
        "<task id='Bad'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>${y.z}</camunda:inputParameter></camunda:inputOutput></extensionElements></task> | model.element",
        "<serviceTask id='Bad'><extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></extensionElements></serviceTask> | model.connector",
        "<serviceTask id='Bad' camunda:delegateExpression='${checkReport}'><extensionElements><camunda:field name='x'><camunda:expression>${y}</camunda:expression></camunda:field></extensionElements></serviceTask> | model.element",
        "<userTask id='Bad'><extensionElements><camunda:formData><camunda:formField id='x' type='string'><camunda:validation><camunda:constraint name='validator' config='x.Y' /></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask> | model.element",
        "<userTask id='Bad'><extensionElements><other:thing xmlns:other='urn:other' /></extensionElements></userTask> | model.element",
        "<task id='Bad'><multiInstanceLoopCharacteristics camunda:collection='${x.y}' /></task> | model.expression",
        "<task id='Bad'><multiInstanceLoopCharacteristics><loopCardinality>${x.y}</loopCardinality></multiInstanceLoopCharacteristics></task> | model.expression",
        "<callActivity id='Bad' calledElement='${x.y}' /> | model.expression",
        "<callActivity id='Bad' calledElement='x' camunda:variableMappingClass='x.Y' /> | model.attribute",
        "<callActivity id='Bad' calledElement='x'><extensionElements><camunda:in sourceExpression='${x.y}' target='z' /></extensionElements></callActivity> | model.attribute",
        "<sequenceFlow id='Bad' sourceRef='S' targetRef='E'><conditionExpression language='javascript'>1</conditionExpression></sequenceFlow> | model.attribute",
        "<sequenceFlow id='Bad' sourceRef='S' targetRef='E'><conditionExpression camunda:resource='classpath://x.js' /></sequenceFlow> | model.attribute",
        "<sequenceFlow id='Bad' sourceRef='S' targetRef='E'><conditionExpression>${x.y}</conditionExpression></sequenceFlow> | model.expression",
        "<intermediateCatchEvent id='Bad'><timerEventDefinition><timeDate>${x.y}</timeDate></timerEventDefinition></intermediateCatchEvent> | model.expression",
        "<intermediateCatchEvent id='Bad'><conditionalEventDefinition><condition>${x}</condition></conditionalEventDefinition></intermediateCatchEvent> | model.element",
        "<task id='Bad'><extensionElements><camunda:failedJobRetryTimeCycle>${x.y}</camunda:failedJobRetryTimeCycle></extensionElements></task> | model.expression",
        "<subProcess id='Inner'><scriptTask id='Bad' /></subProcess> | model.script"})
    void whatCouldRunForeignCodeIsNamedAndNotDeployed(String element, String reason) {
        byte[] model = process(element).getBytes(StandardCharsets.UTF_8);
        assertThat(models.problems("x.bpmn", model)).anySatisfy(problem -> {
            assertThat(problem.element()).isEqualTo("Bad");
            assertThat(problem.reason().key()).isEqualTo(reason);
        });
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> repository.createDeployment().addInputStream("x.bpmn",
                new java.io.ByteArrayInputStream(model)).deploy())
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("[Bad]");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel", "python"})
    void aDecisionTableSpeaksNothingButFeel(String language) throws IOException {
        String table = new String(Files.readAllBytes(Path.of("processes/deadlines.dmn")), StandardCharsets.UTF_8)
                .replaceFirst("expressionLanguage=\"feel\"", "expressionLanguage=\"" + language + "\"");
        assertThat(models.problems("x.dmn", table.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void aDecisionTableDefinesNoFunctions() throws IOException {
        String table = new String(Files.readAllBytes(Path.of("processes/deadlines.dmn")), StandardCharsets.UTF_8)
                .replaceFirst("<text>stage</text>", "<text>{f: function(x) external {java: {class: "
                        + "\"java.lang.Runtime\", method signature: \"getRuntime()\"}}}.f(1)</text>");
        assertThat(models.problems("x.dmn", table.getBytes(StandardCharsets.UTF_8))).singleElement()
                .satisfies(problem -> assertThat(problem.element()).isEqualTo("InputExpression_NominalStage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.cmmn", "x.form", "x.html", "x.js", "x.groovy", "x.svg", "x", "x.bpmn.txt", "x.BPMN"})
    void nothingElseIsDeployed(String file) {
        assertThatThrownBy(() -> repository.createDeployment().addString(file, process("<task id='T' />")).deploy())
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("(.bpmn)");
    }

    @Test
    void entitiesAreNotRead() {
        String model = process("<task id='T' name='&x;' />").replaceFirst("<definitions",
                "<!DOCTYPE definitions [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><definitions");
        assertThat(models.problems("x.bpmn", model.getBytes(StandardCharsets.UTF_8))).singleElement()
                .satisfies(problem -> assertThat(problem.reason().key()).isEqualTo("model.entities"));
    }

    @Test
    void aModelInAnotherEncodingIsReadAsTheEngineReadsIt() throws IOException {
        String model = process("<scriptTask id='Bad' />").replace("UTF-8", "UTF-16");
        assertThat(models.problems("x.bpmn", model.getBytes(StandardCharsets.UTF_16))).singleElement()
                .satisfies(problem -> assertThat(problem.reason().key()).isEqualTo("model.script"));
    }

    @Test
    void whatIsAllowedIsDeployed() throws IOException {
        String id = repository.createDeployment().addString("guard.bpmn", process("<userTask id='T' "
                + "camunda:assignee='${unitUser}' camunda:formKey='embedded:/forms/fill-in/${filingId}' />"))
                .deploy().getId();
        try (InputStream stored = repository.getResourceAsStream(id, "guard.bpmn")) {
            assertThat(stored.readAllBytes()).isNotEmpty();
        } finally {
            repository.deleteDeployment(id, true);
        }
    }

    private static String process(String element) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions "
                + "xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' "
                + "xmlns:activiti='http://activiti.org/bpmn' targetNamespace='urn:test'>"
                + "<process id='guard' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='S' />"
                + "<endEvent id='E' />" + element + "</process></definitions>";
    }
}
