package org.zhibao.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.zhibao.account.Actor;
import org.zhibao.clock.ClockTexts;
import org.zhibao.refusal.Refusal;

/**
 * The clocks console: all open deadline timers and jobs, what fires next, what failed and why; re-dating, suspending,
 * resuming and trying again, one or many. Administrators of the platform act, auditors look.
 */
@Service
public class ClockConsole {

    /** How many can be done at once. */
    public static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ClockConsole.class);
    private static final int SHOWN_NEXT = 8;
    private static final int TRACE_LINES = 60;

    /**
     * What became of an action on many.
     *
     * @param done how many were done
     * @param left those that were not, each with the reason
     */
    public record Result(ClockAction action, int done, List<Left> left) {
    }

    /** One that was left as it was. */
    public record Left(String name, Refusal.Text why) {
    }

    private final ClockEngine engine;
    private final ClockActions actions;
    private final Clock clock;

    ClockConsole(ClockEngine engine, ClockActions actions, Clock clock) {
        this.engine = engine;
        this.actions = actions;
        this.clock = clock;
    }

    /** One page; the last one if there are fewer. */
    public ClockPage page(ClockQuery query, Actor actor) {
        RunningCases.requireReader(actor);
        long total = engine.count(query, clock.instant());
        int pages = (int) Math.max(1, (total + ClockQuery.PAGE_SIZE - 1) / ClockQuery.PAGE_SIZE);
        int page = Math.max(1, Math.min(query.page(), pages));
        return new ClockPage(engine.rows(query, clock.instant(), (page - 1) * ClockQuery.PAGE_SIZE,
                ClockQuery.PAGE_SIZE), total, page, pages);
    }

    public ClockSummary summary(Actor actor) {
        RunningCases.requireReader(actor);
        return engine.summary(clock.instant(), SHOWN_NEXT);
    }

    /** The processes that have timers or jobs. */
    public List<ClockEngine.ProcessName> processes(Actor actor) {
        RunningCases.requireReader(actor);
        return engine.processes();
    }

    /** One timer or job, with why it failed if it did. */
    public ClockFailure failure(String id, Actor actor) {
        RunningCases.requireReader(actor);
        ClockRow row = engine.row(id).orElseThrow(() -> Refusal.notFound("operation.clock.gone"));
        List<String> trace = engine.trace(id).lines().toList();
        String cause = trace.stream().filter(line -> line.startsWith("Caused by: ")).reduce((a, b) -> b)
                .map(line -> line.substring("Caused by: ".length())).orElse(trace.isEmpty() ? null : trace.get(0));
        return new ClockFailure(row, cause, telling(trace));
    }

    /** The causes, the line below each, and our own lines. */
    private static List<String> telling(List<String> trace) {
        List<String> told = new ArrayList<>();
        boolean below = false;
        for (String line : trace) {
            boolean frame = line.strip().startsWith("at ") || line.strip().startsWith("... ");
            if (!frame || below || line.contains("org.zhibao.")) {
                told.add(line);
            }
            below = !frame;
        }
        return told.size() > TRACE_LINES ? told.subList(0, TRACE_LINES) : told;
    }

    /** Those of the ids that are still there and the action suits, or all that a query finds and it suits. */
    public List<ClockRow> chosen(ClockAction action, List<String> ids, ClockQuery all, Actor actor) {
        RunningCases.requireAdministrator(actor);
        if (all != null && engine.count(all, clock.instant()) > MOST) {
            throw Refusal.field("ids", "operation.clock.too-many", MOST);
        }
        List<ClockRow> rows = all != null ? engine.rows(all, clock.instant(), 0, MOST) : ids.stream().distinct()
                .limit(MOST).map(id -> engine.row(id).orElse(null)).filter(Objects::nonNull).toList();
        List<ClockRow> suited = rows.stream().filter(action::suits).toList();
        if (suited.isEmpty()) {
            throw Refusal.field("ids", "operation.clock.unsuited." + action);
        }
        return suited;
    }

    /**
     * Does something to each in a transaction of its own; what cannot be done is told and holds up no other.
     *
     * @param day    until when, for a re-dating
     * @param reason why, 4 to 500 characters
     */
    public Result act(ClockAction action, List<String> ids, LocalDate day, String reason, Actor actor) {
        RunningCases.requireAdministrator(actor);
        String why = ClockTexts.reason(reason);
        if (action == ClockAction.REDATE && day == null) {
            throw Refusal.field("day", "clock.extension.day");
        }
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Refusal.field("ids", ids.isEmpty() ? "operation.clock.none-chosen" : "operation.clock.too-many", MOST);
        }
        List<Left> left = new ArrayList<>();
        ids.forEach(id -> undone(action, id, day, why, actor).ifPresent(left::add));
        return new Result(action, ids.size() - left.size(), List.copyOf(left));
    }

    /** Empty if it was done. What fails in the engine or the database is told like what is refused. */
    private Optional<Left> undone(ClockAction action, String id, LocalDate day, String why, Actor actor) {
        String name = RunningCases.shown(id);
        try {
            name = engine.row(id).map(r -> r.unitName() == null ? r.name() : r.unitName()).orElse(name);
            actions.act(action, id, day, why, actor);
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(new Left(name, refused.fields().isEmpty() ? refused.text()
                    : refused.fields().get(0).text()));
        } catch (ConcurrencyFailureException somebodyFaster) {
            return Optional.of(new Left(name, new Refusal.Text("action.somebody-faster")));
        } catch (RuntimeException failed) {
            LOG.error("{} of timer or job {} failed", action, id, failed);
            return Optional.of(new Left(name, new Refusal.Text("operation.clock.failed")));
        }
    }
}
