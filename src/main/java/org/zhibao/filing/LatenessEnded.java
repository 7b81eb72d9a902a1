package org.zhibao.filing;

import java.time.Instant;

/**
 * A filing's stage is overdue no longer; told in the transaction that ends it.
 *
 * @param filing the filing as it stood before
 * @param ending how it ended
 * @param at     when
 */
public record LatenessEnded(FilingSummary filing, Ending ending, Instant at) {

    /** How a lateness ends. */
    public enum Ending {
        /** 已上报 */ SUBMITTED,
        /** 已撤回: the submission under review was taken back. */ WITHDRAWN,
        /** 已办理: forwarded, returned, accepted, answered. */ DECIDED,
        /** 已延期 */ EXTENDED,
        /** 已调整期限 */ REDATED,
        /** 停报 */ SUSPENDED,
        /** 已结束, in any other way. */ CLOSED;

        static Ending by(FilingAction action) {
            return action == null ? CLOSED : switch (action) {
                case SUBMIT -> SUBMITTED;
                case WITHDRAW -> WITHDRAWN;
                case SUSPEND -> SUSPENDED;
                case FORWARD, RETURN, ACCEPT, FEED_BACK, REMARK -> DECIDED;
                default -> CLOSED;
            };
        }
    }
}
