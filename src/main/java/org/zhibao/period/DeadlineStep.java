package org.zhibao.period;

import java.time.LocalDate;
import org.zhibao.refusal.Refusal;

/**
 * One step of why a deadline is on its day.
 *
 * @param kind what happened
 * @param day  the date after this step
 * @param text the same for a reader
 */
public record DeadlineStep(Kind kind, LocalDate day, Refusal.Text text) {

    /** What a step does. */
    public enum Kind {
        /** The date by the table of nominal days. */
        NOMINAL,
        /** The date is out of the reach of holidays and stands. */
        STANDS,
        /** The policy lets every date stand. */
        FIXED,
        /** The date is in a statutory break. */
        IN_BREAK,
        /** The date is not worked. */
        NOT_WORKED,
        /** Days off in a row are added. */
        EXTENDED,
        /** The shift of the enterprises' date is added. */
        CASCADED,
        /** The date moves to the next working day. */
        ROLLED,
        /** A document sets the date. */
        MANUAL,
        /** A year of the calendar is missing. */
        PROVISIONAL
    }
}
