package org.zhibao.account.web;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * Counts what each account asks for, minute by minute. By account and not by address: behind one address there may be a
 * whole office.
 */
@Component
class RequestRates {

    private static final int MOST_ACCOUNTS = 50_000;

    private record Count(long minute, int requests) {
    }

    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int most;

    RequestRates(Clock clock, EdgeProperties edge) {
        this.clock = clock;
        this.most = edge.requestsPerMinute();
    }

    /** Counts a request; gives whether it is one too many in this minute. */
    boolean tooMany(String userId) {
        long minute = clock.millis() / Duration.ofMinutes(1).toMillis();
        if (counts.size() > MOST_ACCOUNTS) {
            counts.values().removeIf(count -> count.minute() < minute);
        }
        return counts.merge(userId, new Count(minute, 1), (before, one) ->
                before.minute() == minute ? new Count(minute, before.requests() + 1) : one).requests() > most;
    }
}
