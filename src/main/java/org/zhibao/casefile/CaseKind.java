package org.zhibao.casefile;

/** What an entry of a case's timeline is about. */
public enum CaseKind {
    /** 上报, 审核, 打回: what a person did about the report, with its reason. */ DECISION,
    /** 上报回执: a revision was received. */ REVISION,
    /** 审核意见: points asked and answered, findings confirmed. */ POINT,
    /** 附件 */ ATTACHMENT,
    /** 停报 */ SUSPENSION,
    /** 期限: extensions and re-datings. */ DUE,
    /** 逾期 */ LATENESS,
    /** 通知, 催报 */ NOTICE,
    /** 任务: created, claimed, given back, done. */ TASK,
    /** 流程节点 */ ACTIVITY,
    /** 流程换版: moved to another version of its process. */ MOVE,
    /** 定时器与作业 */ JOB,
    /** 故障 */ INCIDENT,
    /** 引擎操作日志 */ OPERATION,
    /** 审计留痕 */ TRAIL
}
