package org.zhibao.period;

/** What 如遇国家法定节日，上报、审核期限顺延 (W3-W7) does to a deadline that meets a holiday. */
public enum DeadlinePolicy {
    /**
     * The enterprises' date, if in a statutory break, moves to the first working day after it; the later stages move by
     * as many days, and on to the next working day. If the first date stands, all stand, weekends included.
     */
    ROLL_AND_CASCADE,
    /** Each date by itself: out of a statutory break to the first working day after it. */
    ROLL_STATUTORY,
    /** Each date by itself: to the next working day, weekends too (民法典 203). */
    ROLL_NON_WORKING,
    /**
     * Each date by itself: rows of three or more days off between the first of the month and the date are added to it;
     * then to the next working day (税收征管法实施细则 109).
     */
    EXTEND_BY_RUN,
    /** Dates stand as they are. */
    NONE
}
