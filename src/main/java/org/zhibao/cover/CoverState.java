package org.zhibao.cover;

/** Where leave cover stands. */
public enum CoverState {
    /** Its first day is still to come. */
    PLANNED,
    /** The tasks have been handed over. */
    RUNNING,
    ENDED
}
