package org.zhibao.change;

/** Where a change stands, in the words of its process. */
public enum ChangeState {
    /** 待市级确认 */
    PROPOSED,
    /** 已生效 */
    APPLIED,
    /** 未予确认 */
    REFUSED,
    /** 已撤回 */
    WITHDRAWN
}
