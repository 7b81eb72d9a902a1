package org.zhibao.submission;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.filing.AreaFilings;
import org.zhibao.period.PeriodRedated;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;

/** What happens to all submissions of a period at once, in the transaction that moves the period. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AreaCourse {

    private final AreaSubmissions submissions;
    private final AreaFilings filings;
    private final AreaProcess process;
    private final Periods periods;
    private final Clock clock;

    AreaCourse(AreaSubmissions submissions, AreaFilings filings, AreaProcess process, Periods periods, Clock clock) {
        this.submissions = submissions;
        this.filings = filings;
        this.process = process;
        this.periods = periods;
        this.clock = clock;
    }

    /** Starts the submission of every city with units in the period, and notes that the province will have one. */
    public void open(String code) {
        ReportingPeriod period = periods.require(code);
        submissions.save(new AreaSubmission(code, AreaDesk.PROVINCE));
        for (String city : filings.cities(code)) {
            AreaSubmission submission = submissions.save(new AreaSubmission(code, city));
            submission.startedAs(process.start(code, city, period.cityDue(), period.provinceDue()));
        }
    }

    /** The period goes into the archive: every submission ends. */
    public void settle(String code) {
        submissions.ofPeriod(code).stream().filter(s -> s.state() != AreaState.SETTLED).forEach(s -> {
            if (s.processInstanceId() == null) {
                s.enter(AreaState.SETTLED, null, null, clock.instant());
            } else {
                process.settle(s.processInstanceId());
            }
        });
    }

    /** The period got other dates: tasks that have the period's dates move with them, those after a return do not. */
    @EventListener
    public void redated(PeriodRedated redated) {
        ReportingPeriod period = periods.require(redated.code());
        submissions.ofPeriod(redated.code()).stream().filter(s -> s.taskId() != null).forEach(s -> {
            if (s.state() == AreaState.OPEN) {
                move(s, period.cityDue());
            } else if (s.state() == AreaState.SIGNED) {
                move(s, period.provinceDue());
            }
        });
    }

    private void move(AreaSubmission submission, Instant due) {
        process.redate(submission.taskId(), submission.state(), due);
        submission.enter(submission.state(), submission.taskId(), due, clock.instant());
    }
}
