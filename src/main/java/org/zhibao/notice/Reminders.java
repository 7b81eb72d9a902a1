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
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.Stage;

/**
 * Reminds enterprises of what is due: found by asking which filings are open, so that days on which nothing ran are caught
 * up, and only by the most urgent reminder that applies today.
 */
@Service
public class Reminders {

    private record Open(FilingRow filing, LocalDate returnedOn) {
    }

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ReminderSettings settings;
    private final NoticeWriter writer;
    private final NoticeTurn turn;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Accounts accounts, ReminderSettings settings, NoticeWriter writer, NoticeTurn turn,
              Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.settings = settings;
        this.writer = writer;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * Writes the reminders of the next filings, in one transaction; doing so again writes none.
     *
     * @param after the id up to which filings are done; 0 at the beginning
     * @return the id up to which they are done now; empty if there are no more
     */
    @Transactional
    public OptionalLong remindNext(long after, int limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        turn.take();
        List<Open> open = open(after, today, limit);
        if (open.isEmpty()) {
            return OptionalLong.empty();
        }
        Map<String, List<Actor>> units = new HashMap<>();
        accounts.ofUnits(open.stream().map(o -> o.filing().orgCode()).distinct().toList())
                .forEach(actor -> units.computeIfAbsent(actor.orgCode(), code -> new ArrayList<>()).add(actor));
        ReminderSettings.InForce rules = settings.inForce();
        List<NoticeDraft> drafts = new ArrayList<>();
        for (Open one : open) {
            OptionalInt milestone = milestone(one, rules.ofArea(one.filing().cityCode()), today);
            if (milestone.isPresent()) {
                units.getOrDefault(one.filing().orgCode(), List.of())
                        .forEach(actor -> drafts.add(draft(one.filing(), milestone.getAsInt(), today, actor)));
            }
        }
        writer.write(drafts);
        return OptionalLong.of(open.get(open.size() - 1).filing().id());
    }

    private List<Open> open(long after, LocalDate today, int limit) {
        OffsetDateTime horizon = today.plusDays(ReminderRules.MOST_DAYS_BEFORE + 1L)
                .atStartOfDay(WorkingCalendar.ZONE).toOffsetDateTime();
        return jdbc.sql("select " + FilingRow.COLUMNS + ", (select max(n.created_at) from notice n "
                        + "where n.filing_id = f.id and n.kind = 'RETURNED') returned_at from filing f "
                        + "where f.id > :after and f.stage in ('FILL_IN', 'RECTIFY') and f.due_at < :horizon "
                        + "order by f.id limit " + limit)
                .param("after", after).param("horizon", horizon).query(Reminders::open).list();
    }

    /** Whoever was told of the return on that day or later needs no reminder of an earlier date. */
    private static OptionalInt milestone(Open one, ReminderRules rules, LocalDate today) {
        LocalDate due = one.filing().dueDay();
        OptionalInt milestone = rules.milestone(due, today);
        boolean toldSince = one.filing().stage() == Stage.RECTIFY && milestone.isPresent() && one.returnedOn() != null
                && !due.plusDays(milestone.getAsInt()).isAfter(one.returnedOn());
        return toldSince ? OptionalInt.empty() : milestone;
    }

    private static NoticeDraft draft(FilingRow filing, int milestone, LocalDate today, Actor recipient) {
        long days = Math.abs(today.toEpochDay() - filing.dueDay().toEpochDay());
        NoticeKind kind = kind(filing.stage() == Stage.FILL_IN, milestone > 0, days == 0);
        String cause = "reminder/" + filing.id() + "/" + filing.stage() + "/" + filing.dueDay() + "/" + milestone;
        return new NoticeDraft(cause, kind, recipient, filing.arguments(days), "", filing.link(), filing.id(), null);
    }

    private static NoticeKind kind(boolean firstTime, boolean overdue, boolean today) {
        if (overdue) {
            return firstTime ? NoticeKind.FILL_IN_OVERDUE : NoticeKind.RECTIFY_OVERDUE;
        }
        if (today) {
            return firstTime ? NoticeKind.FILL_IN_TODAY : NoticeKind.RECTIFY_TODAY;
        }
        return firstTime ? NoticeKind.FILL_IN_SOON : NoticeKind.RECTIFY_SOON;
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        OffsetDateTime returned = row.getObject("returned_at", OffsetDateTime.class);
        return new Open(FilingRow.read(row), returned == null ? null
                : LocalDate.ofInstant(returned.toInstant(), WorkingCalendar.ZONE));
    }
}
