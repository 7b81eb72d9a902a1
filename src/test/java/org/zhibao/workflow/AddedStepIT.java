package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.CountyCheck;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;
import org.zhibao.workshop.DeploymentRecord.Way;
import org.zhibao.workshop.ModelProblem;
import org.zhibao.workshop.Workshop;

/** A step that an administrator adds works like those that shipped: seen in the portal, with its clock, its ways back. */
@ApplicationTest
class AddedStepIT {

    private static final String FILE = "filing.bpmn";
    /** Of this test alone. */
    private static final String PERIOD = "2017Q3";

    @Autowired
    private Scenario scenario;
    @Autowired
    private SmallPeriod period;
    @Autowired
    private Workshop workshop;
    @Autowired
    private ProcessEngine engine;

    /** Tests share the application: the shipped file is in force again. */
    @AfterEach
    void backToTheShippedFile() {
        if (workshop.shippedDiffers(FILE, scenario.actor("admin"))) {
            workshop.returnTo(FILE, 0, "恢复随软件发布的版本", version(), scenario.actor("admin"));
        }
    }

    @Test
    void aCasePassesThroughTheAddedStepAndComesBackByEachWay() {
        byte[] model = CountyCheck.model().getBytes(StandardCharsets.UTF_8);
        assertThat(workshop.check(FILE, model, scenario.actor("admin"))).filteredOn(ModelProblem::refuses).isEmpty();
        workshop.deploy(FILE, model, "县级先核查", version(), Way.WORKSHOP, scenario.actor("admin"));
        // the reports of a period that opens begin in the version in force
        FilingSummary filing = period.open(PERIOD).get(0);

        scenario.submitted(filing);
        atTheCountyCheck(filing);
        scenario.withdraw(scenario.now(filing), scenario.unit(filing));
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.FILL_IN);

        scenario.submitted(filing);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.RECTIFY);

        scenario.submitted(filing);
        atTheCountyCheck(filing);
        engine.getManagementService().executeJob(new Invariants(engine).timers(filing).get(0).getId());
        assertThat(scenario.now(filing).overdue()).isTrue();
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.CITY_REVIEW);
        new Invariants(engine).hold(scenario.now(filing));
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.PROVINCE_REVIEW);
        new Invariants(engine).hold(scenario.now(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.ACCEPTED);
        period.close(PERIOD);
    }

    /** The open task is the one the filing names, due when it says, with one timer at that time. */
    private void atTheCountyCheck(FilingSummary before) {
        FilingSummary filing = scenario.now(before);
        assertThat(filing.stage()).isEqualTo(Stage.CITY_REVIEW);
        assertThat(filing.status()).isEqualTo(FilingStatus.SUBMITTED);
        List<Task> open = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(Invariants.key(filing)).list();
        assertThat(open).extracting(Task::getId).containsExactly(filing.taskId());
        assertThat(open.get(0).getTaskDefinitionKey()).isEqualTo(CountyCheck.TASK);
        assertThat(open.get(0).getDueDate().toInstant()).isEqualTo(filing.dueAt());
        assertThat(new Invariants(engine).timers(filing)).singleElement()
                .satisfies(timer -> assertThat(timer.getDuedate().toInstant()).isEqualTo(filing.dueAt()));
    }

    private int version() {
        return workshop.history(FILE, scenario.actor("admin")).get(0).version().version();
    }
}
