package org.zhibao.registry;

/** The kind of key source a unit is monitored as (国控类别, indicator A21); a unit may be several at once (W1). */
public enum SourceKind {
    /** 废水 */
    WASTEWATER,
    /** 废气 */
    WASTE_GAS,
    /** 污水处理厂 */
    WWTP
}
