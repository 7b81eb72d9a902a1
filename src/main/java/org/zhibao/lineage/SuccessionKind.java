package org.zhibao.lineage;

/** How a unit follows another; one that keeps its code and name is the same and needs no record. */
public enum SuccessionKind {
    /** 更名: the same unit under another name. */
    RENAMED,
    /** 换码: the same unit under another organisation code. */
    RECODED,
    /** 合并: several units become one, which may be one of them. */
    MERGED,
    /** 分立: one unit becomes several, of which it may be one. */
    SPLIT
}
