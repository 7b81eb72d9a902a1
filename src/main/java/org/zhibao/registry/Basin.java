package org.zhibao.registry;

/** The river basin a unit drains into (所在流域, indicator A20). */
public enum Basin {
    /** 湘江 */
    XIANG,
    /** 资水 */
    ZI,
    /** 沅江 */
    YUAN,
    /** 澧水 */
    LI,
    /** 洞庭湖环湖区 */
    DONGTING,
    /** 长江干流 */
    YANGTZE,
    /** 北江 */
    BEI,
    /** 西江 */
    XI
}
