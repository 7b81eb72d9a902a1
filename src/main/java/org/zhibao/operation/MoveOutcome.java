package org.zhibao.operation;

/** What became of a case in a dry run or a move, as its log says. */
public enum MoveOutcome {
    /** 待处理 */ PENDING,
    /** 可以迁移: a dry run found nothing against it. */ READY,
    /** 已迁移 */ MOVED,
    /** 已办结: it had ended, or gone to another version, before its turn came. */ GONE,
    /** 未迁移: it stays on its version, for a reason. */ STAYS
}
