package org.zhibao.period;

/** How far a reporting period has come. */
public enum PeriodState {
    /** 已计划: deadlines are set, nothing can be filed. */
    PLANNED,
    /** 启动中: the filings of the roster are being started; those started can be worked on. */
    OPENING,
    /** 进行中: every unit of the roster has its filing. */
    OPEN,
    /** 已关闭: nothing is filed any more. */
    CLOSED
}
