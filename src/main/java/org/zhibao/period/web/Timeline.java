package org.zhibao.period.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhibao.calendar.CalendarDay;
import org.zhibao.calendar.WorkingDays;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.PeriodDeadlines;
import org.zhibao.period.StageDeadline;

/**
 * The picture of a period's deadlines: one column for each day, one lane for each stage. Lengths are in the picture's own
 * units.
 *
 * @param width   of the whole
 * @param height  of the whole
 * @param columns the days
 * @param lanes   the stages
 * @param todayX  middle of today's column; null if today is not in the picture
 */
record Timeline(int width, int height, List<Column> columns, List<Lane> lanes, Integer todayX) {

    static final int COLUMN = 24;
    static final int LEFT = 96;
    static final int TOP = 46;
    static final int LANE = 38;

    private static final int DAYS_AFTER = 3;

    /** A day; {@code month} is its month if it is the first one shown of it, else 0. */
    record Column(LocalDate date, int x, CalendarDay.Why why, int month) {

        /** Middle of the column. */
        public int middle() {
            return x + COLUMN / 2;
        }
    }

    /** A stage: from its nominal day to the day it is due. */
    record Lane(DeadlineStage stage, int y, int nominalX, int dueX, String due) {
    }

    static Timeline of(PeriodDeadlines deadlines, WorkingDays calendar, LocalDate today) {
        List<LocalDate> shown = deadlines.stages().stream()
                .flatMap(stage -> Stream.of(stage.nominal(), stage.day())).sorted().toList();
        LocalDate first = shown.get(0).withDayOfMonth(1);
        LocalDate last = shown.get(shown.size() - 1).plusDays(DAYS_AFTER);
        int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        List<Column> columns = IntStream.range(0, days).mapToObj(i -> first.plusDays(i))
                .map(day -> new Column(day, x(first, day), calendar.day(day).why(),
                        day.equals(first) || day.getDayOfMonth() == 1 ? day.getMonthValue() : 0)).toList();
        boolean todayShown = !today.isBefore(first) && !today.isAfter(last);
        return new Timeline(LEFT + days * COLUMN, TOP + deadlines.stages().size() * LANE + 8, columns,
                deadlines.stages().stream().map(stage -> lane(first, stage)).toList(),
                todayShown ? x(first, today) + COLUMN / 2 : null);
    }

    private static Lane lane(LocalDate first, StageDeadline stage) {
        return new Lane(stage.stage(), TOP + stage.stage().ordinal() * LANE + LANE / 2,
                x(first, stage.nominal()) + COLUMN / 2, x(first, stage.day()) + COLUMN / 2,
                stage.day().toString().substring(5));
    }

    private static int x(LocalDate first, LocalDate day) {
        return LEFT + (int) ChronoUnit.DAYS.between(first, day) * COLUMN;
    }
}
