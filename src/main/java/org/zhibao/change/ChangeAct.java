package org.zhibao.change;

/** What is done about a change. */
public enum ChangeAct {
    /** Proposed. */
    PROPOSE,
    /** Evidence added. */
    ATTACH,
    /** Confirmed by the city, and applied by that. */
    APPLY,
    /** Refused by the city. */
    REFUSE,
    /** Taken back by whoever proposed it. */
    WITHDRAW
}
