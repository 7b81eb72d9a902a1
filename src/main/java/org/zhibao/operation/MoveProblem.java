package org.zhibao.operation;

/** Why a case, or every case at a step, stays on its version. */
public enum MoveProblem {
    /** No step of the new version was chosen for the step it stands at. */
    NO_STEP,
    /** The new step is a user task without a due date, or without exactly one deadline timer. */
    NO_DEADLINE,
    /** The new step shows another position of the case; only at user tasks can that be told. */
    OTHER_POSITION,
    /** Somebody acted on the case at that moment. */
    BUSY,
    /** Afterwards its task would not have had one due date and one deadline timer. */
    CLOCK,
    /** The engine does not accept it. */
    ENGINE
}
