package org.zhibao.submission;

/** What was done to the submission of an area. */
public enum AreaAct {
    /** 汇总上报 */
    SIGN,
    /** 验收 */
    ACCEPT,
    /** 退回 */
    RETURN,
    /** 报送部委 */
    REPORT
}
