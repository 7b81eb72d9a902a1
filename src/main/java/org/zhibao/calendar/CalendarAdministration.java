package org.zhibao.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/**
 * Changes of the calendar by administrators: importing a year, editing a day. Every change makes a new revision of the
 * year and leaves one row in the audit trail; the revisions before stay to be read.
 */
@Service
@Transactional
public class CalendarAdministration {

    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_SOURCE = 1000;

    /**
     * What a day is to be.
     *
     * @param kind     off or worked; null to let the day follow the week again
     * @param name     the holiday; ignored if kind is null
     * @param noticeNo the document that changes it; blank for that of the year
     * @param reason   why it is changed
     */
    public record DayEdit(DayKind kind, String name, String noticeNo, String reason) {
    }

    /** A revision of a year with what it changed against the one before. */
    public record Revision(CalendarNotice notice, List<DayChange> changes) {
    }

    private final CalendarStore store;
    private final ObjectProvider<CalendarObjection> objections;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarAdministration(CalendarStore store, ObjectProvider<CalendarObjection> objections, AuditTrail audit,
                           Clock clock) {
        this.store = store;
        this.objections = objections;
        this.audit = audit;
        this.clock = clock;
    }

    /** The notice in force for a year. */
    @Transactional(readOnly = true)
    public Optional<CalendarNotice> notice(int year) {
        return store.inForce(known(year));
    }

