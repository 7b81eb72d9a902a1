package org.zhibao.period;

import java.util.EnumSet;
import java.util.Set;

/** How far a reporting period has come. */
public enum PeriodState {
    /** 已计划: deadlines are set, nothing can be filed. */
    PLANNED,
    /** 已确认: roster and dates are confirmed, the period opens on its first day. */
    CONFIRMED,
    /** 启动中: the filings of the roster are being started; those started can be worked on. */
    OPENING,
    /** 进行中: every unit of the roster has its filing. */
    OPEN,
    /** 已关闭: nothing is filed any more; what is under review goes on. */
    CLOSED,
    /** 报送中: the accepted filings are being reported to the ministry. */
    REPORTING,
    /** 已报送: reported to the ministry. */
    REPORTED,
    /** 归档中: the filings are being archived. */
    ARCHIVING,
    /** 已归档: the end. */
    ARCHIVED;

    private static final Set<PeriodState> BEFORE = EnumSet.of(PLANNED, CONFIRMED);

    /** Whether nothing is filed any more, except what is re-opened. */
    public boolean closed() {
        return compareTo(CLOSED) >= 0;
    }

    /** Whether its filings are not started yet. */
    public boolean beforeOpening() {
        return BEFORE.contains(this);
    }
}
