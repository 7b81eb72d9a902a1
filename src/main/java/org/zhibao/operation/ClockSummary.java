package org.zhibao.operation;

import java.time.Instant;
import java.util.List;

/**
 * All timers and jobs at a glance.
 *
 * @param failed how many failed at their last attempt
 * @param past   how many should have fired by now and are not suspended
 * @param next   what fires next
 */
public record ClockSummary(long deadlines, long timers, long jobs, long failed, long suspended, long past,
                           List<Firing> next) {

    /** So many timers of a process fire at the same time. */
    public record Firing(Instant at, String processName, long count) {
    }
}
