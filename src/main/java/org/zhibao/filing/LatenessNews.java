package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells when a filing becomes overdue and when it is no longer, by comparing it before and after a change. */
@Component
class LatenessNews {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    LatenessNews(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void tell(FilingSummary before, FilingSummary after, LatenessEnded.Ending ending) {
        boolean goesOn = before.overdue() && after.overdue() && before.stage() == after.stage()
                && Objects.equals(before.dueAt(), after.dueAt());
        Instant now = clock.instant();
        if (before.overdue() && !goesOn) {
            events.publishEvent(new LatenessEnded(before, ending, now));
        }
        if (after.overdue() && !goesOn) {
            events.publishEvent(new FilingOverdue(after, true, now));
        }
    }

    /** A deadline timer fired. */
    void tellFired(FilingSummary before, FilingSummary after) {
        if (after.overdue()) {
            events.publishEvent(new FilingOverdue(after, !before.overdue(), clock.instant()));
        }
    }
}
