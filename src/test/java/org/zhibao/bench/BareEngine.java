package org.zhibao.bench;

import java.sql.SQLException;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The yardstick: the engine alone, starting the same process with the same variables in chunks of the same size. */
final class BareEngine {

    private static final int CHUNK = 200;
    private static final String MODEL = "processes/filing.bpmn";

    private BareEngine() {
    }

    /** Filings started in a second, after as many chunks again to warm up. */
    static double startsPerSecond(BenchDatabase database, int starts) throws SQLException {
        database.arguments("bare");
        ProcessEngineConfigurationImpl configuration = on(database, "bare");
        configuration.setDatabaseSchemaUpdate("true");
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            engine.getRepositoryService().createDeployment().addClasspathResource(MODEL).deploy();
            start(configuration, engine.getRuntimeService(), starts);
            long before = System.nanoTime();
            start(configuration, engine.getRuntimeService(), starts);
            return starts / ((System.nanoTime() - before) / 1e9);
        } finally {
            engine.close();
        }
    }

    private static ProcessEngineConfigurationImpl on(BenchDatabase database, String name) throws SQLException {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        try (java.sql.Connection first = database.connect(name)) {
            configuration.setJdbcUrl(first.getMetaData().getURL());
            configuration.setJdbcUsername(first.getMetaData().getUserName());
        }
        configuration.setJdbcPassword("");
        configuration.setJdbcDriver(database.name().equals("H2") ? "org.h2.Driver" : "org.postgresql.Driver");
        configuration.setHistory("full");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        return configuration;
    }

    private static void start(ProcessEngineConfigurationImpl configuration, RuntimeService runtime, int starts) {
        for (int done = 0; done < starts; done += CHUNK) {
            configuration.getCommandExecutorTxRequired().execute(context -> {
                for (int i = 0; i < CHUNK; i++) {
                    runtime.startProcessInstanceByKey("filing", variables(i));
                }
                return null;
            });
        }
    }

    private static Map<String, Object> variables(int number) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("filingId", (long) number);
        variables.put("unitUser", "183810010");
        variables.put("cityGroup", "reviewers430100");
        variables.put("provinceGroup", "reviewers430000");
        variables.put("rectifying", false);
        variables.put("dueFillIn", new Date());
        return variables;
    }
}
