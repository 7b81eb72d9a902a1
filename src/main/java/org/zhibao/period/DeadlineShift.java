package org.zhibao.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhibao.calendar.CalendarDay;
import org.zhibao.calendar.HolidayNames;
import org.zhibao.calendar.StatutoryBreak;
import org.zhibao.calendar.WorkingDays;
import org.zhibao.refusal.Refusal.Text;

/** The policies as pure arithmetic over a calendar: a nominal day becomes a day, with the steps that led there. */
final class DeadlineShift {

    /** 税收征管法实施细则 109: rows of so many days off or more extend a term. */
    private static final int DAYS_THAT_EXTEND = 3;

    private final WorkingDays calendar;
    private final List<DeadlineStep> steps = new ArrayList<>();
    private LocalDate day;

    private DeadlineShift(WorkingDays calendar, LocalDate nominal) {
        this.calendar = calendar;
        this.day = nominal;
        step(DeadlineStep.Kind.NOMINAL, dated(nominal));
    }

    /**
     * Applies a policy to the nominal days of a period.
     *
     * @param nominal one day for each stage, in their order
     */
    static List<DeadlineShift> of(DeadlinePolicy policy, List<LocalDate> nominal, WorkingDays calendar) {
        List<DeadlineShift> shifts = nominal.stream().map(day -> new DeadlineShift(calendar, day)).toList();
        if (policy == DeadlinePolicy.ROLL_AND_CASCADE) {
            DeadlineShift first = shifts.get(0);
            first.outOfBreak();
            long days = ChronoUnit.DAYS.between(nominal.get(0), first.day);
            shifts.subList(1, shifts.size()).forEach(later -> later.follow(days));
        } else {
            shifts.forEach(shift -> shift.alone(policy));
        }
        return shifts;
    }

    LocalDate day() {
        return day;
    }

    List<DeadlineStep> steps() {
        return List.copyOf(steps);
    }

    private void alone(DeadlinePolicy policy) {
        switch (policy) {
            case ROLL_STATUTORY -> outOfBreak();
            case ROLL_NON_WORKING -> toWorkingDay();
            case EXTEND_BY_RUN -> extend();
            default -> step(DeadlineStep.Kind.FIXED);
        }
    }

    private void outOfBreak() {
        Optional<StatutoryBreak> found = calendar.breakAround(day);
        if (found.isEmpty()) {
            step(DeadlineStep.Kind.STANDS, dated(day), what(day));
            return;
        }
        step(DeadlineStep.Kind.IN_BREAK, dated(day), HolidayNames.text(found.get().name()),
                found.get().first().toString(), found.get().last().toString());
        roll();
    }

    private void toWorkingDay() {
        if (calendar.isWorkingDay(day)) {
            step(DeadlineStep.Kind.STANDS, dated(day), what(day));
            return;
        }
        step(DeadlineStep.Kind.NOT_WORKED, dated(day), what(day));
        roll();
    }

    private void extend() {
        // the term as a whole counts, so rows are looked for up to the nominal day, not up to the extended one
        List<StatutoryBreak> rows = calendar.rowsOff(day.withDayOfMonth(1), day, DAYS_THAT_EXTEND);
        for (StatutoryBreak row : rows) {
            day = day.plusDays(row.days());
            step(DeadlineStep.Kind.EXTENDED, dated(day), HolidayNames.text(row.name()), row.first().toString(),
                    row.last().toString(), row.days());
        }
        if (rows.isEmpty() || !calendar.isWorkingDay(day)) {
            toWorkingDay();
        }
    }

    private void follow(long days) {
        if (days == 0) {
            step(DeadlineStep.Kind.STANDS, dated(day), new Text("deadline.first-stands"));
            return;
        }
        day = day.plusDays(days);
        step(DeadlineStep.Kind.CASCADED, dated(day), days);
        if (!calendar.isWorkingDay(day)) {
            toWorkingDay();
        }
    }

    private void roll() {
        day = calendar.workingDayFrom(day);
        step(DeadlineStep.Kind.ROLLED, dated(day), what(day));
    }

    private Text what(LocalDate date) {
        CalendarDay known = calendar.day(date);
        return known.announced().map(a -> new Text("deadline.what." + known.why(), HolidayNames.text(a.name())))
                .orElseGet(() -> new Text("deadline.what." + known.why()));
    }

    private void step(DeadlineStep.Kind kind, Object... arguments) {
        steps.add(new DeadlineStep(kind, day, new Text("deadline.step." + kind, arguments)));
    }

    /** A date with its day of the week. */
    static Text dated(LocalDate date) {
        return new Text("calendar.dated", date.toString(),
                new Text("calendar.weekday." + date.getDayOfWeek().getValue()));
    }
}
