package org.zhibao.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingSummary;
import org.zhibao.oversight.WorklistQuery;
import org.zhibao.oversight.Worklists;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.YearlyRosters;

/**
 * Periods of three units, two of one city and one of another, that a test runs as a whole. They are of quarters before
 * the demo's current one, so that this stays the current one; their dates lie ahead nevertheless.
 */
@Component
public class SmallPeriod {

    private final YearlyRosters lists;
    private final Registry registry;
    private final Periods periods;
    private final PeriodCourse course;
    private final Worklists worklists;
    private final Scenario scenario;
    private final ManagementService jobs;
    private final RuntimeService runtime;

    SmallPeriod(YearlyRosters lists, Registry registry, Periods periods, PeriodCourse course, Worklists worklists,
                Scenario scenario, ManagementService jobs, RuntimeService runtime) {
        this.lists = lists;
        this.registry = registry;
        this.periods = periods;
        this.course = course;
        this.worklists = worklists;
        this.scenario = scenario;
        this.jobs = jobs;
        this.runtime = runtime;
    }

    /** Plans the period with a list of the year if there is none. */
    public void plan(String code) {
        Quarter quarter = Quarter.parse(code);
        int year = PeriodRosters.listYear(quarter);
        if (!lists.exists(year)) {
            lists.add(year, ControlLevel.NATIONAL, units().stream().map(ReportingUnit::orgCode).toList());
        }
        LocalDate today = LocalDate.now();
        course.plan(quarter, today.plusDays(7), today.plusDays(12), today.plusDays(17), admin());
    }

    /** Plans, confirms and opens the period; gives its filings. */
    public List<FilingSummary> open(String code) {
        plan(code);
        return confirmed(code);
    }

    /** Confirms and opens a period that was planned; gives its filings. */
    public List<FilingSummary> confirmed(String code) {
        course.confirm(code, true, admin());
        runJobs(code);
        return filings(code);
    }

    /** Closes the period before its day. */
    public void close(String code) {
        course.close(code, "全部单位已上报", admin());
        runJobs(code);
    }

    /** Brings a filing to its acceptance by the province. */
    public void accept(FilingSummary filing) {
        scenario.submitted(filing);
        scenario.decide(filing, org.zhibao.filing.FilingAction.FORWARD, scenario.city(filing));
        scenario.decide(filing, org.zhibao.filing.FilingAction.ACCEPT, scenario.province());
    }

    /** Runs what waits to be run of the period's process, until nothing does. */
    public void runJobs(String code) {
        for (List<Job> due = waiting(code); !due.isEmpty(); due = waiting(code)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> waiting(String code) {
        ProcessInstance instance = instance(code);
        return instance == null ? List.of()
                : jobs.createJobQuery().processInstanceId(instance.getId()).messages().withRetriesLeft().list();
    }

    /** The period's process; null once it has ended. */
    public ProcessInstance instance(String code) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("reporting-period")
                .processInstanceBusinessKey(code).singleResult();
    }

    public List<FilingSummary> filings(String code) {
        return worklists.page(new WorklistQuery(code, null, null, null, null, null, 200), admin()).filings().stream()
                .sorted(java.util.Comparator.comparing(FilingSummary::orgCode)).toList();
    }

    /** Two units of one city and one of another, in the order of their codes. */
    public List<ReportingUnit> units() {
        Map<String, List<ReportingUnit>> cities = new LinkedHashMap<>();
        registry.unitsAfter("", Integer.MAX_VALUE).stream().skip(3)
                .forEach(unit -> cities.computeIfAbsent(unit.cityCode(), c -> new ArrayList<>()).add(unit));
        List<ReportingUnit> first = cities.values().stream().filter(units -> units.size() > 1).findFirst().orElseThrow();
        ReportingUnit other = cities.values().stream().filter(units -> units != first).findFirst().orElseThrow().get(0);
        return java.util.stream.Stream.of(first.get(0), first.get(1), other)
                .sorted(java.util.Comparator.comparing(ReportingUnit::orgCode)).toList();
    }

    private Actor admin() {
        return scenario.actor("admin");
    }
}