    /** All revisions of a year, the latest first. */
    @Transactional(readOnly = true)
    public List<Revision> history(int year) {
        List<CalendarNotice> notices = store.revisions(known(year));
        List<Revision> history = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            List<AnnouncedDay> before = i + 1 < notices.size() ? store.days(notices.get(i + 1).id()) : null;
            history.add(new Revision(notices.get(i),
                    before == null ? List.of() : DayChanges.between(before, store.days(notices.get(i).id()))));
        }
        return history;
    }

    /**
     * What an import would change, and what speaks against it. Changes nothing.
     *
     * @param text     JSON or CSV, see {@link NoticeText}
     * @param noticeNo number of the document; blank for the first paper that the JSON names
     */
    public ImportPreview preview(int year, String text, String noticeNo, Actor actor) {
        requireAdministrator(actor);
        NoticeText.Read read = NoticeText.read(text);
        String number = noticeNo == null || noticeNo.isBlank()
                ? read.papers().stream().findFirst().orElse("") : noticeNo.strip();
        NoticeCheck check = new NoticeCheck(known(year), number).read(read);
        check.against(store.workingDaysWith(year, check.days()), objections.stream().toList());
        return new ImportPreview(year, number, cut(String.join(" ", read.papers())), check.days(), check.problems(),
                DayChanges.between(store.daysInForce(year), check.days()),
                store.inForce(year).map(CalendarNotice::revision).orElse(0));
    }

    /**
     * Imports a year in place of the one in force.
     *
     * @param baseRevision the revision the preview was compared with
     * @throws Refusal if something speaks against it, or somebody has changed the year since the preview
     */
    public CalendarNotice importYear(int year, String text, String noticeNo, int baseRevision, Actor actor) {
        requireAdministrator(actor);
        store.lock();
        ImportPreview preview = preview(year, text, noticeNo, actor);
        if (preview.baseRevision() != baseRevision) {
            throw Refusal.conflict("calendar.changed-meanwhile", String.valueOf(year));
        }
        if (!preview.acceptable()) {
            throw Refusal.fields(preview.problems().stream()
                    .map(p -> new Refusal.FieldError(p.row() == 0 ? "text" : "row " + p.row(), p.text())).toList());
        }
        if (baseRevision > 0 && preview.days().equals(store.daysInForce(year))) {
            throw Refusal.conflict("calendar.import.no-change", String.valueOf(year));
        }
        CalendarNotice added = store.add(year, preview.noticeNo(), preview.source(), "", preview.days(), actor.who(),
                clock.instant());
        audit.record(actor.who(), "CALENDAR_IMPORT", "calendar/" + year, "revision " + added.revision() + ", "
                + added.noticeNo() + ": " + DayChanges.described(preview.changes()));
        return added;
    }

    /**
     * Edits one day.
     *
     * @throws Refusal if the day's year has no notice yet, the edit is impossible or changes nothing
     */
    public CalendarNotice editDay(LocalDate date, DayEdit edit, Actor actor) {
        requireAdministrator(actor);
        known(date.getYear());
        checkTexts(date, edit);
        store.lock();
        CalendarNotice before = store.inForce(yearThatDecides(date)).orElseThrow(
                () -> Refusal.field("day", "calendar.edit.no-notice", String.valueOf(date.getYear())));
        List<AnnouncedDay> old = store.days(before.id());
        List<AnnouncedDay> days = new ArrayList<>(old);
        days.removeIf(day -> day.date().equals(date));
        if (edit.kind() != null) {
            String number = blank(edit.noticeNo()) ? before.noticeNo() : edit.noticeNo().strip();
            days.add(new AnnouncedDay(date, edit.kind(), edit.name().strip(), number));
        }
        if (Set.copyOf(days).equals(Set.copyOf(old))) {
            throw Refusal.field("kind", "calendar.edit.no-change", date.toString());
        }
        NoticeCheck check = new NoticeCheck(before.year(), before.noticeNo())
                .against(store.workingDaysWith(before.year(), days), objections.stream().toList());
        if (!check.problems().isEmpty()) {
            throw Refusal.fields(check.problems().stream().map(p -> new Refusal.FieldError("kind", p.text())).toList());
        }
        CalendarNotice added = store.add(before.year(), before.noticeNo(), before.source(), edit.reason().strip(),
                days, actor.who(), clock.instant());
        audit.record(actor.who(), "CALENDAR_DAY", "calendar/" + before.year(), "revision " + added.revision() + ", "
                + DayChanges.described(DayChanges.between(old, days)) + ": " + edit.reason().strip());
        return added;
    }

    private static void checkTexts(LocalDate date, DayEdit edit) {
        if (NoticeCheck.unfit(edit.reason(), LONGEST_REASON)) {
            throw Refusal.field("reason", "calendar.edit.reason", LONGEST_REASON);
        }
        if (!blank(edit.noticeNo()) && NoticeCheck.unfit(edit.noticeNo(), NoticeCheck.LONGEST_NUMBER)) {
            throw Refusal.field("noticeNo", "calendar.notice-too-long", NoticeCheck.LONGEST_NUMBER);
        }
        if (edit.kind() == null) {
            return;
        }
        if (NoticeCheck.unfit(edit.name(), NoticeCheck.LONGEST_NAME)) {
            throw Refusal.field("name", "calendar.bad-name", date.toString(), NoticeCheck.LONGEST_NAME);
        }
        if (edit.kind() == DayKind.WORK && !CalendarDay.isWeekend(date)) {
            throw Refusal.field("kind", "calendar.work-on-weekday", date.toString(),
                    new Refusal.Text("calendar.weekday." + date.getDayOfWeek().getValue()));
        }
    }

    /** A day late in December may be decided by the notice for the next year. */
    private int yearThatDecides(LocalDate date) {
        boolean byNext = store.daysInForce(date.getYear() + 1).stream().anyMatch(day -> day.date().equals(date));
        return byNext ? date.getYear() + 1 : date.getYear();
    }

    /** @throws Refusal unless the platform knows the year */
    public static int known(int year) {
        if (year < WorkingCalendar.FIRST_YEAR || year > WorkingCalendar.LAST_YEAR) {
            throw Refusal.notFound("calendar.unknown-year", String.valueOf(year),
                    String.valueOf(WorkingCalendar.FIRST_YEAR), String.valueOf(WorkingCalendar.LAST_YEAR));
        }
        return year;
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("calendar.administrators-only");
        }
    }

    private static String cut(String source) {
        String text = source.replaceAll("\\p{Cntrl}", "");
        return text.length() > LONGEST_SOURCE ? text.substring(0, LONGEST_SOURCE) : text;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
