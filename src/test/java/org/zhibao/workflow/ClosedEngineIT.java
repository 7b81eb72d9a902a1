package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** Whoever gets an expression, a script or a class name to the engine, by whatever way, gets nothing run. */
@ApplicationTest
class ClosedEngineIT {

    /** What every payload would set, if anything ran. */
    private static final String CANARY = "zhibao.canary";
    private static final String RUN = "''.getClass().forName('java.lang.System').getMethod('setProperty', "
            + "''.getClass(), ''.getClass()).invoke(null, '" + CANARY + "', 'sings')";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private ProcessEngineConfigurationImpl configuration;
    @Autowired
    private Delegates delegates;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HttpApi api;

    @BeforeEach
    @AfterEach
    void silence() {
        assertThat(System.getProperty(CANARY)).isNull();
    }

    static Stream<String> payloads() {
        return Stream.of(
                "${" + RUN + "}",
                "#{" + RUN + "}",
                "${''.getClass().forName('java.lang.Runtime').getRuntime()}",
                "${''['class'].forName('java.lang.Runtime')}",
                "${checkReport.getClass().getClassLoader()}",
                "${checkReport['class']['classLoader']}",
                "${deadlineClock.class.protectionDomain}",
                "${execution.getProcessEngineServices().getRepositoryService()}",
                "${task.execution.processEngine.identityService}",
                "${''.split('')[0].getClass()}",
                "${''.concat('ja').concat('va')}",
                "${dataSource.connection}",
                "${processEngine.identityService.newUser('x')}",
                "${a ? '' : " + RUN + "}",
                "x${'}'}y#{" + RUN + "}",
                "${currentUser()}");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void theEngineDoesNotEvenReadSuchAnExpression(String payload) {
        assertThatThrownBy(() -> configuration.getExpressionManager().createExpression(payload))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("Expression not allowed");
    }

    /** Had the first wall a hole, the second would hold by itself. */
    @ParameterizedTest
    @MethodSource("payloads")
    void whatWouldPassTheGrammarStillFindsNothing(String payload) {
        JuelExpressionManager withoutGrammar = new JuelExpressionManager() {
            @Override
            protected ELResolver createElResolver() {
                return new GuardedNames(delegates);
            }
        };
        ELContext context = withoutGrammar.createElContext(Variables.createVariables().putValue("a", false)
                .asVariableContext());
        assertThatThrownBy(() -> withoutGrammar.createValueExpression(payload).getValue(context))
                .isInstanceOf(RuntimeException.class);
    }

    /** Within {@code or()} the engine itself would evaluate it (CVE-2026-109432). */
    @ParameterizedTest
    @ValueSource(strings = {"${" + RUN + "}", "#{" + RUN + "}"})
    void noFieldOfATaskQueryEvaluatesIt(String payload) throws ReflectiveOperationException {
        List<Method> fields = Stream.of(TaskQuery.class.getMethods()).filter(m -> m.getName().endsWith("Expression")
                && List.of(m.getParameterTypes()).equals(List.of(String.class))).toList();
        assertThat(fields).hasSizeGreaterThan(15);
        for (Method field : fields) {
            TaskQuery plain = (TaskQuery) field.invoke(query(), payload);
            assertThatThrownBy(plain::list).as(field.getName()).isInstanceOf(BadUserRequestException.class);
            TaskQuery nested = ((TaskQuery) field.invoke(query().or(), payload)).endOr();
            assertThatThrownBy(nested::count).as(field.getName() + " in or()")
                    .hasStackTraceContaining("Expression not allowed");
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noStoredFilterEvaluatesIt(String payload) {
        FilterService filters = engine.getFilterService();
        Filter filter = filters.saveFilter(filters.newTaskFilter("payload")
                .setQuery(query().or().taskAssigneeExpression(payload).endOr()));
        try {
            assertThatThrownBy(() -> filters.list(filter.getId())).hasStackTraceContaining("Expression not allowed");
            assertThatThrownBy(() -> filters.count(filter.getId())).hasStackTraceContaining("Expression not allowed");
        } finally {
            filters.deleteFilter(filter.getId());
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void asAValueItIsAText(String payload) {
        String model = "<userTask id='T' camunda:formKey='embedded:/forms/${note}' camunda:assignee='${note}' />";
        inProcess(model, definition -> {
            String instance = engine.getRuntimeService().startProcessInstanceByKey(definition,
                    Variables.putValue("note", payload).putValue("checkReport", payload)).getId();
            String task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
            engine.getTaskService().setVariable(task, "note", payload);
            assertThat(engine.getFormService().getTaskFormData(task).getFormKey())
                    .isEqualTo("embedded:/forms/" + payload);
            assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isEqualTo(payload);
            assertThat(engine.getRuntimeService().getVariable(instance, "note")).isEqualTo(payload);
        });
    }

    @Test
    void aVariableTakesNoDelegatesPlaceAndOnlyPlainValuesAreSeen() {
        inProcess("<userTask id='T' camunda:assignee='${checkReport}' />", definition ->
                assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(definition,
                        Map.of("checkReport", "province"))).as("the delegate is no user name"));
        inProcess("<userTask id='T' camunda:assignee='${note}' />", definition -> {
            for (Object value : List.of(List.of("a"), Map.of("a", "b"), new byte[] {1}, new java.io.File("x"))) {
                assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(definition,
                        Map.of("note", value))).isInstanceOf(ProcessEngineException.class);
            }
        });
    }

    @Test
    void whatSomebodyPutIntoTheDatabaseIsRefusedWhenItIsRead() {
        inProcess("<userTask id='T' />", definition -> {
            byte[] script = process(definition, "<scriptTask id='Bad' scriptFormat='x'><script>1</script></scriptTask>");
            assertThat(database.sql("update act_ge_bytearray set bytes_ = :bytes where name_ = :name")
                    .param("bytes", script).param("name", definition + ".bpmn").update()).isEqualTo(1);
            configuration.getDeploymentCache().discardProcessDefinitionCache();
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(definition))
                    .isInstanceOf(BadUserRequestException.class).hasMessageContaining("[Bad]");
        });
    }

    @Test
    void decisionTablesRunNoExpressionsEither() {
        for (String language : List.of("juel", "javascript", "groovy")) {
            assertThatThrownBy(() -> decided(language, "${" + RUN + "}")).as(language)
                    .hasStackTraceContaining("juel".equals(language) ? "Expression not allowed" : "must not contain a script");
        }
        assertThatThrownBy(() -> decided("feel", "{f: function(k, v) external {java: {class: \"java.lang.System\", "
                + "method signature: \"setProperty(java.lang.String, java.lang.String)\"}}, r: f(\"" + CANARY
                + "\", \"sings\")}.r")).hasMessageContaining("FEEL");
    }

    private void decided(String language, String expression) {
        String table = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='D' name='d' "
                + "namespace='urn:test' xmlns:camunda='http://camunda.org/schema/1.0/dmn'><decision id='d' name='d' "
                + "camunda:historyTimeToLive='P1D'><decisionTable id='t'><output id='o' name='o' />"
                + "<rule id='r'><outputEntry id='e' expressionLanguage='" + language + "'><text><![CDATA[" + expression
                + "]]></text></outputEntry></rule></decisionTable></decision></definitions>";
        inCommand(() -> configuration.getDmnEngine().evaluateDecisionTable("d",
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), Variables.createVariables()));
    }

    /** Engines of its own expression languages lie in the engine's jars; none of a programming language does. */
    @Test
    void noScriptEngineIsFoundAndNoClassIsMadeAnObject() {
        assertThat(new ScriptEngineManager().getEngineFactories()).extracting(factory -> factory.getClass().getName())
                .allMatch(name -> name.startsWith("org.camunda."));
        for (String language : List.of("javascript", "groovy", "python", "ruby", "juel", "feel", "freemarker")) {
            assertThatThrownBy(() -> inCommand(() ->
                    configuration.getScriptingEngines().getScriptEngineForLanguage(language))).as(language)
                    .isInstanceOf(ProcessEngineException.class).hasMessageContaining("must not contain a script");
        }
        assertThatThrownBy(() -> configuration.getArtifactFactory().getArtifact(CheckReport.class))
                .isInstanceOf(ProcessEngineException.class);
        for (String type : List.of("org.camunda.connect.Connectors", "org.camunda.spin.Spin", "groovy.lang.GroovyShell",
                "org.graalvm.polyglot.Context")) {
            assertThat(isThere(type)).as(type).isFalse();
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, ClosedEngineIT.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    @Test
    void theSettingsThatOpenTheEngineStayOff() {
        assertThat(configuration.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isEnableXxeProcessing()).isFalse();
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(delegates.names()).contains("checkReport", "deadlineClock")
                .doesNotContain("dataSource", "processEngine", "runtimeService");
    }

    /** Models come with the release; no role has the right to deploy others in Cockpit. */
    @Test
    void notEvenAnAdministratorDeploysThroughTheWebapps() {
        long before = engine.getRepositoryService().createDeploymentQuery().count();
        HttpApi.Caller admin = api.browser("admin").withWebappToken(engine.getName());
        String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"data\"; filename=\"x.bpmn\"\r\n\r\n"
                + new String(process("upload", "<userTask id='T' />"), StandardCharsets.UTF_8) + "\r\n--x--\r\n";
        Answer answer = admin.with("Content-Type", "multipart/form-data; boundary=x")
                .post("/camunda/api/engine/engine/" + engine.getName() + "/deployment/create", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(before);
    }

    private <T> T inCommand(Supplier<T> call) {
        return configuration.getCommandExecutorTxRequired().execute(command -> call.get());
    }

    private TaskQuery query() {
        return engine.getTaskService().createTaskQuery();
    }

    private void inProcess(String element, Consumer<String> test) {
        String definition = "closed" + System.nanoTime();
        String id = engine.getRepositoryService().createDeployment().addInputStream(definition + ".bpmn",
                new ByteArrayInputStream(process(definition, element))).deploy().getId();
        try {
            test.accept(definition);
        } finally {
            configuration.getDeploymentCache().discardProcessDefinitionCache();
            engine.getRepositoryService().deleteDeployment(id, true);
        }
    }

    /** From the start through the element, whose id is T or Bad, to the end. */
    private static byte[] process(String definition, String element) {
        String id = element.contains("id='Bad'") ? "Bad" : "T";
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions "
                + "xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' "
                + "targetNamespace='urn:test'><process id='" + definition + "' isExecutable='true' "
                + "camunda:historyTimeToLive='P1D'><startEvent id='S' /><sequenceFlow id='F1' sourceRef='S' targetRef='"
                + id + "' />" + element + "<sequenceFlow id='F2' sourceRef='" + id + "' targetRef='E' />"
                + "<endEvent id='E' /></process></definitions>").getBytes(StandardCharsets.UTF_8);
    }
}
