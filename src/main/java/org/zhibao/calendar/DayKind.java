package org.zhibao.calendar;

/** What a notice says of a day. */
public enum DayKind {
    /** 放假: nobody works, whichever day of the week it is. */
    OFF,
    /** 调休上班: a day of the weekend that is worked instead. */
    WORK
}
