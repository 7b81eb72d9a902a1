package org.zhibao.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.LatenessEnded.Ending;
import org.zhibao.filing.Stage;

/**
 * One row of the lateness ledger: one time that a stage of a filing passed its due date.
 *
 * @param stage      the late stage; it says whether the unit, its city or the province was late
 * @param heldBy     name of the reviewer who held the task when it was noted; null if none, and for enterprises
 * @param dueAt      since when it was late
 * @param notedAt    when the platform noted it
 * @param level      the highest level it was escalated to
 * @param countyAt   when to the county; null if not
 * @param cityAt     when to the city; null if not
 * @param provinceAt when to the province; null if not
 * @param endedAt    when it ended; null while it goes on
 * @param ending     how; null likewise
 * @param endedBy    name of the reviewer who held the task then; null if none
 */
public record LatenessRow(long id, long filingId, String period, String orgCode, String unitName, String cityCode,
                          String countyCode, Stage stage, String heldBy, Instant dueAt, Instant notedAt,
                          EscalationLevel level, Instant countyAt, Instant cityAt, Instant provinceAt, Instant endedAt,
                          Ending ending, String endedBy) {

    /** Whether it goes on. */
    public boolean open() {
        return endedAt == null;
    }

    /** Calendar days from the due day until it ended, or until today. */
    public long days(Instant now) {
        return ChronoUnit.DAYS.between(day(dueAt), day(open() ? now : endedAt));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingCalendar.ZONE);
    }
}
