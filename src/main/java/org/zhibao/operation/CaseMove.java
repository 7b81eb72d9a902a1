package org.zhibao.operation;

import java.time.Instant;

/**
 * A dry run, or a move, of the cases of a process.
 *
 * @param reason     why; null for a dry run
 * @param byName     the name on screen of who started it
 * @param cases      how many cases it is about; 0 before it has begun
 * @param advancedAt when it last came further
 */
public record CaseMove(long id, Kind kind, MoveOrder order, String reason, String byUser, String byName, Instant at,
                       State state, int cases, Instant advancedAt) {

    /** What it does. */
    public enum Kind {
        /** 试运行: looks at every case, changes nothing. */ CHECK,
        /** 迁移 */ MOVE
    }

    /** How far it has come. */
    public enum State { WAITING, RUNNING, DONE }

    /** Whether there is nothing more to do. */
    public boolean finished() {
        return state == State.DONE;
    }
}
