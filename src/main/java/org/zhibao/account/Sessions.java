package org.zhibao.account;

import java.time.Instant;
import java.util.List;

/** The sessions of people who have signed in, on whatever node. */
public interface Sessions {

    /**
     * One session.
     *
     * @param handle   names it without being worth anything to who reads it
     * @param address  where it was signed in from
     * @param agent    what the browser said it was, shortened
     * @param since    when it was signed in
     * @param lastUsed when it last asked for something
     */
    record Session(String handle, String address, String agent, Instant since, Instant lastUsed) {
    }

    /** Those of a user, the last used first. */
    List<Session> of(String userId);

    /** Ends all sessions of a user, on every node, with their next request. */
    void end(String userId);

    /** Ends one of them; gives whether there was one. */
    boolean end(String userId, String handle);
}
