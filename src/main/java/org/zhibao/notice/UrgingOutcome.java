package org.zhibao.notice;

/** What became of one filing that an urging met. */
public enum UrgingOutcome {
    /** Told. */
    URGED,
    /** Left out: urged already as often as the rules allow. */
    CAPPED,
    /** Left out: there is no account to tell. */
    NO_ACCOUNT
}
