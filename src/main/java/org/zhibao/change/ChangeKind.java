package org.zhibao.change;

/** What is to change in the registry. */
public enum ChangeKind {
    /** 新增: a unit that is not registered yet. */
    NEW,
    /** 关闭: a unit reports no more. */
    CLOSED,
    /** 更名 */
    RENAMED,
    /** 换码: a unit goes on under another organisation code. */
    RECODED
}
