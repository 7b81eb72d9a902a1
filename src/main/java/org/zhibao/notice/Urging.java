package org.zhibao.notice;

import java.time.Instant;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/**
 * One act of urging (催报), by whom, of whom and how far it has come.
 *
 * @param level       county, city or province
 * @param area        the area of who urged
 * @param sentence    what it added; empty if nothing
 * @param expected    how many filings it was going to look at
 * @param nothingToDo how many it left out from the start
 * @param looked      how many it has looked at so far
 * @param urged       how many of them it urged
 * @param capped      how many it left out because of the caps
 * @param noAccount   how many had nobody to tell
 * @param finishedAt  null while it goes on
 */
public record Urging(long id, String byUser, String byName, Role level, String area, UrgingScope scope,
                     String sentence, int expected, int nothingToDo, long looked, long urged, long capped,
                     long noAccount, Instant startedAt, Instant finishedAt) {

    /** Whether it is worked off. */
    public boolean finished() {
        return finishedAt != null;
    }

    /** Whom it acts for; its rights are those of the area it was started in. */
    Actor actor() {
        return new Actor(byUser, byName, level, area, null);
    }

    /** As the audit trail names it. */
    String subject() {
        return "urging/" + id;
    }
}
