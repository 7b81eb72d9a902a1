package org.zhibao.operation;

/** What an administrator does to timers and jobs. */
public enum ClockAction {
    /** 改期: more time for the task of a filing. */ REDATE,
    /** 暂停 */ SUSPEND,
    /** 恢复 */ RESUME,
    /** 重试 */ RETRY;

    /** Whether it makes sense for a timer or job as it is. */
    public boolean suits(ClockRow row) {
        return switch (this) {
            case REDATE -> row.redatable();
            case SUSPEND -> !row.suspended();
            case RESUME -> row.suspended();
            case RETRY -> row.failed();
        };
    }
}
