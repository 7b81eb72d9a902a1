package org.zhibao.suspension;

/** Why a unit does not report. */
public enum SuspensionKind {
    /** 关停 */
    CLOSED,
    /** 停产 */
    STOPPED,
    /** 季节性停产 */
    SEASONAL
}
