package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.period.Quarter;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** Clocks never get lost: after every step of any sequence an open task has its due date and one live timer. */
@ApplicationTest
class ClocksPropertyIT {

    private static final int SEQUENCES = 16;
    private static final int STEPS = 30;

    @Autowired
    private Scenario scenario;
    @Autowired
    private AutowireCapableBeanFactory beans;

    static IntStream seeds() {
        return IntStream.range(0, SEQUENCES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theInvariantsHoldAfterEveryStep(int seed) {
        Quarter quarter = ClockScenario.quarterAhead();
        ClockScenario clocks = new ClockScenario(beans);
        ClockSteps steps = new ClockSteps(beans, quarter, new Random(seed));
        clocks.open(quarter, 1);
        List<String> taken = new ArrayList<>();
        try {
            FilingSummary filing = clocks.filings(quarter).get(0);
            for (int i = 0; i < STEPS; i++) {
                taken.add(steps.next(filing));
                filing = scenario.now(filing);
                steps.holds(filing);
            }
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + " after " + taken, broken);
        } finally {
            steps.restoreCalendar();
            clocks.run();
            clocks.close(quarter);
        }
    }
}
