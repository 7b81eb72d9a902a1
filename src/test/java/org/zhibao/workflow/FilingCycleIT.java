package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** The main ways of a filing on the chosen database: straight, returned, fed back, overdue. */
@ApplicationTest
class FilingCycleIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private ProcessEngine engine;

    private Invariants invariants;

    @BeforeEach
    void invariants() {
        invariants = new Invariants(engine);
    }

    @Test
    void aReportInOrderIsAcceptedAndArchived() {
        FilingSummary filing = scenario.reported();
        expect(filing, Stage.REPORTED, FilingStatus.REPORTED);
        scenario.record(filing, FilingAction.ARCHIVE, scenario.province());
        expect(filing, Stage.ARCHIVED, FilingStatus.ARCHIVED);
    }

    @Test
    void aReturnedReportComesBackWithItsNextRevision() {
        FilingSummary filing = scenario.at(Stage.RECTIFY);
        expect(filing, Stage.RECTIFY, FilingStatus.RETURNED);
        scenario.submitted(filing);
        expect(filing, Stage.CITY_REVIEW, FilingStatus.SUBMITTED);
        assertThat(scenario.now(filing).revision()).isEqualTo(2);
    }

    @Test
    void theProvincesFeedbackGoesThroughTheCityBackToTheUnit() {
        FilingSummary filing = scenario.at(Stage.CITY_FEEDBACK);
        expect(filing, Stage.CITY_FEEDBACK, FilingStatus.FEEDBACK);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        expect(filing, Stage.RECTIFY, FilingStatus.RETURNED);
        scenario.submitted(filing);
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        scenario.decide(filing, FilingAction.ACCEPT, scenario.province());
        expect(filing, Stage.ACCEPTED, FilingStatus.ACCEPTED);
    }

    @Test
    void aMissedDeadlineIsFlaggedAndTheTaskStaysOpen() {
        FilingSummary filing = scenario.at(Stage.PROVINCE_REVIEW);
        engine.getManagementService().executeJob(invariants.timers(filing).get(0).getId());
        FilingSummary now = scenario.now(filing);
        assertThat(now.overdue()).isTrue();
        assertThat(now.taskId()).isEqualTo(filing.taskId());
        expect(filing, Stage.PROVINCE_REVIEW, FilingStatus.FORWARDED);
    }

    private void expect(FilingSummary before, Stage stage, FilingStatus status) {
        FilingSummary filing = scenario.now(before);
        assertThat(filing.stage()).isEqualTo(stage);
        assertThat(filing.status()).isEqualTo(status);
        invariants.hold(filing);
    }
}
