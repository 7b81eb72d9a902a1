package org.zhibao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.MovableClock;
import org.zhibao.testing.Scenario;

/** Who is reminded of what, and never twice. */
@ApplicationTest
class RemindersIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private Reminders reminders;
    @Autowired
    private Digests digests;
    @Autowired
    private Accounts accounts;
    @Autowired
    private ReminderSettings settings;
    @Autowired
    private NoticeWriter writer;
    @Autowired
    private NoticeTurn turn;
    @Autowired
    private WorkingCalendar calendar;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void anEnterpriseIsRemindedOnceForEachReasonHoweverOftenTheReminderRuns() {
        FilingSummary filing = due(scenario.freshFiling(), 3);
        remind(filing, day(0));
        remind(filing, day(0));
        assertThat(kinds(filing)).containsExactly("FILL_IN_SOON");
        remind(filing, day(1));
        assertThat(kinds(filing)).as("two days before is no reason").hasSize(1);
        remind(filing, day(2));
        remind(filing, day(3));
        remind(filing, day(4));
        remind(filing, day(5));
        remind(filing, day(11));
        assertThat(kinds(filing)).containsExactly("FILL_IN_SOON", "FILL_IN_SOON", "FILL_IN_TODAY", "FILL_IN_OVERDUE",
                "FILL_IN_OVERDUE");
    }

    @Test
    void afterThreeDaysOfDowntimeOnlyTheMostUrgentReminderComes() {
        FilingSummary filing = due(scenario.freshFiling(), 3);
        remind(filing, day(3));
        remind(filing, day(3));
        assertThat(kinds(filing)).containsExactly("FILL_IN_TODAY");
    }

    @Test
    void theReminderGoesThroughAllOpenFilingsChunkByChunk() {
        Reminders now = new Reminders(jdbc, accounts, settings, writer, turn, nineOClock(day(0)));
        long reached = 0;
        int chunks = 0;
        for (OptionalLong next = OptionalLong.of(0); next.isPresent(); chunks++) {
            reached = next.getAsLong();
            long after = reached;
            next = transaction.execute(status -> now.remindNext(after, 50));
        }
        assertThat(chunks).isGreaterThan(3);
        assertThat(reached).isEqualTo(jdbc.sql("select max(id) from filing where stage in ('FILL_IN', 'RECTIFY') "
                        + "and due_at < :horizon")
                .param("horizon", day(ReminderRules.MOST_DAYS_BEFORE + 1).atStartOfDay(WorkingCalendar.ZONE)
                        .toOffsetDateTime()).query(Long.class).single());
    }

    @Test
    void aMovedDeadlineIsRemindedOfAnew() {
        FilingSummary filing = due(scenario.freshFiling(), 1);
        remind(filing, day(0));
        due(filing, 3);
        remind(filing, day(0));
        assertThat(kinds(filing)).containsExactly("FILL_IN_SOON", "FILL_IN_SOON");
    }

    @Test
    void whoHasSubmittedIsNotReminded() {
        FilingSummary filing = scenario.submitted(due(scenario.freshFiling(), 3));
        due(filing, 3);
        remind(filing, day(0));
        assertThat(kinds(filing)).isEmpty();
    }

    @Test
    void aReturnIsToldAtOnceToTheEnterpriseAndItsCountyAndRemindedOfLater() {
        FilingSummary filing = inCounty430102(Stage.CITY_REVIEW);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        assertThat(kinds(filing, filing.orgCode())).containsExactly("RETURNED");
        assertThat(kinds(filing, "county430102")).containsExactly("COUNTY_RETURNED");
        assertThat(jdbc.sql("select note from notice where filing_id = ? and kind = 'RETURNED'").param(filing.id())
                .query(String.class).single()).isEqualTo("请核实化学需氧量排放量");

        due(filing, 2);
        remind(filing, day(0));
        assertThat(kinds(filing, filing.orgCode())).as("told today already").containsExactly("RETURNED");
        remind(filing, day(1));
        remind(filing, day(2));
        assertThat(kinds(filing, filing.orgCode())).containsExactly("RETURNED", "RECTIFY_SOON", "RECTIFY_TODAY");
    }

    @Test
    void theCountyLearnsAtOnceThatAReportDidNotPassTheCheckButOncePerDay() {
        FilingSummary filing = inCounty430102(Stage.FILL_IN);
        scenario.submit(filing, scenario.reportWith(filing, Map.of("A10", "")));
        scenario.submit(filing, scenario.reportWith(filing, Map.of("A10", "")));
        assertThat(kinds(filing, "county430102")).containsExactly("COUNTY_CHECK_FAILED");
        assertThat(kinds(filing, filing.orgCode())).isEmpty();
    }

    @Test
    void aRefusedReturnTellsNobody() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> scenario.record(filing, FilingAction.RETURN, scenario.city(filing)))).isNotNull();
        assertThat(kinds(filing)).isEmpty();
    }

    @Test
    void everyReviewerAndCountyGetsOneDigestADay() {
        FilingSummary waiting = due(scenario.at(Stage.CITY_REVIEW), -2);
        FilingSummary another = due(scenario.submitted(scenario.freshFilingIn(waiting.cityCode())), 1);
        inCounty430102(Stage.FILL_IN);
        LocalDate workday = calendar.days().workingDayFrom(day(0));
        sendDigests(workday);
        sendDigests(workday);
        String user = "city" + waiting.cityCode();
        assertThat(digestsOf(user, workday)).hasSize(1);
        List<String> counts = Arguments.read(jdbc.sql("select arguments from notice where cause = ?")
                .param("digest/" + workday + "/" + user).query(String.class).single());
        assertThat(Integer.parseInt(counts.get(0))).as("to review").isGreaterThanOrEqualTo(2);
        assertThat(Integer.parseInt(counts.get(3))).as("overdue").isPositive();
        assertThat(another.cityCode()).isEqualTo(waiting.cityCode());
        assertThat(jdbc.sql("select count(*) from notice where kind like 'DIGEST%' and filing_id is not null")
                .query(Long.class).single()).isZero();
    }

    @Test
    void aCountyIsToldWhichOfItsUnitsAreOverdue() {
        FilingSummary filing = due(inCounty430102(Stage.FILL_IN), -3);
        LocalDate workday = calendar.days().workingDayFrom(day(30));
        sendDigests(workday);
        List<String> counts = Arguments.read(jdbc.sql("select arguments from notice where cause = ?")
                .param("digest/" + workday + "/county430102").query(String.class).single());
        assertThat(Integer.parseInt(counts.get(0))).isPositive();
        assertThat(filing.countyCode()).isEqualTo("430102");
    }

    @Test
    void onADayOffNobodyGetsADigestOfWhatIsNotDueThen() {
        due(scenario.at(Stage.CITY_REVIEW), -2);
        LocalDate off = day(400).datesUntil(day(500)).filter(d -> !calendar.isWorkingDay(d)).findFirst().orElseThrow();
        sendDigests(off);
        assertThat(jdbc.sql("select count(*) from notice where cause like ?").param("digest/" + off + "/%")
                .query(Long.class).single()).isZero();
    }

    @Test
    void twoNodesThatRemindAtTheSameTimeTellEverybodyOnce() throws Exception {
        List<FilingSummary> filings = IntStream.range(0, 5).mapToObj(i -> due(scenario.freshFiling(), 1)).toList();
        CountDownLatch begin = new CountDownLatch(1);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> nodes = IntStream.range(0, 2).mapToObj(i -> new Thread(() -> {
            try {
                begin.await();
                filings.forEach(filing -> remind(filing, day(0)));
            } catch (Throwable failed) {
                failures.add(failed);
            }
        })).toList();
        nodes.forEach(Thread::start);
        begin.countDown();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(failures).isEmpty();
        assertThat(filings).allSatisfy(filing -> assertThat(kinds(filing)).containsExactly("FILL_IN_SOON"));
    }

    @Test
    void aCityMayRemindDifferentlyFromTheProvince() {
        FilingSummary here = due(scenario.freshFilingIn("430200"), 5);
        FilingSummary there = due(scenario.freshFilingIn("430300"), 5);
        Actor city = scenario.actor("city430200");
        settings.set(new ReminderRules(true, new java.util.TreeSet<>(List.of(5)), 0, ReminderRules.BUILT_IN.quiet(), 2,
                4), city);
        try {
            remind(here, day(0));
            remind(there, day(0));
        } finally {
            settings.reset(city);
        }
        assertThat(kinds(here)).containsExactly("FILL_IN_SOON");
        assertThat(kinds(there)).isEmpty();
    }

    private static LocalDate day(int later) {
        return LocalDate.now(WorkingCalendar.ZONE).plusDays(later);
    }

    /** Has the reminder look at one filing only: the application is shared. */
    private void remind(FilingSummary filing, LocalDate day) {
        Reminders asOf = new Reminders(jdbc, accounts, settings, writer, turn, nineOClock(day));
        transaction.executeWithoutResult(status -> asOf.remindNext(filing.id() - 1, 1));
    }

    private void sendDigests(LocalDate day) {
        Digests asOf = new Digests(jdbc, accounts, calendar, writer, turn, nineOClock(day));
        transaction.executeWithoutResult(status -> asOf.send());
    }

    private static MovableClock nineOClock(LocalDate day) {
        return new MovableClock(day.atTime(9, 0).atZone(WorkingCalendar.ZONE).toInstant());
    }

    /** The same filing, due at the end of another day. */
    private FilingSummary due(FilingSummary filing, int days) {
        Instant due = calendar.endOf(day(days));
        jdbc.sql("update filing set due_at = :due where id = :id").param("due", OffsetDateTime.ofInstant(due,
                java.time.ZoneOffset.UTC)).param("id", filing.id()).update();
        return scenario.now(filing);
    }

    private FilingSummary inCounty430102(Stage stage) {
        FilingSummary filing = scenario.freshFilingIn("430100");
        jdbc.sql("update filing set county_code = '430102' where id = ?").param(filing.id()).update();
        filing = scenario.now(filing);
        return stage == Stage.CITY_REVIEW ? scenario.submitted(filing) : filing;
    }

    private List<String> kinds(FilingSummary filing) {
        return jdbc.sql("select kind from notice where filing_id = ? and urging_id is null order by id").param(filing.id())
                .query(String.class).list();
    }

    private List<String> kinds(FilingSummary filing, String user) {
        return jdbc.sql("select kind from notice where filing_id = ? and urging_id is null and recipient = ? order by id")
                .params(filing.id(), user).query(String.class).list();
    }

    private List<String> digestsOf(String user, LocalDate day) {
        return jdbc.sql("select kind from notice where recipient = ? and cause like ?")
                .params(user, "digest/" + day + "/%").query(String.class).list();
    }
}
