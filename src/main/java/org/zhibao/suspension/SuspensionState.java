package org.zhibao.suspension;

/** Where a suspension stands, in the words of its process. */
public enum SuspensionState {
    /** 待市级核实 */
    DECLARED,
    /** 停报中 */
    IN_FORCE,
    /** 未核实通过: the city refused it, the clock goes on. */
    REFUSED,
    /** 已撤回 */
    WITHDRAWN,
    /** 已期满 */
    ENDED;

    /** Whether it holds its periods: nobody declares another one for them. */
    boolean holds() {
        return this != REFUSED && this != WITHDRAWN;
    }
}
