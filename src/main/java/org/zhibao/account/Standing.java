package org.zhibao.account;

import java.time.Instant;

/**
 * How an account stands at this moment.
 *
 * @param actor         what it acts as at this moment; null if it may not be used
 * @param mustChange    whether its password has to be changed before anything else
 * @param daysLeft      whole days until the password expires; null if it does not, or must be changed anyway
 * @param passwordSetAt when the password was set; null for one that never expires
 */
public record Standing(Actor actor, boolean mustChange, Integer daysLeft, Instant passwordSetAt) {

    /** Who has no account. */
    static final Standing NONE = new Standing(null, false, null, null);
}
