package org.zhibao.suspension;

/** What was done about a suspension. */
public enum SuspensionAct {
    /** 申报 */
    DECLARE,
    /** 补充证明材料 */
    ATTACH,
    /** 核实通过 */
    ACCEPT,
    /** 核实不通过 */
    REFUSE,
    /** 撤回 */
    WITHDRAW,
    /** 期满: nobody does it. */
    END
}
