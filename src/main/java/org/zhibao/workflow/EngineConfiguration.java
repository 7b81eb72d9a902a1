package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the embedded engine is set up, beyond what {@code application.yml} says. */
@Configuration
class EngineConfiguration {

    private static final int MOST_RESULTS = 2000;
    private static final String IDS = "[a-zA-Z0-9-]+";

    @Bean
    ProcessEnginePlugin zhibaoEngine(PositionListeners position, CourseListeners course,
                                     SuspensionListeners suspension, ChangeListeners change,
                                     Delegates delegates, DeploymentGate gate, ShippedModels shipped) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                addParseListener(engine, position);
                addParseListener(engine, course);
                addParseListener(engine, suspension);
                addParseListener(engine, change);
                closeToCode(engine, delegates);
                engine.setCustomPreDeployers(List.of(gate));
                engine.setFailedJobCommandFactory(new KeepOneTimer());
                engine.setPasswordEncryptor(new BcryptPasswords());
                // BCrypt has a salt of its own
                engine.setSaltGenerator(() -> "");
                // wrong passwords are counted by our own guard, which delays nobody who has the right one
                engine.setLoginDelayBase(0);
                engine.setLoginDelayMaxTime(0);
                engine.setLoginMaxAttempts(Integer.MAX_VALUE);
                // who may work on a task may not re-date or re-assign it
                engine.setDefaultUserPermissionNameForTask(TaskPermissions.TASK_WORK.getName());
                // a stored filter or query must never be code
                engine.setEnableExpressionsInStoredQueries(false);
                engine.setQueryMaxResultsLimit(MOST_RESULTS);
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);
                engine.setGeneralResourceWhitelistPattern(IDS);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                // the engine's own beans are not there yet
                EngineCalls calls = new EngineCalls(engine.getIdentityService(),
                        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
                RepositoryService repository = engine.getRepositoryService();
                shipped.deploy(repository, new StoredModels(new DeployedModels(repository, engine.getRuntimeService(), calls)));
            }
        };
    }

    /** Expressions reach nothing but our delegates and plain values; scripts and named classes reach nothing at all. */
    private static void closeToCode(ProcessEngineConfigurationImpl engine, Delegates delegates) {
        ForeignCode none = new ForeignCode();
        engine.setExpressionManager(new GuardedExpressions(delegates));
        engine.setScriptEngineResolver(none);
        engine.setArtifactFactory(none);
        engine.setDeserializationTypeValidationEnabled(true);
    }

    private static void addParseListener(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(listener);
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
