package org.zhibao.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.audit.AuditTrail;

/** The calendar's tables. */
@Repository
class CalendarStore {

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another text after every change; never the same twice, so that one of a rolled-back change is never met again. */
    String stamp() {
        return jdbc.sql("select stamp from calendar_stamp where id = 1").query(String.class).single();
    }

    /** Lets one transaction at a time change the calendar, on all nodes. */
    void lock() {
        jdbc.sql("select stamp from calendar_stamp where id = 1 for update").query(String.class).single();
    }

    /** All notices in force. Where two name the same day, the one for the later year, which is the newer, wins. */
    WorkingDays workingDays() {
        List<AnnouncedDay> days = jdbc.sql("select d.* from calendar_day d join calendar_notice n on n.id = d.notice_id "
                + "where n.in_force is not null order by n.notice_year").query(CalendarStore::day).list();
        return WorkingDays.of(days, years());
    }

    /** The calendar as it would be with other days in the notice of one year. */
    WorkingDays workingDaysWith(int year, List<AnnouncedDay> proposed) {
        List<AnnouncedDay> days = new ArrayList<>();
        Set<Integer> years = new HashSet<>(years());
        years.add(year);
        years.stream().sorted().forEach(y -> days.addAll(y == year ? proposed : daysInForce(y)));
        return WorkingDays.of(days, years);
    }

    /** Every year that has or had a notice. */
    Set<Integer> yearsEverSeen() {
        return new HashSet<>(jdbc.sql("select distinct notice_year from calendar_notice").query(Integer.class).list());
    }

    Optional<CalendarNotice> inForce(int year) {
        return jdbc.sql("select * from calendar_notice where in_force = ?").param(year)
                .query(CalendarStore::notice).optional();
    }

    /** All revisions of a year, the latest first. */
    List<CalendarNotice> revisions(int year) {
        return jdbc.sql("select * from calendar_notice where notice_year = ? order by revision desc").param(year)
                .query(CalendarStore::notice).list();
    }

    List<AnnouncedDay> days(long noticeId) {
        return jdbc.sql("select * from calendar_day where notice_id = ? order by on_day").param(noticeId)
                .query(CalendarStore::day).list();
    }

    List<AnnouncedDay> daysInForce(int year) {
        return inForce(year).map(notice -> days(notice.id())).orElse(List.of());
    }

    /** Puts a new revision of a year in force; call {@link #lock()} first. */
    CalendarNotice add(int year, String noticeNo, String source, String reason, List<AnnouncedDay> days,
                       AuditTrail.Who who, Instant at) {
        int revision = revisions(year).stream().mapToInt(CalendarNotice::revision).max().orElse(0) + 1;
        jdbc.sql("update calendar_notice set in_force = null where in_force = ?").param(year).update();
        jdbc.sql("insert into calendar_notice (notice_year, revision, notice_no, source, reason, imported_at, "
                        + "imported_by, imported_by_name, in_force) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(year, revision, noticeNo, source, reason, OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        who.userId(), who.name(), year).update();
        CalendarNotice added = inForce(year).orElseThrow();
        days.forEach(day -> jdbc.sql("insert into calendar_day (notice_id, on_day, kind, name, notice_no) "
                        + "values (?, ?, ?, ?, ?)")
                .params(added.id(), day.date(), day.kind().name(), day.name(), day.noticeNo()).update());
        jdbc.sql("update calendar_stamp set stamp = ? where id = 1").param(UUID.randomUUID().toString()).update();
        return added;
    }

    private Set<Integer> years() {
        return Set.copyOf(jdbc.sql("select in_force from calendar_notice where in_force is not null")
                .query(Integer.class).list());
    }

    private static AnnouncedDay day(ResultSet row, int number) throws SQLException {
        return new AnnouncedDay(row.getObject("on_day", LocalDate.class), DayKind.valueOf(row.getString("kind")),
                row.getString("name"), row.getString("notice_no"));
    }

    private static CalendarNotice notice(ResultSet row, int number) throws SQLException {
        return new CalendarNotice(row.getLong("id"), row.getInt("notice_year"), row.getInt("revision"),
                row.getString("notice_no"), row.getString("source"), row.getString("reason"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(), row.getString("imported_by"),
                row.getString("imported_by_name"), row.getObject("in_force") != null);
    }
}
