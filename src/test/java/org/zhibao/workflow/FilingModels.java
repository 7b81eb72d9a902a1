package org.zhibao.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.operation.CaseMove;
import org.zhibao.operation.MoveOrder;
import org.zhibao.operation.RunningCases;
import org.zhibao.testing.CountyCheck;

/**
 * Versions of {@code filing.bpmn} as an administrator might have edited it. A test begins with a version of its own, so
 * that it moves no other test's cases; at the end it moves its cases to the shipped one and its versions are gone.
 */
public final class FilingModels {

    static final String KEY = FilingVariables.PROCESS;
    public static final String EXAMINATION = "UserTask_CityExamination";
    public static final String CITY_REVIEW = "UserTask_CityReview";

    private final List<String> deployments = new ArrayList<>();
    private final RepositoryService repository;
    private final ManagementService jobs;
    private final RunningCases cases;
    private final Actor admin;
    private final int shipped;

    public FilingModels(AutowireCapableBeanFactory beans) {
        ProcessEngine engine = beans.getBean(ProcessEngine.class);
        this.repository = engine.getRepositoryService();
        this.jobs = engine.getManagementService();
        this.cases = beans.getBean(RunningCases.class);
        this.admin = beans.getBean(Accounts.class).actor("admin").orElseThrow();
        this.shipped = repository.createProcessDefinitionQuery().processDefinitionKey(KEY).latestVersion()
                .singleResult().getVersion();
    }

    /** As it is shipped. */
    public static String shipped() {
        try {
            return Files.readString(Path.of("processes", "filing.bpmn"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** With another id and name of the city's review and of what hangs on its border. */
    public static String withRenamedReview() {
        return shipped().replace(CITY_REVIEW + "\"", EXAMINATION + "\"").replace(CITY_REVIEW + "_di", EXAMINATION + "_di")
                .replace("Timer_CityReviewDeadline", "Timer_ExaminationDeadline")
                .replace("BoundaryEvent_UnitWithdraws", "BoundaryEvent_UnitTakesBack").replace("\"市级审核\"", "\"市级审查\"");
    }

    /** The version in force when the test began. */
    int latest() {
        return shipped;
    }

    /** Deploys a model; gives its version. */
    public int deploy(String model) {
        Deployment deployment = repository.createDeployment().name("修订").addString("filing.bpmn", model).deploy();
        deployments.add(deployment.getId());
        ProcessDefinition made = repository.createProcessDefinitionQuery().deploymentId(deployment.getId())
                .singleResult();
        return made.getVersion();
    }

    /** Moves the cases of one version to another. */
    CaseMove move(int from, int to, Map<String, String> steps) {
        CaseMove move = cases.move(order(from, to, steps), "流程修订，随新版办理", admin);
        run();
        return move;
    }

    static MoveOrder order(int from, int to, Map<String, String> steps) {
        return new MoveOrder(KEY, List.of(from), to, steps);
    }

    /** Runs every waiting job of dry runs and moves. */
    public void run() {
        while (runNext()) {
            continue;
        }
    }

    boolean runNext() {
        List<Job> waiting = jobs.createJobQuery().processDefinitionKey(CaseMoveVariables.PROCESS).withRetriesLeft().list();
        waiting.forEach(job -> jobs.executeJob(job.getId()));
        return !waiting.isEmpty();
    }

    /** Brings every case back to the shipped version and takes the others away. */
    public void restore() {
        run();
        cases.process(KEY, admin).versions().stream().filter(v -> v.version() > shipped && v.open() > 0).forEach(v ->
                move(v.version(), shipped, Map.of(CountyCheck.TASK, CITY_REVIEW, EXAMINATION, CITY_REVIEW)));
        deployments.forEach(id -> repository.deleteDeployment(id, true));
        deployments.clear();
    }
}
