package org.zhibao.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Counts which nodes and flows the tests of a class pass. */
@TestConfiguration
@Import(ProcessEngineCoverageConfiguration.class)
class Coverage {

    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");

    /** Every node and every flow of these processes; what happens to others does not count. */
    static ProcessEngineCoverageProperties of(String... processes) {
        Set<String> others = shipped();
        if (!others.containsAll(Arrays.asList(processes))) {
            throw new IllegalArgumentException("not among " + others);
        }
        Arrays.asList(processes).forEach(others::remove);
        return new ProcessEngineCoverageProperties.Builder().excludeProcessDefinitionKeys(others.toArray(String[]::new))
                .assertClassCoverageAtLeast(1.0).build();
    }

    /** Counts what happens while the demo data is made apart: it comes before the first test. */
    @Bean
    @Order(1)
    ApplicationRunner beforeTheTests(ProcessEngine engine) {
        DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());
        return arguments -> {
            collector.createSuite(new Suite("start", "start"));
            collector.activateSuite("start");
            collector.createRun(new Run("start", "start"), "start");
            collector.activateRun("start");
            new ProcessEngineAdapter(engine, collector).initializeListeners();
        };
    }

    private static Set<String> shipped() {
        try {
            Set<String> processes = new HashSet<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
                Matcher process = PROCESS.matcher(file.getContentAsString(StandardCharsets.UTF_8));
                while (process.find()) {
                    processes.add(process.group(1));
                }
            }
            return processes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
