package org.zhibao.submission;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the projection of a submission's position in its process; told in the transaction that moves it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AreaPosition {

    private final AreaSubmissions submissions;
    private final Clock clock;

    AreaPosition(AreaSubmissions submissions, Clock clock) {
        this.submissions = submissions;
        this.clock = clock;
    }

    /** The process arrived; {@code taskId} and {@code due} are null where nobody has anything to do. */
    public void entered(String period, String area, AreaState state, String taskId, Instant due) {
        require(period, area).enter(state, taskId, due, clock.instant());
    }

    /** The deadline timer of the open task fired. */
    public void overdue(String period, String area) {
        require(period, area).becameOverdue();
    }

    private AreaSubmission require(String period, String area) {
        return submissions.findById(new AreaSubmission.Id(period, area)).orElseThrow();
    }
}
