package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.calendar.WorkingDays;
import org.zhibao.period.Periods;

/**
 * The due dates of open tasks over many filings: computed again by today's dates and calendar, or extended. Filings are
 * locked in the order of their ids; task, timer and projection of a filing move together or not at all.
 */
@Service
public class FilingDues {

    /** What became of one case. */
    public enum Outcome {
        /** It has the new date. */
        MOVED,
        /** It had the right date already. */
        UNCHANGED,
        /** Its extension goes further than the new date. */
        KEPT_EXTENSION,
        /** Its task had been done meanwhile; what it has come to is due on the right date. */
        MOVED_ON,
        /** Its task or its timer is not as it must be. */
        FAILED
    }

    /** An open task as it was found when the change was prepared. */
    public record OpenTask(long filingId, String taskId) {
    }

    /**
     * What happens, or happened, to a filing's due date.
     *
     * @param filing  the filing before
     * @param after   when it is due then
     */
    public record Change(FilingSummary filing, Instant after, Outcome outcome) {

        /** Whether the change makes the task overdue that was not. */
        public boolean becomesOverdue(Instant now) {
            return !filing.overdue() && after.isBefore(now);
        }

        /** Whether the change gives an overdue task time again. */
        public boolean ceasesToBeOverdue(Instant now) {
            return filing.overdue() && !after.isBefore(now);
        }
    }

    private final Filings filings;
    private final DueBases bases;
    private final Periods periods;
    private final WorkingCalendar calendar;
    private final FilingProcess process;
    private final LatenessNews news;
    private final Clock clock;

    FilingDues(Filings filings, DueBases bases, Periods periods, WorkingCalendar calendar, FilingProcess process,
               LatenessNews news, Clock clock) {
        this.filings = filings;
        this.bases = bases;
        this.periods = periods;
        this.calendar = calendar;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /** What a period's days would change for its open tasks, in the order of the filings' ids. Changes nothing. */
    @Transactional(readOnly = true)
    public List<Change> planned(String period, PeriodDays days) {
        Rule rule = new Rule(days, calendar.days(), byId(bases.ofPeriod(period)));
        return filings.openTasks(period).stream().map(filing -> {
            Instant due = rule.due(filing);
            return new Change(filing.summary(), due, due.equals(filing.dueAt()) ? rule.whyItStays(filing)
                    : Outcome.MOVED);
        }).toList();
    }

    /**
     * Has the tasks due by the period's days and the calendar of today. A filing that has come to another task since is
     * put right as well.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Change> recompute(String period, List<OpenTask> tasks) {
        List<Filing> locked = lock(tasks);
        Rule rule = new Rule(PeriodDays.of(periods.require(period)), calendar.days(), basesOf(locked));
        return move(locked, tasks, rule::due, rule::whyItStays, LatenessEnded.Ending.REDATED);
    }

    /** Gives the tasks until {@code to}, where that is later than what they have; others and tasks done since stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Change> extend(List<OpenTask> tasks, Instant to) {
        Map<Long, String> asFound = taskIds(tasks);
        List<Filing> locked = lock(tasks);
        Map<DueBasis.Id, DueBasis> known = basesOf(locked);
        List<Filing> extended = locked.stream().filter(f -> asFound.get(f.id()).equals(f.taskId()))
                .filter(f -> to.isAfter(f.dueAt())).toList();
        extended.forEach(f -> {
            DueBasis basis = known.get(new DueBasis.Id(f.id(), f.stage()));
            if (basis == null) {
                bases.save(DueBasis.extended(f.id(), f.stage(), to));
            } else {
                basis.extendTo(to);
            }
        });
        return move(locked, tasks, f -> extended.contains(f) ? to : f.dueAt(), f -> Outcome.UNCHANGED,
                LatenessEnded.Ending.EXTENDED);
    }

    private List<Change> move(List<Filing> locked, List<OpenTask> asked, Function<Filing, Instant> due,
                              Function<Filing, Outcome> whyItStays, LatenessEnded.Ending ending) {
        Map<Long, String> asFound = taskIds(asked);
        List<FilingProcess.Redate> moves = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Filing filing : locked) {
            Instant to = filing.taskId() == null ? null : due.apply(filing);
            if (to == null || to.equals(filing.dueAt())) {
                boolean same = asFound.get(filing.id()).equals(filing.taskId());
                changes.add(new Change(filing.summary(), to, same ? whyItStays.apply(filing) : Outcome.MOVED_ON));
            } else {
                changes.add(new Change(filing.summary(), to, Outcome.MOVED));
                moves.add(new FilingProcess.Redate(filing.processInstanceId(), filing.taskId(), filing.stage(), to));
            }
        }
        Set<String> failed = moves.isEmpty() ? Set.of() : new HashSet<>(process.redate(moves));
        Map<Long, Filing> byId = locked.stream().collect(Collectors.toMap(Filing::id, f -> f));
        Instant now = clock.instant();
        return changes.stream().map(change -> {
            if (change.outcome() != Outcome.MOVED) {
                return change;
            }
            if (failed.contains(change.filing().taskId())) {
                return new Change(change.filing(), change.filing().dueAt(), Outcome.FAILED);
            }
            Filing filing = byId.get(change.filing().id());
            filing.redated(change.after(), now);
            news.tell(change.filing(), filing.summary(), ending);
            return change;
        }).toList();
    }

    private List<Filing> lock(List<OpenTask> tasks) {
        return filings.lockAll(tasks.stream().map(OpenTask::filingId).toList());
    }

    private Map<DueBasis.Id, DueBasis> basesOf(List<Filing> of) {
        return byId(bases.ofFilings(of.stream().map(Filing::id).toList()));
    }

    private static Map<Long, String> taskIds(List<OpenTask> tasks) {
        return tasks.stream().collect(Collectors.toMap(OpenTask::filingId, OpenTask::taskId));
    }

    private static Map<DueBasis.Id, DueBasis> byId(List<DueBasis> found) {
        return found.stream().collect(Collectors.toMap(DueBasis::id, b -> b));
    }

    /** How due dates follow from the period's days, the calendar and what was given to single filings. */
    private record Rule(PeriodDays days, WorkingDays calendar, Map<DueBasis.Id, DueBasis> bases) {

        Instant due(Filing filing) {
            Instant planned = days.of(filing.stage());
            DueBasis basis = bases.get(new DueBasis.Id(filing.id(), filing.stage()));
            if (basis != null) {
                return basis.due(planned, calendar);
            }
            // a time limit of which only the date is known stays
            return planned == null ? filing.dueAt() : planned;
        }

        Outcome whyItStays(Filing filing) {
            DueBasis basis = bases.get(new DueBasis.Id(filing.id(), filing.stage()));
            return basis != null && basis.restsOnExtension(days.of(filing.stage()), calendar)
                    ? Outcome.KEPT_EXTENSION : Outcome.UNCHANGED;
        }
    }
}
