package org.zhibao.workflow;

import static org.zhibao.workflow.PeriodVariables.PERIOD;
import static org.zhibao.workflow.PeriodVariables.PROCESS;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.period.PeriodProcess;
import org.zhibao.period.PeriodRedated;
import org.zhibao.period.PeriodTask;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;

/** Drives {@code reporting-period.bpmn} for the period feature. */
@Component
class EnginePeriodProcess implements PeriodProcess {

    private static final String CLOSE = "close-period";
    private static final String PROVINCE = "430000";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final EngineCalls engine;
    private final DeadlineClock clock;
    private final Periods periods;

    EnginePeriodProcess(RuntimeService runtime, TaskService tasks, ManagementService jobs, EngineCalls engine,
                        DeadlineClock clock, Periods periods) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.engine = engine;
        this.clock = clock;
        this.periods = periods;
    }

    @Override
    public void plan(ReportingPeriod period, Instant confirmDue) {
        Map<String, Object> variables = new HashMap<>(dates(period));
        variables.put(PERIOD, period.code());
        variables.put(PeriodVariables.PROVINCE_GROUP, Groups.reviewersOf(PROVINCE));
        variables.put(PeriodVariables.DUE_CONFIRM, Date.from(confirmDue));
        variables.put(PeriodVariables.STARTED_UP_TO, "");
        engine.asSystem(() -> runtime.startProcessInstanceByKey(PROCESS, period.code(), variables));
    }

    @Override
    public void confirm(ReportingPeriod period, Instant opensAt, Actor actor) {
        if (period.taskId() == null) {
            plan(period, period.enterpriseDue());
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put(PeriodVariables.OPENS_LATER, opensAt != null);
        variables.put(PeriodVariables.OPENS_AT, opensAt == null ? null : Date.from(opensAt));
        complete(period, variables, actor);
    }

    @Override
    public void closeEarly(ReportingPeriod period, Actor actor) {
        // the rights to act were checked by the feature; the engine's own cover tasks only
        engine.as(actor, () -> engine.trusted(() -> runtime.createMessageCorrelation(CLOSE)
                .processInstanceBusinessKey(period.code()).correlate()));
    }

    @Override
    public void report(ReportingPeriod period, Actor actor) {
        complete(period, Map.of(PeriodVariables.REPORTED_BY, actor.userId()), actor);
    }

    @Override
    public void archive(ReportingPeriod period, Actor actor) {
        complete(period, Map.of(PeriodVariables.ARCHIVED_BY, actor.userId()), actor);
    }

    private void complete(ReportingPeriod period, Map<String, Object> variables, Actor actor) {
        Runnable completion = () -> tasks.complete(period.taskId(), variables);
        if (actor == null) {
            engine.unattended(completion);
        } else {
            engine.as(actor, () -> engine.trusted(completion));
        }
    }

    /** The period got other dates: its open act and the timers that are still to come move in the same transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void redated(PeriodRedated redated) {
        ReportingPeriod period = periods.require(redated.code());
        engine.asSystem(() -> runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(period.code()).list()
                .forEach(instance -> move(period, instance.getId())));
    }

    private void move(ReportingPeriod period, String instance) {
        runtime.setVariables(instance, dates(period));
        Map<String, Date> timers = new LinkedHashMap<>();
        timers.put("Timer_EnterpriseDue", Date.from(period.enterpriseDue()));
        timers.put("Timer_CityDue", Date.from(period.cityDue()));
        timers.put("Timer_ProvinceDue", Date.from(period.provinceDue()));
        timers.put("Timer_ClosingDay", Date.from(period.closesAt()));
        for (Job timer : jobs.createJobQuery().processInstanceId(instance).timers().list()) {
            JobDefinition definition = jobs.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId())
                    .singleResult();
            Date due = timers.get(definition.getActivityId());
            if (due != null) {
                jobs.setJobDuedate(timer.getId(), due);
            }
        }
        if (period.task() == PeriodTask.REPORT) {
            clock.move(period.taskId(), PeriodVariables.DUE_REPORT, period.reportDue());
            periods.redateTask(period.code(), period.reportDue());
        } else if (period.task() == PeriodTask.ARCHIVE) {
            clock.move(period.taskId(), PeriodVariables.DUE_ARCHIVE, period.archiveDue());
            periods.redateTask(period.code(), period.archiveDue());
        }
    }

    private static Map<String, Object> dates(ReportingPeriod period) {
        return Map.of("enterpriseDue", Date.from(period.enterpriseDue()), "cityDue", Date.from(period.cityDue()),
                "provinceDue", Date.from(period.provinceDue()), "closesAt", Date.from(period.closesAt()),
                PeriodVariables.DUE_REPORT, Date.from(period.reportDue()),
                PeriodVariables.DUE_ARCHIVE, Date.from(period.archiveDue()));
    }
}
