package org.zhibao.operation;

import org.zhibao.filing.Stage;

/**
 * Which timers and jobs a list shows; null means any.
 *
 * @param process the key of their process
 * @param stage   the stage of the filing they belong to
 * @param area    a city ({@code 430100}) or county ({@code 430102})
 * @param page    which page, from 1
 */
public record ClockQuery(String process, Kind kind, Stage stage, String area, Due due, State state, int page) {

    public static final int PAGE_SIZE = 50;

    /** What fires. */
    public enum Kind {
        /** 逾期定时器: of an open task. */ DEADLINE,
        /** 流程定时器: any other that waits for a time. */ TIMER,
        /** 后台作业: work to be done at once. */ JOB
    }

    /** When it fires. */
    public enum Due { PAST, TODAY, WEEK, LATER }

    /** How it is. */
    public enum State {
        /** 正常 */ FINE,
        /** 失败: its last attempt failed; it is tried again or not. */ FAILED,
        /** 已暂停 */ SUSPENDED
    }
}
