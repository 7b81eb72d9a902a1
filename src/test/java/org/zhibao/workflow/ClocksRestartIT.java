package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhibao.ZhibaoApplication;
import org.zhibao.filing.FilingSummary;
import org.zhibao.operation.MoveOutcome;
import org.zhibao.operation.RunningCases;
import org.zhibao.period.Quarter;
import org.zhibao.testing.CountyCheck;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.TestDatabase;

/** The same across a restart: application and engine are closed and built anew on the same database. */
class ClocksRestartIT {

    private static final int STEPS = 25;

    private final List<String> taken = new ArrayList<>();

    @Test
    void theInvariantsHoldAcrossARestart() {
        Quarter quarter = ClockScenario.quarterAhead();
        Random random = new Random(7);
        String url;
        String user;
        long move;
        try (ConfigurableApplicationContext first = start(new TestDatabase())) {
            url = first.getEnvironment().getRequiredProperty("spring.datasource.url");
            user = first.getEnvironment().getProperty("spring.datasource.username", "sa");
            ProcessEngine engine = first.getBean(ProcessEngine.class);
            for (Job job : engine.getManagementService().createJobQuery().messages().list()) {
                engine.getManagementService().executeJob(job.getId());
            }
            ClockScenario clocks = new ClockScenario(first.getAutowireCapableBeanFactory());
            clocks.open(quarter, 2);
            takeSteps(first, quarter, random);
            // a re-dating that is under way when the application ends
            clocks.document(quarter, ClockScenario.day(quarter, 5, 2), ClockScenario.day(quarter, 5, 7),
                    ClockScenario.day(quarter, 5, 12));
            clocks.confirm(quarter);
            clocks.runNext();
            // and cases on their way to an edited version of their process
            FilingModels models = new FilingModels(first.getAutowireCapableBeanFactory());
            move = first.getBean(RunningCases.class).move(FilingModels.order(models.latest(),
                    models.deploy(CountyCheck.model()), Map.of()), "随新版办理", clocks.admin()).id();
            models.runNext();
        }
        try (ConfigurableApplicationContext second = start(context -> { }, "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user)) {
            ClockScenario clocks = new ClockScenario(second.getAutowireCapableBeanFactory());
            clocks.run();
            new FilingModels(second.getAutowireCapableBeanFactory()).run();
            RunningCases.Progress progress = second.getBean(RunningCases.class).progress(move, clocks.admin());
            assertThat(progress.move().cases()).isPositive();
            assertThat(progress.counts()).isEqualTo(Map.of(MoveOutcome.MOVED, (long) progress.move().cases()));
            takeSteps(second, quarter, random);
        }
    }

    private void takeSteps(ConfigurableApplicationContext application, Quarter quarter, Random random) {
        ClockScenario clocks = new ClockScenario(application.getAutowireCapableBeanFactory());
        ClockSteps steps = new ClockSteps(application.getAutowireCapableBeanFactory(), quarter, random);
        Scenario scenario = application.getBean(Scenario.class);
        for (FilingSummary filing : clocks.filings(quarter)) {
            FilingSummary now = scenario.now(filing);
            try {
                steps.holds(now);
                for (int i = 0; i < STEPS; i++) {
                    taken.add(steps.next(now));
                    now = scenario.now(now);
                    steps.holds(now);
                }
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("after " + taken, broken);
            }
        }
    }

    private static ConfigurableApplicationContext start(
            ApplicationContextInitializer<ConfigurableApplicationContext> database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server.port=0", "--zhibao.demo=true", "--zhibao.demo-data.units=4",
                "--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.webapp.enabled=false",
                "--camunda.bpm.generate-unique-process-engine-name=true",
                "--spring.application.name=restart-" + UUID.randomUUID()));
        return new SpringApplicationBuilder(ZhibaoApplication.class).initializers(database)
                .run(all.toArray(String[]::new));
    }
}
