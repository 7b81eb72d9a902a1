package org.zhibao.period;

/** A step of the quarterly report that has a deadline of its own, in their order. */
public enum DeadlineStage {
    /** 企业填报: enterprises file (W3, by the 7th). */
    ENTERPRISE,
    /** 市级审核: cities review and forward (W4, by the 12th). */
    CITY,
    /** 省级审核: the province reviews and reports (W5, by the 17th). */
    PROVINCE
}
