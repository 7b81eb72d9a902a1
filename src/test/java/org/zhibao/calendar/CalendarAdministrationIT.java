package org.zhibao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.calendar.CalendarAdministration.DayEdit;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.DatabaseTest;

@DatabaseTest
class CalendarAdministrationIT {

    private static final Actor ADMIN = new Actor("admin", "管理员", Role.ADMIN, "430000", null);
    private static final String NOTICE = "国办发明电〔2040〕1号";
    private static final LocalDate NEW_YEAR = LocalDate.of(2040, 1, 2);
    private static final String JSON = """
            {"year": 2040, "papers": ["https://example.org/2040"], "days": [
              {"name": "元旦", "date": "2039-12-31", "isOffDay": true},
              {"name": "元旦", "date": "2040-01-02", "isOffDay": true},
              {"name": "元旦", "date": "2040-01-07", "isOffDay": false}]}""";
    private static final String CSV = """
            date,kind,name
            2040-01-02,OFF,元旦
            2040-01-07,班,元旦""";

    @Autowired
    private CalendarAdministration administration;
    @Autowired
    private WorkingCalendar calendar;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient database;
    @Autowired
    private EntityManager entities;

    @Test
    void anImportedYearIsInForceAtOnce() {
        assertThat(calendar.isAnnounced(2040)).isFalse();

        administration.importYear(2040, JSON, "", 0, ADMIN);

        assertThat(calendar.isAnnounced(2040)).isTrue();
        assertThat(calendar.day(NEW_YEAR)).satisfies(day -> {
            assertThat(day.why()).isEqualTo(CalendarDay.Why.HOLIDAY);
            assertThat(day.noticeNo()).isEqualTo("https://example.org/2040");
        });
        assertThat(calendar.isWorkingDay(LocalDate.of(2040, 1, 7))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2039, 12, 31))).isFalse();
    }

    @Test
    void csvSaysTheSameAsJson() {
        administration.importYear(2040, CSV, NOTICE, 0, ADMIN);

        assertThat(calendar.day(NEW_YEAR).noticeNo()).isEqualTo(NOTICE);
        assertThat(calendar.day(LocalDate.of(2040, 1, 7)).why()).isEqualTo(CalendarDay.Why.MAKE_UP);
    }

    @Test
    void aPreviewShowsWhatWouldChangeAndChangesNothing() {
        ImportPreview preview = administration.preview(2040, CSV, NOTICE, ADMIN);

        assertThat(preview.acceptable()).isTrue();
        assertThat(preview.changes()).extracting(DayChange::date, c -> c.before().why(), c -> c.after().why())
                .containsExactly(
                        tuple(NEW_YEAR, CalendarDay.Why.WEEKDAY, CalendarDay.Why.HOLIDAY),
                        tuple(LocalDate.of(2040, 1, 7), CalendarDay.Why.WEEKEND,
                                CalendarDay.Why.MAKE_UP));
        assertThat(calendar.isAnnounced(2040)).isFalse();
        assertThat(administration.history(2040)).isEmpty();
    }

    @Test
    void aReissuedNoticeReplacesTheYearAndKeepsTheOldOne() {
        administration.importYear(2040, CSV, NOTICE, 0, ADMIN);

        administration.importYear(2040, "2040-01-03,OFF,元旦", "国办发明电〔2040〕2号", 1, ADMIN);

        assertThat(calendar.isWorkingDay(NEW_YEAR)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2040, 1, 3))).isFalse();
        List<CalendarAdministration.Revision> history = administration.history(2040);
        assertThat(history).extracting(r -> r.notice().revision(), r -> r.notice().noticeNo(),
                r -> r.notice().inForce()).containsExactly(
                        tuple(2, "国办发明电〔2040〕2号", true),
                        tuple(1, NOTICE, false));
        assertThat(history.get(0).changes()).extracting(DayChange::date)
                .containsExactly(NEW_YEAR, LocalDate.of(2040, 1, 3), LocalDate.of(2040, 1, 7));
    }

    @Test
    void anImportSomebodyElseWasFasterWithIsRefused() {
        administration.importYear(2040, CSV, NOTICE, 0, ADMIN);

        assertThatThrownBy(() -> administration.importYear(2040, "2040-01-03,OFF,元旦", NOTICE, 0, ADMIN))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(administration.history(2040)).hasSize(1);
    }

    @Test
    void theSameYearAgainIsRefusedAsNoChange() {
        administration.importYear(2040, CSV, NOTICE, 0, ADMIN);

        assertRefused("calendar.import.no-change", () -> administration.importYear(2040, CSV, NOTICE, 1, ADMIN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2040-01-02,OFF,元旦; 2040-01-02,OFF,元旦 | calendar.import.twice | 2",
        "2040-01-02,OFF,元旦; 2041-01-02,OFF,元旦 | calendar.import.outside | 2",
        "2039-11-30,OFF,元旦 | calendar.import.outside | 1",
        "2040-01-02,OFF,元旦; 2040-01-03,WORK,元旦 | calendar.work-on-weekday | 2",
        "2040-02-30,OFF,春节 | calendar.import.bad-date | 1",
        "1 January,OFF,元旦 | calendar.import.bad-date | 1",
        "2040-01-02,HOLIDAY,元旦 | calendar.import.bad-kind | 1",
        "2040-01-02,OFF, | calendar.bad-name | 1",
        "2040-01-02 | calendar.import.cells | 1",
        "2040-01-07,WORK,元旦 | calendar.import.nothing-off | 0",
        "{\"year\": 2041, \"days\": [{\"name\":\"元旦\",\"date\":\"2040-01-02\",\"isOffDay\":true}]} "
                + "| calendar.import.other-year | 0",
        "{\"year\": 2040, \"days\": [{\"name\":\"元旦\",\"date\":\"2040-01-02\",\"isOffDay\":\"yes\"}]} "
                + "| calendar.import.bad-kind | 1",
        "{\"year\": 2040} | calendar.import.no-days | 0",
        "{\"year\": 2040, | calendar.import.not-json | 0",
        "'' | calendar.import.empty | 0"})
    void anImpossibleYearIsRefusedRowByRowAndNothingChanges(String rows, String key, int row) {
        String text = rows.startsWith("{") ? rows : rows.replace("; ", "\n");

        assertThat(administration.preview(2040, text, NOTICE, ADMIN).problems())
                .extracting(ImportProblem::row, p -> p.text().key()).contains(tuple(row, key));
        assertThatThrownBy(() -> administration.importYear(2040, text, NOTICE, 0, ADMIN)).isInstanceOf(Refusal.class);
        assertThat(calendar.isAnnounced(2040)).isFalse();
    }

    @Test
    void aYearWithoutNoticeIsRefused() {
        assertThat(keys(administration.preview(2040, CSV, " ", ADMIN))).containsExactly("calendar.import.no-notice");
    }

    @Test
    void absurdSizesAreRefused() {
        String days = IntStream.range(0, 121).mapToObj(i -> LocalDate.of(2040, 1, 1).plusDays(i) + ",OFF,春节")
                .collect(Collectors.joining("\n"));
        assertThat(keys(administration.preview(2040, days, NOTICE, ADMIN))).containsExactly("calendar.import.too-many");
        assertThat(keys(administration.preview(2040, " x".repeat(100_000), NOTICE, ADMIN)))
                .containsExactly("calendar.import.too-long");
        String month = IntStream.range(0, 40).mapToObj(i -> LocalDate.of(2040, 9, 24).plusDays(i) + ",OFF,国庆节")
                .collect(Collectors.joining("\n"));
        assertThat(keys(administration.preview(2040, month, NOTICE, ADMIN)))
                .containsExactly("calendar.import.long-break");
    }

    @Test
    void anEditedDayMakesANewRevisionWithItsReason() {
        LocalDate day = LocalDate.of(2026, 10, 10);
        administration.editDay(day, new DayEdit(null, "", "", "通知更正"), ADMIN);

        assertThat(calendar.day(day).why()).isEqualTo(CalendarDay.Why.WEEKEND);
        assertThat(calendar.day(LocalDate.of(2026, 10, 7)).why()).isEqualTo(CalendarDay.Why.HOLIDAY);
        CalendarAdministration.Revision latest = administration.history(2026).get(0);
        assertThat(latest.notice().revision()).isEqualTo(2);
        assertThat(latest.notice().reason()).isEqualTo("通知更正");
        assertThat(latest.changes()).extracting(DayChange::date).containsExactly(day);

        administration.editDay(day, new DayEdit(DayKind.OFF, "国庆节", "国办发明电〔2026〕9号", "再次更正"), ADMIN);
        assertThat(calendar.day(day).noticeNo()).isEqualTo("国办发明电〔2026〕9号");
    }

    @Test
    void aDecemberDayThatTheNextYearsNoticeDecidesIsEditedThere() {
        LocalDate day = LocalDate.of(2018, 12, 29);
        administration.editDay(day, new DayEdit(null, null, null, "更正"), ADMIN);

        assertThat(calendar.isWorkingDay(day)).isFalse();
        assertThat(administration.history(2019)).hasSize(2);
        assertThat(administration.history(2018)).hasSize(1);
    }

    @Test
    void impossibleEditsAreRefused() {
        LocalDate thursday = LocalDate.of(2026, 10, 8);
        assertRefused("calendar.work-on-weekday", () -> edit(thursday, DayKind.WORK, "国庆节", "x"));
        assertRefused("calendar.bad-name", () -> edit(thursday, DayKind.OFF, " ", "x"));
        assertRefused("calendar.edit.reason", () -> edit(thursday, DayKind.OFF, "国庆节", " "));
        assertRefused("calendar.edit.reason", () -> edit(thursday, DayKind.OFF, "国庆节", "x\u0000"));
        assertRefused("calendar.bad-name", () -> edit(thursday, DayKind.OFF, "国庆\u0007节", "x"));
        assertRefused("calendar.edit.no-change", () -> edit(thursday, null, "", "x"));
        assertRefused("calendar.edit.no-notice", () -> edit(NEW_YEAR, DayKind.OFF, "元旦", "x"));
        assertRefused("calendar.unknown-year", () -> edit(LocalDate.of(2012, 10, 8), DayKind.OFF, "元旦", "x"));
        assertThat(administration.history(2026)).hasSize(1);
    }

    @Test
    void eachChangeLeavesOneAuditRow() {
        administration.importYear(2040, CSV, NOTICE, 0, ADMIN);
        edit(LocalDate.of(2040, 1, 3), DayKind.OFF, "元旦", "更正");
        assertThatThrownBy(() -> edit(LocalDate.of(2040, 1, 4), DayKind.OFF, "元旦", ""));
        entities.flush();

        assertThat(audit.of("calendar/2040")).extracting(AuditEntry::action)
                .containsExactly("CALENDAR_IMPORT", "CALENDAR_DAY");
        assertThat(audit.of("calendar/2040").get(1).detail()).contains("2040-01-03", "更正");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void onlyAdministratorsChangeTheCalendar(Role role) {
        Actor other = new Actor("x", "x", role, "430000", null);
        assertThat(catchThrowableOfType(Refusal.class,
                () -> administration.importYear(2040, CSV, NOTICE, 0, other)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(catchThrowableOfType(Refusal.class, () -> administration.preview(2040, CSV, NOTICE, other)).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(catchThrowableOfType(Refusal.class, () -> administration.editDay(LocalDate.of(2026, 10, 8),
                new DayEdit(DayKind.OFF, "国庆节", "", "x"), other)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void theDatabaseKeepsOneNoticeInForceForAYear() {
        assertThatThrownBy(() -> database.sql("insert into calendar_notice (notice_year, revision, notice_no, source, "
                + "reason, imported_at, imported_by, imported_by_name, in_force) select notice_year, 2, notice_no, "
                + "source, reason, imported_at, imported_by, imported_by_name, in_force from calendar_notice "
                + "where notice_year = 2026").update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    private void edit(LocalDate day, DayKind kind, String name, String reason) {
        administration.editDay(day, new DayEdit(kind, name, "", reason), ADMIN);
    }

    private static List<String> keys(ImportPreview preview) {
        return preview.problems().stream().map(p -> p.text().key()).toList();
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                refusal.fields().isEmpty() ? refusal.text().key() : refusal.fields().get(0).text().key())
                .isEqualTo(key));
    }
}
