package org.zhibao.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.clock.ExtensionPlan.FromDate;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;

/**
 * Extensions (延期): more time for one filing, for an area or for all, by the level entitled to it (see
 * {@link ExtensionRights}), within its own area, with a reason. No later re-dating makes an extended task due earlier.
 */
@Service
@Transactional
public class Extensions {

    /** How many days from today a task may be extended whose quarter is over. */
    static final int MOST_DAYS = 60;

    private final JdbcClient jdbc;
    private final FilingDesk desk;
    private final Periods periods;
    private final Registry registry;
    private final WorkingCalendar calendar;
    private final DueChanges changes;
    private final DueChangeRun run;
    private final DueChangeCases cases;
    private final DueChangeProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    Extensions(JdbcClient jdbc, FilingDesk desk, Periods periods, Registry registry, WorkingCalendar calendar,
               DueChanges changes, DueChangeRun run, DueChangeCases cases, DueChangeProcess process, AuditTrail audit,
               Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.periods = periods;
        this.registry = registry;
        this.calendar = calendar;
        this.changes = changes;
        this.run = run;
        this.cases = cases;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an extension would do. Changes nothing.
     *
     * @throws Refusal if the actor may not, the date is impossible or no task would get more time
     */
    @Transactional(readOnly = true)
    public ExtensionPlan plan(ExtensionRequest request, Actor actor) {
        return possible(request.filingId() == null ? ofArea(request, actor) : ofFiling(request, actor));
    }

    private ExtensionPlan possible(ExtensionPlan plan) {
        requireDay(plan);
        if (plan.tasks() == 0) {
            throw Refusal.field("day", plan.left() > 0 ? "clock.extension.not-later" : "clock.extension.no-task",
                    plan.day().toString());
        }
        return plan;
    }

    /** Grants an extension: of one filing at once, of many in the background. */
    public DueChange grant(ExtensionRequest request, Actor actor) {
        return grant(plan(request, actor), request.reason(), actor);
    }

    /**
     * More time for the open task of one filing, whoever waits for it: for administrators, who answer for the clocks as
     * such, when something went wrong with one (ADR 0032).
     */
    public DueChange grantByAdministrator(long filingId, LocalDate day, String reason, Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("clock.redating.administrators-only");
        }
        FilingSummary filing = desk.filing(filingId, actor).filing();
        return grant(possible(plan(new ExtensionScope(filing.period(), filing.stage(), filing.countyCode(), filingId),
                filing.unitName(), day)), reason, actor);
    }

    private DueChange grant(ExtensionPlan plan, String reason, Actor actor) {
        String why = ClockTexts.reason(reason);
        DueChange change = changes.saveAndFlush(DueChange.extension(plan.period(), plan.stage(), plan.area(),
                plan.filingId(), plan.day(), why, actor, clock.instant()));
        audit.record(actor.who(), "EXTEND", plan.filingId() == null ? "period/" + plan.period()
                : "filing/" + plan.period() + "/" + desk.filing(plan.filingId(), actor).filing().orgCode(),
                "change " + change.id() + ", " + plan.stage() + " in " + plan.area() + ", " + plan.tasks()
                        + " open tasks until " + plan.day() + ": " + why);
        if (plan.filingId() == null) {
            process.start(change.id(), plan.period());
        } else {
            run.begin(change.id());
            run.moveNext(change.id(), 2);
            if (cases.counts(change.id()).getOrDefault(CaseOutcome.MOVED, 0L) != 1) {
                throw Refusal.conflict("action.somebody-faster");
            }
        }
        return change;
    }

    private ExtensionPlan ofFiling(ExtensionRequest request, Actor actor) {
        FilingSummary filing = desk.filing(request.filingId(), actor).filing();
        ExtensionRights.require(actor, filing.stage());
        return plan(new ExtensionScope(filing.period(), filing.stage(), filing.countyCode(), filing.id()),
                filing.unitName(), request.day());
    }

    private ExtensionPlan ofArea(ExtensionRequest request, Actor actor) {
        if (request.stage() == null) {
            throw Refusal.field("stage", "clock.extension.stage");
        }
        ExtensionRights.require(actor, request.stage());
        String period = periods.require(request.period()).code();
        return plan(new ExtensionScope(period, request.stage(), area(request.area(), actor), null), null,
                request.day());
    }

    /** The area asked for, if it lies in the actor's own. */
    private String area(String asked, Actor actor) {
        if (asked == null || asked.isBlank() || asked.equals(actor.area())) {
            return actor.area();
        }
        Region region = registry.findRegion(asked.strip()).filter(r -> r.level() != Region.Level.PROVINCE)
                .orElseThrow(() -> Refusal.field("area", "clock.extension.unknown-area"));
        if (actor.role() == Role.CITY && !actor.area().equals(region.parent())) {
            throw Refusal.forbidden("clock.extension.other-area", region.name(),
                    registry.region(actor.area()).name());
        }
        return region.code();
    }

    private ExtensionPlan plan(ExtensionScope scope, String unitName, LocalDate day) {
        if (day == null) {
            throw Refusal.field("day", "clock.extension.day");
        }
        Instant due = WorkingCalendar.lastSecond(day);
        List<FromDate> dates = new ArrayList<>();
        long[] left = {0};
        jdbc.sql("select f.due_at, count(*), sum(case when f.overdue then 1 else 0 end) from filing f where "
                + scope.condition() + " group by f.due_at order by f.due_at").params(scope.parameters())
                .query(rs -> {
                    Instant from = rs.getObject(1, OffsetDateTime.class).toInstant();
                    if (from.isBefore(due)) {
                        dates.add(new FromDate(LocalDate.ofInstant(from, WorkingCalendar.ZONE), rs.getLong(2),
                                rs.getLong(3)));
                    } else {
                        left[0] += rs.getLong(2);
                    }
                });
        return new ExtensionPlan(scope.period(), scope.stage(), scope.area(), scope.filingId(), unitName, day, due,
                List.copyOf(dates), left[0], calendar.isWorkingDay(day));
    }

    private void requireDay(ExtensionPlan plan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        if (plan.day().isBefore(today)) {
            throw Refusal.field("day", "clock.extension.past", plan.day().toString(), today.toString());
        }
        LocalDate last = latest(plan.period(), today);
        if (plan.day().isAfter(last)) {
            throw Refusal.field("day", "clock.extension.too-late", plan.day().toString(), last.toString());
        }
    }

    /** The end of the quarter in which the reports are due; once that is near or over, so many days from today. */
    static LocalDate latest(String period, LocalDate today) {
        LocalDate endOfQuarter = Quarter.parse(period).next().end();
        LocalDate atLeast = today.plusDays(MOST_DAYS);
        return endOfQuarter.isAfter(atLeast) ? endOfQuarter : atLeast;
    }

    /** The extension that gives a filing's open task its date, if one does. */
    @Transactional(readOnly = true)
    public Optional<DueChange> inForce(FilingSummary filing) {
        if (filing.dueAt() == null || filing.stage() == Stage.ACCEPTED) {
            return Optional.empty();
        }
        return jdbc.sql("select c.id from due_change c join due_change_case d on d.change_id = c.id "
                        + "where d.filing_id = ? and d.outcome = 'MOVED' and c.kind = 'EXTENSION' and c.stage = ? "
                        + "and c.new_due = ? order by c.id desc limit 1")
                .params(filing.id(), filing.stage().name(), filing.dueAt().atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class).optional().flatMap(changes::findById);
    }
}
