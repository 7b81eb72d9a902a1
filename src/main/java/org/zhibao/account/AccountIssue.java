package org.zhibao.account;

import java.time.Instant;

/**
 * One run that makes accounts for the units of the roster that have none.
 *
 * @param area     whose units, as a region code of six digits
 * @param finished when it ended; null while it runs
 * @param units    how many had none when it began
 * @param made     how many accounts have been made
 */
public record AccountIssue(long id, String area, String byName, Instant started, Instant finished, int units, int made) {

    /** Whether it still goes on. */
    public boolean running() {
        return finished == null;
    }
}
