package org.zhibao.registry;

/** On whose list a unit stands (监控级别, W20); a unit may stand on several. */
public enum ControlLevel {
    /** 国控 */
    NATIONAL,
    /** 省控 */
    PROVINCIAL,
    /** 市控 */
    CITY,
    /** 其他 */
    OTHER
}
