package org.zhibao.clock;

/** What became of a case of a change of due dates, as its log says. */
public enum CaseOutcome {
    /** 待处理 */ PENDING,
    /** 已调整 */ MOVED,
    /** 无需调整 */ UNCHANGED,
    /** 保留延期: an extension goes further than the new date. */ KEPT_EXTENSION,
    /** 已另行办理: the task was done before its turn came. */ MOVED_ON,
    /** 未能调整: the task has no timer to move; the administrator must look. */ FAILED
}
