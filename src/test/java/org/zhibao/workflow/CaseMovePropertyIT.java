package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.operation.CaseMove;
import org.zhibao.operation.MoveOutcome;
import org.zhibao.operation.RunningCases;
import org.zhibao.period.Quarter;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.CountyCheck;
import org.zhibao.testing.Scenario;

/** Wherever a case stands and whatever has happened to its clock: it moves, and nothing about it gets lost. */
@ApplicationTest
class CaseMovePropertyIT {

    private static final int SEQUENCES = 6;
    private static final int MOVES = 3;
    private static final int STEPS = 8;

    /** An edited model, and where cases of the others go on in it. */
    private enum Variant {
        SHIPPED(FilingModels.shipped(), Map.of(CountyCheck.TASK, FilingModels.CITY_REVIEW,
                FilingModels.EXAMINATION, FilingModels.CITY_REVIEW)),
        COUNTY_CHECK(CountyCheck.model(), Map.of(FilingModels.EXAMINATION, FilingModels.CITY_REVIEW)),
        RENAMED(FilingModels.withRenamedReview(), Map.of(FilingModels.CITY_REVIEW, FilingModels.EXAMINATION,
                CountyCheck.TASK, FilingModels.EXAMINATION));

        private final String model;
        private final Map<String, String> steps;

        Variant(String model, Map<String, String> steps) {
            this.model = model;
            this.steps = steps;
        }
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private RunningCases cases;
    @Autowired
    private AutowireCapableBeanFactory beans;

    static IntStream seeds() {
        return IntStream.range(0, SEQUENCES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theInvariantsHoldAfterEveryMove(int seed) {
        Random random = new Random(seed);
        Quarter quarter = ClockScenario.quarterAhead();
        ClockScenario clocks = new ClockScenario(beans);
        ClockSteps steps = new ClockSteps(beans, quarter, random);
        FilingModels models = new FilingModels(beans);
        List<String> taken = new ArrayList<>();
        int version = models.deploy(Variant.values()[seed % Variant.values().length].model);
        clocks.open(quarter, 2);
        try {
            for (int move = 0; move < MOVES; move++) {
                for (FilingSummary filing : clocks.filings(quarter)) {
                    take(steps, filing, taken);
                }
                List<FilingSummary> before = clocks.filings(quarter);
                Variant next = Variant.values()[random.nextInt(Variant.values().length)];
                int to = models.deploy(next.model);
                CaseMove moved = models.move(version, to, next.steps);
                taken.add("move to " + next);
                assertThat(cases.progress(moved.id(), clocks.admin()).counts())
                        .isEqualTo(Map.of(MoveOutcome.MOVED, (long) before.size()));
                assertThat(clocks.filings(quarter)).isEqualTo(before).allSatisfy(steps::holds);
                version = to;
            }
            clocks.filings(quarter).forEach(filing -> take(steps, filing, taken));
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + " after " + taken, broken);
        } finally {
            steps.restoreCalendar();
            clocks.run();
            models.restore();
            clocks.close(quarter);
        }
    }

    private void take(ClockSteps steps, FilingSummary filing, List<String> taken) {
        FilingSummary now = filing;
        for (int i = 0; i < STEPS; i++) {
            taken.add(steps.next(now));
            now = scenario.now(now);
            steps.holds(now);
        }
    }
}
