package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;
import org.zhibao.workshop.DeploymentRecord.Way;
import org.zhibao.workshop.Workshop;

/** What becomes of models when the software starts again, and when it starts with changed ones. */
@ApplicationTest
class ShippedModelsIT {

    private static final String FILE = "restarted.bpmn";

    @Autowired
    private RepositoryService repository;
    @Autowired
    private DeployedModels deployed;
    @Autowired
    private ShippedModels shipped;
    @Autowired
    private Workshop workshop;
    @Autowired
    private Scenario scenario;
    @Autowired
    private ProcessEngine engine;

    @AfterEach
    void leaveNothing() {
        deployed.versions(FILE).forEach(v -> repository.deleteDeployment(v.deployment(), true));
    }

    @Test
    void whatIsShippedIsDeployedOnce() {
        start("甲");
        start("甲");
        assertThat(names()).containsExactly("甲");
        for (String file : shipped.files().keySet()) {
            assertThat(new StoredModels(deployed).decide(file, shipped.files().get(file)))
                    .isEqualTo(StoredModels.Decision.STAY);
        }
    }

    @Test
    void aChangedFileReplacesTheFormerShippedOne() {
        start("甲");
        start("乙");
        assertThat(names()).containsExactly("乙", "甲");
    }

    @Test
    void anAdministratorsVersionStaysOnRestartAndOnUpgrade() {
        start("甲");
        byAdministrator("管理员的");
        start("甲");
        assertThat(names()).containsExactly("管理员的", "甲");
        assertThat(new StoredModels(deployed).decide(FILE, model("乙"))).isEqualTo(StoredModels.Decision.OFFER);
        start("乙");
        assertThat(names()).containsExactly("管理员的", "甲");
    }

    @Test
    void whoReturnedToTheShippedFileGetsTheNextOneAgain() {
        start("甲");
        byAdministrator("管理员的");
        byAdministrator("甲");
        start("甲");
        assertThat(names()).hasSize(3);
        start("乙");
        assertThat(names()).startsWith("乙");
    }

    @Test
    void whatAnEarlierReleaseDeployedUnderItsPathIsTheShippedFileToo() {
        repository.createDeployment().name("SpringAutoDeployment")
                .addString("/opt/zhibao/classes/processes/" + FILE, text("甲")).deploy();
        start("甲");
        assertThat(names()).containsExactly("甲");
        start("乙");
        assertThat(names()).containsExactly("乙", "甲");
    }

    @Test
    void severalNodesThatStartAtOnceDeployOnce() {
        start("甲");
        // a node that decided before the other one had deployed
        Deployment late = repository.createDeployment().name(ShippedModels.name(FILE)).source(ShippedModels.SOURCE)
                .addString(FILE, text("甲")).enableDuplicateFiltering(true).deploy();
        assertThat(late).isNotNull();
        assertThat(names()).containsExactly("甲");
    }

    @Test
    void theEngineDeploysNothingByItself() {
        assertThat(repository.createDeploymentQuery().deploymentName("SpringAutoDeployment").count()).isZero();
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("filing").count())
                .isPositive();
    }

    private void start(String name) {
        new ShippedModels(Map.of(FILE, model(name))).deploy(repository, new StoredModels(deployed));
    }

    private void byAdministrator(String name) {
        workshop.deploy(FILE, model(name), "改了名称试试", deployed.versions(FILE).get(0).version(), Way.WORKSHOP,
                scenario.actor("admin"));
    }

    private List<String> names() {
        return deployed.versions(FILE).stream().map(v -> v.name()).toList();
    }

    private static byte[] model(String name) {
        return text(name).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String name) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
                + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='urn:x'><process id='restarted' name='"
                + name + "' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='S' /><sequenceFlow id='F' "
                + "sourceRef='S' targetRef='E' /><endEvent id='E' /></process></definitions>";
    }
}
