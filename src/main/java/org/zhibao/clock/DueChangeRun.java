package org.zhibao.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingDues;
import org.zhibao.filing.FilingDues.Change;
import org.zhibao.filing.FilingDues.OpenTask;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;

/**
 * Carries out a change of due dates: takes down the open tasks it is about, then moves them chunk by chunk. Each call is
 * one transaction, so that a crash loses at most the chunk under way and repeats none.
 */
@Service
@Transactional
public class DueChangeRun {

    private final DueChanges changes;
    private final DueChangeCases cases;
    private final FilingDues dues;
    private final Periods periods;
    private final Clock clock;

    DueChangeRun(DueChanges changes, DueChangeCases cases, FilingDues dues, Periods periods, Clock clock) {
        this.changes = changes;
        this.cases = cases;
        this.dues = dues;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * Sets the period's days, if it is a re-dating, and takes down the open tasks. What enters a stage from now on is
     * due by the new days; what did so at the same time is put right by {@link #moveNext}.
     */
    public void begin(long changeId) {
        DueChange change = changes.require(changeId);
        if (change.kind() == DueChange.Kind.REDATING && !change.after().equals(daysOf(change.period()))) {
            DueChange.Days days = change.after();
            periods.redate(change.period(), days.enterprise(), days.city(), days.province());
        }
        change.begun(cases.list(change), clock.instant());
    }

    /** Moves the next tasks; gives whether there are no more. */
    public boolean moveNext(long changeId, int limit) {
        DueChange change = changes.require(changeId);
        List<OpenTask> next = cases.next(changeId, limit);
        if (!next.isEmpty()) {
            List<Change> moved = change.kind() == DueChange.Kind.REDATING ? dues.recompute(change.period(), next)
                    : dues.extend(next, change.newDue());
            cases.done(changeId, moved);
        }
        if (next.size() < limit) {
            change.finished(clock.instant());
            return true;
        }
        change.advanced(clock.instant());
        return false;
    }

    /** The days of a period as it has them now. */
    DueChange.Days daysOf(String code) {
        ReportingPeriod period = periods.require(code);
        return new DueChange.Days(LocalDate.ofInstant(period.enterpriseDue(), WorkingCalendar.ZONE),
                LocalDate.ofInstant(period.cityDue(), WorkingCalendar.ZONE),
                LocalDate.ofInstant(period.provinceDue(), WorkingCalendar.ZONE));
    }
}
