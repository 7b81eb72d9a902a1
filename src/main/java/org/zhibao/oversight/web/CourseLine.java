package org.zhibao.oversight.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.period.PeriodState;
import org.zhibao.period.ReportingPeriod;

/**
 * The picture of a period's course: its steps at equal distances, and today between them in proportion. Lengths are in
 * the picture's own units.
 *
 * @param steps  from the opening to the archive
 * @param todayX where today is; null before the first and after the last step
 */
record CourseLine(int width, List<Step> steps, Integer todayX) {

    static final int FIRST = 70;
    static final int STEP = 152;

    /** The stage a step stands at. */
    enum Kind { OPENS, ENTERPRISE, CITY, PROVINCE, CLOSES, REPORTS, ARCHIVES }

    /**
     * A step.
     *
     * @param at   its moment
     * @param over whether that is over
     * @param done whether what it stands for has happened
     */
    record Step(Kind kind, int x, Instant at, boolean over, boolean done) {
    }

    static CourseLine of(ReportingPeriod period, Instant now) {
        Instant opens = period.opensOn().atStartOfDay(WorkingCalendar.ZONE).toInstant();
        List<Instant> moments = List.of(opens, period.enterpriseDue(), period.cityDue(), period.provinceDue(),
                period.closesAt(), period.reportDue(), period.archiveDue());
        List<Step> steps = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Instant at = moments.get(kind.ordinal());
            steps.add(new Step(kind, FIRST + STEP * kind.ordinal(), at, at.isBefore(now), done(kind, period, at, now)));
        }
        return new CourseLine(2 * FIRST + STEP * (Kind.values().length - 1), List.copyOf(steps), today(steps, now));
    }

    private static boolean done(Kind kind, ReportingPeriod period, Instant at, Instant now) {
        PeriodState state = period.state();
        return switch (kind) {
            case OPENS -> !state.beforeOpening();
            case ENTERPRISE, CITY, PROVINCE -> state.closed() || at.isBefore(now);
            case CLOSES -> state.closed();
            case REPORTS -> state.compareTo(PeriodState.REPORTED) >= 0;
            case ARCHIVES -> state == PeriodState.ARCHIVED;
        };
    }

    private static Integer today(List<Step> steps, Instant now) {
        for (int i = 1; i < steps.size(); i++) {
            Step before = steps.get(i - 1);
            Step after = steps.get(i);
            if (!now.isBefore(before.at()) && now.isBefore(after.at())) {
                double part = (double) Duration.between(before.at(), now).toMinutes()
                        / Math.max(1, Duration.between(before.at(), after.at()).toMinutes());
                return before.x() + (int) Math.round(part * STEP);
            }
        }
        return null;
    }
}
