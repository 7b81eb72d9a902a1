package org.zhibao.period;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which act a period waits for; told by its process, in the transaction that moves it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PeriodPosition {

    private final Periods periods;
    private final Clock clock;

    PeriodPosition(Periods periods, Clock clock) {
        this.periods = periods;
        this.clock = clock;
    }

    /** The process waits for an act; {@code taskId} names the open task. */
    public void waits(String code, PeriodTask task, String taskId, Instant due) {
        periods.require(code).waitsFor(task, taskId, due, clock.instant());
    }

    /** The act is done. */
    public void done(String code) {
        periods.require(code).waitsForNothing();
    }

    /** The deadline timer of the open act fired. */
    public void overdue(String code) {
        periods.require(code).becameOverdue();
    }
}
