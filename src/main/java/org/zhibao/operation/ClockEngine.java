package org.zhibao.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhibao.account.Actor;

/** The engine's timers and jobs, in the words of this feature; lists are read page by page. */
public interface ClockEngine {

    /** How many a query finds. */
    long count(ClockQuery query, Instant now);

    /** Some of what it finds, what fires next first. */
    List<ClockRow> rows(ClockQuery query, Instant now, int offset, int limit);

    /** One of them; empty if it has fired or gone. */
    Optional<ClockRow> row(String id);

    ClockSummary summary(Instant now, int next);

    /** The stack trace of its last failure; empty if it has none. */
    String trace(String id);

    /** Has it not fire until it is resumed. */
    void suspend(String id, Actor actor);

    void resume(String id, Actor actor);

    /** Has it tried again, at once where it does not wait for a time. */
    void retry(String id, Actor actor);

    /** The keys and names of the processes that have any. */
    List<ProcessName> processes();

    /** A process as people read it. */
    record ProcessName(String key, String name) {
    }
}
