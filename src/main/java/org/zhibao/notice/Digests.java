package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.Stage;

/**
 * Tells every reviewer and county once a day what waits for it, in one notice instead of one for each report. On a day off
 * only if something is due on that very day.
 */
@Service
public class Digests {

    /** A day is soon if it is that many days away. */
    private static final int SOON = 3;

    /** Filings of one area at one stage. */
    private record Counts(String area, Stage stage, long open, long today, long soon, long overdue, long checkFailed) {

        static Counts none(Stage stage) {
            return new Counts("", stage, 0, 0, 0, 0, 0);
        }

        Stream<String> shown() {
            return Stream.of(open, today, soon, overdue).map(String::valueOf);
        }
    }

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final WorkingCalendar calendar;
    private final NoticeWriter writer;
    private final NoticeTurn turn;
    private final Clock clock;

    Digests(JdbcClient jdbc, Accounts accounts, WorkingCalendar calendar, NoticeWriter writer, NoticeTurn turn,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.calendar = calendar;
        this.writer = writer;
        this.turn = turn;
        this.clock = clock;
    }

    /** Writes today's digests; doing so again writes none. */
    @Transactional
    public void send() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        boolean working = calendar.isWorkingDay(today);
        turn.take();
        List<NoticeDraft> drafts = new ArrayList<>();
        Map<String, Map<Stage, Counts>> cities = counts("f.city_code", today);
        accounts.withRole(Role.CITY).forEach(actor -> add(drafts, NoticeKind.DIGEST_CITY, actor, today, working,
                cities.get(actor.area()), Stage.CITY_REVIEW, Stage.CITY_FEEDBACK));
        Map<String, Map<Stage, Counts>> province = counts("'430000'", today);
        accounts.withRole(Role.PROVINCE).forEach(actor -> add(drafts, NoticeKind.DIGEST_PROVINCE, actor, today, working,
                province.get(actor.area()), Stage.PROVINCE_REVIEW, Stage.PROVINCE_FEEDBACK));
        Map<String, Map<Stage, Counts>> counties = counts("f.county_code", today);
        accounts.withRole(Role.COUNTY).forEach(actor -> addCounty(drafts, actor, today, working,
                counties.get(actor.area())));
        writer.write(drafts);
    }

    private static void add(List<NoticeDraft> drafts, NoticeKind kind, Actor actor, LocalDate today, boolean working,
                            Map<Stage, Counts> byStage, Stage review, Stage feedback) {
        if (byStage == null) {
            return;
        }
        Counts reviews = byStage.getOrDefault(review, Counts.none(review));
        Counts answers = byStage.getOrDefault(feedback, Counts.none(feedback));
        long dueToday = reviews.today() + answers.today();
        long urgent = dueToday + reviews.soon() + answers.soon() + reviews.overdue() + answers.overdue();
        if (dueToday > 0 || working && urgent > 0) {
            drafts.add(digest(kind, actor, today, Stream.concat(reviews.shown(), answers.shown()).toList()));
        }
    }

    private static void addCounty(List<NoticeDraft> drafts, Actor actor, LocalDate today, boolean working,
                                  Map<Stage, Counts> byStage) {
        if (byStage == null) {
            return;
        }
        Counts filling = byStage.getOrDefault(Stage.FILL_IN, Counts.none(Stage.FILL_IN));
        Counts returned = byStage.getOrDefault(Stage.RECTIFY, Counts.none(Stage.RECTIFY));
        long overdue = filling.overdue() + returned.overdue();
        long failed = filling.checkFailed() + returned.checkFailed();
        long dueToday = filling.today() + returned.today();
        long soon = filling.soon() + returned.soon();
        if (dueToday > 0 || working && overdue + failed + returned.open() + soon > 0) {
            drafts.add(digest(NoticeKind.DIGEST_COUNTY, actor, today, Stream.of(overdue, returned.open(), failed,
                    dueToday, soon).map(String::valueOf).toList()));
        }
    }

    private static NoticeDraft digest(NoticeKind kind, Actor actor, LocalDate today, List<String> counts) {
        List<String> arguments = new ArrayList<>(counts);
        arguments.add(today.toString());
        return new NoticeDraft("digest/" + today, kind, actor, arguments, "", "/", null, null);
    }

    /** @param area the column that says in which area a filing counts; never from outside */
    private Map<String, Map<Stage, Counts>> counts(String area, LocalDate today) {
        Map<String, Map<Stage, Counts>> counts = new HashMap<>();
        jdbc.sql("select area, stage, count(*) n, sum(due_today) due_today, sum(due_soon) due_soon, "
                        + "sum(is_overdue) is_overdue, sum(failed) failed from (select " + area + " area, f.stage, "
                        + "case when f.due_at >= :today and f.due_at < :tomorrow then 1 else 0 end due_today, "
                        + "case when f.due_at >= :tomorrow and f.due_at < :later then 1 else 0 end due_soon, "
                        + "case when f.due_at < :today then 1 else 0 end is_overdue, "
                        + "case when f.check_failed then 1 else 0 end failed "
                        + "from filing f where f.due_at is not null) open_filing group by area, stage")
                .param("today", start(today)).param("tomorrow", start(today.plusDays(1)))
                .param("later", start(today.plusDays(SOON + 1L))).query(Digests::counts).list()
                .forEach(c -> counts.computeIfAbsent(c.area(), a -> new HashMap<>()).put(c.stage(), c));
        return counts;
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toOffsetDateTime();
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(row.getString("area"), Stage.valueOf(row.getString("stage")), row.getLong("n"),
                row.getLong("due_today"), row.getLong("due_soon"), row.getLong("is_overdue"), row.getLong("failed"));
    }
}
