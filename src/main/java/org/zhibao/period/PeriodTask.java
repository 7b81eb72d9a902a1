package org.zhibao.period;

/** What the process of a period waits for somebody to do. */
public enum PeriodTask {
    /** 确认名单与日期 (administrators) */
    CONFIRM,
    /** 报送部委 (province) */
    REPORT,
    /** 部委验收后归档 (province) */
    ARCHIVE
}
