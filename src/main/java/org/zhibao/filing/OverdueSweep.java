package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks many filings as overdue at once, whose deadline timers have not come to it yet: after days of downtime they are
 * due all together, each a job of its own. A timer that fires afterwards finds its filing marked.
 */
@Service
public class OverdueSweep {

    private final Filings filings;
    private final LatenessNews news;
    private final Clock clock;

    OverdueSweep(Filings filings, LatenessNews news, Clock clock) {
        this.filings = filings;
        this.news = news;
        this.clock = clock;
    }

    /** Marks the next filings of a period that are past their due date; gives how many were found. */
    @Transactional
    public int mark(String period, int limit) {
        Instant now = clock.instant();
        List<Long> due = filings.dueUnmarked(period, now, Limit.of(limit));
        if (!due.isEmpty()) {
            filings.lockAll(due).stream().filter(f -> f.dueAt() != null && f.dueAt().isBefore(now)).forEach(filing -> {
                FilingSummary before = filing.summary();
                filing.becameOverdue(filing.stage());
                news.tell(before, filing.summary(), LatenessEnded.Ending.CLOSED);
            });
        }
        return due.size();
    }
}
