package org.zhibao.submission;

/** Where the submission of an area stands. */
public enum AreaState {
    /** 待汇总: the area has not signed yet. */
    OPEN,
    /** 已上报: signed, and waits for the level above. */
    SIGNED,
    /** 已退回: the level above sent it back. */
    RETURNED,
    /** 已验收 */
    ACCEPTED,
    /** 已归档: the period went into the archive. */
    SETTLED
}
