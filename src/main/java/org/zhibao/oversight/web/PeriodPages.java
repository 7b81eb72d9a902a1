package org.zhibao.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingStatus;
import org.zhibao.oversight.PeriodOverview;
import org.zhibao.oversight.StatusCount;
import org.zhibao.oversight.Worklists;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.PeriodState;
import org.zhibao.period.PeriodTask;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.submission.AreaActions;
import org.zhibao.submission.AreaDesk;
import org.zhibao.web.RefusalTexts;

/** The reporting periods: where each stands, and what its reader may do about it now. */
@Controller
class PeriodPages {

    private static final int QUARTERS_TO_PLAN = 4;
    private static final int FEEDBACKS = 50;

    private final Periods periods;
    private final PeriodCourse course;
    private final AreaDesk areas;
    private final AreaActions areaActions;
    private final Worklists worklists;
    private final PeriodOverview overview;
    private final WorklistChoices choices;
    private final AuditTrail audit;
    private final Clock clock;

    PeriodPages(Periods periods, PeriodCourse course, AreaDesk areas, AreaActions areaActions, Worklists worklists,
                PeriodOverview overview, WorklistChoices choices, AuditTrail audit, Clock clock) {
        this.periods = periods;
        this.course = course;
        this.areas = areas;
        this.areaActions = areaActions;
        this.worklists = worklists;
        this.overview = overview;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/periods")
    String all(Actor actor, Model model) {
        List<ReportingPeriod> planned = periods.all();
        model.addAttribute("actor", actor);
        model.addAttribute("periods", planned);
        model.addAttribute("toPlan", toPlan(planned));
        return "periods";
    }

    @PostMapping("/periods")
    String plan(@RequestParam(required = false) String code, Actor actor, Model model, RedirectAttributes next,
                HttpServletResponse response) {
        try {
            ReportingPeriod period = course.plan(quarter(code), actor);
            next.addFlashAttribute("done", "planned");
            return "redirect:/periods/" + period.code();
        } catch (Refusal refused) {
            return refused(refused, all(actor, model), model, response);
        }
    }

    @GetMapping("/periods/{code}")
    String one(@PathVariable String code, Actor actor, Model model) {
        return page(periods.require(code), actor, model);
    }

    @PostMapping("/periods/{code}/close")
    String close(@PathVariable String code, @RequestParam(required = false) String reason, Actor actor, Model model,
                 RedirectAttributes next, HttpServletResponse response) {
        try {
            course.close(code, reason, actor);
            next.addFlashAttribute("done", "closed");
            return "redirect:/periods/" + code;
        } catch (Refusal refused) {
            return refused(refused, one(code, actor, model), model, response);
        }
    }

    @PostMapping("/periods/{code}/archive")
    String archive(@PathVariable String code, Actor actor, Model model, RedirectAttributes next,
                   HttpServletResponse response) {
        try {
            areaActions.archive(code, actor);
            next.addFlashAttribute("done", "archived");
            return "redirect:/periods/" + code;
        } catch (Refusal refused) {
            return refused(refused, one(code, actor, model), model, response);
        }
    }

    /** The form that Tasklist shows for the acts of a period; the page does them. */
    @GetMapping("/forms/period/{code}")
    String form(@PathVariable String code, Actor actor, Model model) {
        ReportingPeriod period = periods.require(code);
        model.addAttribute("actor", actor);
        model.addAttribute("period", period);
        model.addAttribute("address", address(period));
        return "forms/period-task";
    }

    private String page(ReportingPeriod period, Actor actor, Model model) {
        String code = period.code();
        List<StatusCount> counts = worklists.counts(code, actor);
        Map<FilingStatus, Long> byStatus = counts.stream()
                .collect(Collectors.toMap(StatusCount::status, StatusCount::filings));
        model.addAttribute("actor", actor);
        model.addAttribute("period", period);
        model.addAttribute("line", CourseLine.of(period, clock.instant()));
        model.addAttribute("address", address(period));
        model.addAttribute("mayAct", mayAct(period, actor));
        model.addAttribute("counts", counts);
        model.addAttribute("all", counts.stream().mapToLong(StatusCount::filings).sum());
        model.addAttribute("progress", Progress.of(period, byStatus));
        model.addAttribute("areas", overview.areas(code, actor));
        model.addAttribute("areaNames", choices.names(actor));
        model.addAttribute("submissions", areas.lines(code, actor));
        model.addAttribute("feedback", overview.feedback(code, actor, FEEDBACKS));
        model.addAttribute("feedbackCount", overview.feedbackCount(code, actor));
        boolean staff = actor.administersPlatform() || actor.role() == Role.PROVINCE || actor.sight() == Role.AUDITOR;
        model.addAttribute("staff", staff);
        model.addAttribute("history", staff ? audit.of("period/" + code) : List.of());
        return "period";
    }

    /**
     * What is done in the background just now.
     *
     * @param what  message key
     * @param done  how many filings it has happened to
     * @param total how many it happens to; as many as done where that is not known
     */
    record Progress(String what, long done, long total) {

        static Progress of(ReportingPeriod period, Map<FilingStatus, Long> counts) {
            long accepted = counts.getOrDefault(FilingStatus.ACCEPTED, 0L);
            long reported = counts.getOrDefault(FilingStatus.REPORTED, 0L);
            long archived = counts.getOrDefault(FilingStatus.ARCHIVED, 0L);
            if (period.state() == PeriodState.OPENING) {
                return new Progress("OPENING", period.openedCount(), period.expectedCount());
            }
            if (period.state() == PeriodState.CLOSED && period.task() == null) {
                long all = counts.values().stream().mapToLong(Long::longValue).sum();
                long open = Stream.of(FilingStatus.NOT_STARTED, FilingStatus.DRAFTING, FilingStatus.CHECK_FAILED,
                        FilingStatus.RETURNED).mapToLong(s -> counts.getOrDefault(s, 0L)).sum();
                return new Progress("CLOSED", all - open, all);
            }
            if (period.state() == PeriodState.REPORTING) {
                return new Progress("REPORTING", reported, reported + accepted);
            }
            return period.state() == PeriodState.ARCHIVING ? new Progress("ARCHIVING", archived, archived + reported)
                    : null;
        }
    }

    /** Where the open act is done; the period's own page if none is open. */
    private static String address(ReportingPeriod period) {
        String page = "/periods/" + period.code();
        return period.task() == PeriodTask.CONFIRM ? page + "/roster"
                : period.task() == PeriodTask.REPORT ? page + "/areas/" + AreaDesk.PROVINCE : page;
    }

    private static boolean mayAct(ReportingPeriod period, Actor actor) {
        return period.task() != null
                && (period.task() == PeriodTask.CONFIRM ? actor.administersPlatform() : actor.role() == Role.PROVINCE);
    }

    /** The quarters around today that have no period yet. */
    private List<Quarter> toPlan(List<ReportingPeriod> planned) {
        Quarter now = Quarter.containing(java.time.LocalDate.now(clock));
        List<String> codes = planned.stream().map(ReportingPeriod::code).toList();
        return Stream.iterate(now.previous(), Quarter::next).limit(QUARTERS_TO_PLAN)
                .filter(quarter -> !codes.contains(quarter.code())).toList();
    }

    private static Quarter quarter(String code) {
        try {
            return Quarter.parse(code);
        } catch (IllegalArgumentException notAQuarter) {
            throw Refusal.field("code", "period.not-a-quarter");
        }
    }

    static String refused(Refusal refused, String page, Model model, HttpServletResponse response) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN) {
            throw refused;
        }
        response.setStatus(RefusalTexts.status(refused.kind()).value());
        model.addAttribute("refused", refused);
        return page;
    }
}
