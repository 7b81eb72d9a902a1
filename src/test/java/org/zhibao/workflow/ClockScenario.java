package org.zhibao.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.clock.DueChange;
import org.zhibao.clock.DueChange.Days;
import org.zhibao.clock.Redatings;
import org.zhibao.filing.FilingOpening;
import org.zhibao.filing.FilingSummary;
import org.zhibao.oversight.WorklistQuery;
import org.zhibao.oversight.Worklists;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;

/**
 * Periods of their own for tests that move deadlines: no other test meets them. A quarter far ahead can be re-dated to
 * days within the quarter after it, a quarter gone by only to its own past days. The application is shared, so each
 * period is closed again.
 */
public final class ClockScenario {

    private static final int FIRST_YEAR = 2030;
    private static final int LAST_YEAR = 2094;
    private static final AtomicInteger QUARTERS = new AtomicInteger();

    private final Periods periods;
    private final FilingOpening opening;
    private final Worklists worklists;
    private final Redatings redatings;
    private final JdbcClient database;
    private final ManagementService jobs;
    private final RuntimeService cases;
    private final Actor admin;

    public ClockScenario(AutowireCapableBeanFactory beans) {
        this.periods = beans.getBean(Periods.class);
        this.opening = beans.getBean(FilingOpening.class);
        this.worklists = beans.getBean(Worklists.class);
        this.redatings = beans.getBean(Redatings.class);
        this.database = beans.getBean(JdbcClient.class);
        this.jobs = beans.getBean(ProcessEngine.class).getManagementService();
        this.cases = beans.getBean(ProcessEngine.class).getRuntimeService();
        this.admin = beans.getBean(Accounts.class).actor("admin").orElseThrow();
    }

    Actor admin() {
        return admin;
    }

    /** The first quarter of a year far ahead that no other test has; the third ones when these are used up. */
    public static Quarter quarterAhead() {
        int taken = QUARTERS.getAndIncrement();
        return new Quarter(FIRST_YEAR + taken % (LAST_YEAR - FIRST_YEAR + 1), taken <= LAST_YEAR - FIRST_YEAR ? 1 : 3);
    }

    /** A day of the quarter after, in which its reports are due; the month as after the first quarter of a year. */
    public static LocalDate day(Quarter quarter, int month, int day) {
        return LocalDate.of(quarter.year(), month + 3 * (quarter.number() - 1), day);
    }

    /** Opens a period for the first units of the roster, due 7, 12 and 17 days from today. */
    public void open(Quarter quarter, int units) {
        LocalDate today = LocalDate.now();
        periods.plan(quarter, today.plusDays(7), today.plusDays(12), today.plusDays(17));
        database.sql("insert into period_roster (period, org_code) select cast(? as varchar(6)), org_code "
                + "from reporting_unit order by org_code limit " + units).param(quarter.code()).update();
        periods.startOpening(quarter.code(), units);
        opening.openNext(quarter.code(), "", units);
        periods.finishOpening(quarter.code());
    }

    public void close(Quarter quarter) {
        periods.close(quarter.code());
    }

    /** Closes the period and what is still open of it, so that its units have no task of it left. */
    public void end(Quarter quarter) {
        close(quarter);
        filings(quarter).stream().filter(filing -> filing.taskId() != null)
                .forEach(filing -> cases.createMessageCorrelation("period-closed")
                        .processInstanceBusinessKey(filing.period() + "-" + filing.orgCode()).correlate());
    }

    public List<FilingSummary> filings(Quarter quarter) {
        return worklists.page(new WorklistQuery(quarter.code(), null, null, null, null, null, 200), admin).filings();
    }

    /** A document sets the days. */
    Days document(Quarter quarter, LocalDate enterprise, LocalDate city, LocalDate province) {
        set(quarter, "ENTERPRISE", enterprise);
        set(quarter, "CITY", city);
        set(quarter, "PROVINCE", province);
        return new Days(enterprise, city, province);
    }

    private void set(Quarter quarter, String stage, LocalDate day) {
        database.sql("update deadline_override set in_force = null where period = ? and stage = ?")
                .params(quarter.code(), stage).update();
        database.sql("insert into deadline_override (period, stage, due_on, notice_no, reason, set_by, set_by_name, "
                        + "set_at, in_force) values (?, ?, ?, '环办〔2060〕1号', '测试', 'admin', '管理员', ?, true)")
                .params(quarter.code(), stage, day, OffsetDateTime.now(ZoneOffset.UTC)).update();
    }

    /** Confirms a re-dating; its process waits. */
    DueChange confirm(Quarter quarter) {
        return redatings.start(quarter.code(), redatings.plan(quarter.code(), admin).after(), "放假安排调整", admin);
    }

    /** Re-dates to what the rules say and runs it to its end. */
    DueChange redate(Quarter quarter) {
        DueChange change = confirm(quarter);
        run();
        return change;
    }

    /** Runs every waiting job of re-datings and extensions. */
    public void run() {
        while (runNext()) {
            continue;
        }
    }

    boolean runNext() {
        List<Job> waiting = jobs.createJobQuery().processDefinitionKey(RedatingVariables.PROCESS).withRetriesLeft()
                .list();
        waiting.forEach(job -> jobs.executeJob(job.getId()));
        return !waiting.isEmpty();
    }

    static Instant endOf(LocalDate day) {
        return org.zhibao.calendar.WorkingCalendar.lastSecond(day);
    }
}
