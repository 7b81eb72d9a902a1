package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier.AvailableAction;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** Whatever people do, in whatever order: after every step the design's invariants hold. */
@ApplicationTest
class FilingSequencesIT {

    private static final int SEQUENCES = 30;
    private static final int STEPS = 15;

    /** What somebody does next. */
    private record Step(Actor actor, FilingAction action) {
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;
    @Autowired
    private FilingDesk desk;
    @Autowired
    private ProcessEngine engine;

    static IntStream seeds() {
        return IntStream.range(0, SEQUENCES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theInvariantsHoldAfterEveryStep(int seed) {
        Random random = new Random(seed);
        Invariants invariants = new Invariants(engine);
        FilingSummary filing = scenario.freshFiling();
        List<String> taken = new ArrayList<>();
        List<RevisionSummary> received = List.of();
        for (int i = 0; i < STEPS; i++) {
            List<Step> possible = possible(filing);
            if (possible.isEmpty()) {
                break;
            }
            if (random.nextInt(6) == 0) {
                taken.add(missDeadline(filing, invariants));
            } else {
                Step step = possible.get(random.nextInt(possible.size()));
                // a suspension ends everything: rarely
                if (step.action() == FilingAction.SUSPEND && random.nextInt(4) > 0) {
                    continue;
                }
                taken.add(step.actor().userId() + " " + step.action());
                take(step, filing, random);
            }
            filing = scenario.now(filing);
            List<RevisionSummary> revisions = desk.revisions(filing.id(), scenario.unit(filing));
            try {
                invariants.hold(filing);
                assertThat(revisions.subList(0, received.size())).as("what was received stays").isEqualTo(received);
                assertThat(revisions).hasSize(filing.revision());
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + " after " + taken, broken);
            }
            received = revisions;
        }
        assertThat(taken).isNotEmpty();
    }

    private List<Step> possible(FilingSummary filing) {
        List<Step> steps = new ArrayList<>();
        for (Actor actor : List.of(scenario.unit(filing), scenario.city(filing), scenario.province())) {
            desk.filing(filing.id(), actor).actions().stream().filter(AvailableAction::allowed)
                    .forEach(a -> steps.add(new Step(actor, a.action())));
        }
        return steps;
    }

    private void take(Step step, FilingSummary filing, Random random) {
        switch (step.action()) {
            case SAVE -> scenario.save(filing, scenario.report(filing));
            case SUBMIT -> scenario.submit(filing, random.nextInt(4) == 0
                    ? scenario.reportWith(filing, Map.of("A10", "")) : scenario.report(filing));
            case CLAIM -> actions.claim(filing.id(), step.actor());
            case RELEASE -> actions.release(filing.id(), step.actor());
            case WITHDRAW -> scenario.withdraw(filing, step.actor());
            default -> scenario.record(filing, step.action(), step.actor());
        }
    }

    private String missDeadline(FilingSummary filing, Invariants invariants) {
        invariants.timers(filing).forEach(timer -> engine.getManagementService().executeJob(timer.getId()));
        return "deadline of " + filing.stage();
    }
}
