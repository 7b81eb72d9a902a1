package org.zhibao.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.Deadlines;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.PeriodDeadlines;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.YearlyRosters;

/** Roster and dates of a period on one page: what changed since the last one, and the confirmation. */
@Controller
class RosterPages {

    private static final int PAGE_SIZE = 50;

    private final Periods periods;
    private final PeriodRosters rosters;
    private final YearlyRosters lists;
    private final PeriodCourse course;
    private final Deadlines deadlines;
    private final WorklistChoices choices;

    RosterPages(Periods periods, PeriodRosters rosters, YearlyRosters lists, PeriodCourse course, Deadlines deadlines,
                WorklistChoices choices) {
        this.periods = periods;
        this.rosters = rosters;
        this.lists = lists;
        this.course = course;
        this.deadlines = deadlines;
        this.choices = choices;
    }

    /**
     * @param part  which units are listed
     * @param after where the page before ended
     * @param unit  a unit to fill into the form
     */
    @GetMapping("/periods/{code}/roster")
    String roster(@PathVariable String code, @RequestParam(defaultValue = "NEW") PeriodRosters.Part part,
                  @RequestParam(defaultValue = "") String after, @RequestParam(required = false) String unit,
                  Actor actor, Model model) {
        if (!actor.administersPlatform() && actor.role() != Role.PROVINCE && actor.sight() != Role.AUDITOR) {
            throw Refusal.forbidden("roster.staff-only");
        }
        ReportingPeriod period = periods.require(code);
        Optional<PeriodDeadlines> found = found(period);
        model.addAttribute("actor", actor);
        model.addAttribute("period", period);
        model.addAttribute("glance", rosters.glance(code));
        model.addAttribute("part", part);
        model.addAttribute("after", after);
        model.addAttribute("unit", unit);
        model.addAttribute("page", rosters.page(code, part, after, PAGE_SIZE));
        model.addAttribute("areaNames", choices.names(actor));
        model.addAttribute("deadlines", found.orElse(null));
        model.addAttribute("differs", found.isPresent() && differs(period, found.get()));
        model.addAttribute("mayChange", actor.administersPlatform() && period.state() == PeriodState.PLANNED);
        return "roster";
    }

    @PostMapping("/periods/{code}/roster/adjust")
    String adjust(@PathVariable String code, @RequestParam(required = false) String orgCode,
                  @RequestParam(required = false) String kind, @RequestParam(required = false) String reason,
                  Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        try {
            String unit = orgCode == null ? "" : orgCode.strip().toUpperCase(java.util.Locale.ROOT).replace("-", "");
            if ("ADDED".equals(kind)) {
                rosters.add(code, unit, reason, actor);
            } else {
                rosters.leaveOut(code, unit, reason, actor);
            }
            next.addFlashAttribute("done", "adjusted");
            return "redirect:/periods/" + code + "/roster?part=ADJUSTED";
        } catch (Refusal refused) {
            return again(refused, code, actor, model, response);
        }
    }

    @PostMapping("/periods/{code}/roster/undo")
    String undo(@PathVariable String code, @RequestParam String orgCode, Actor actor, Model model,
                RedirectAttributes next, HttpServletResponse response) {
        try {
            rosters.undo(code, orgCode, actor);
            next.addFlashAttribute("done", "undone");
            return "redirect:/periods/" + code + "/roster?part=ADJUSTED";
        } catch (Refusal refused) {
            return again(refused, code, actor, model, response);
        }
    }

    @PostMapping("/periods/{code}/roster/copy")
    String copy(@PathVariable String code, Actor actor, Model model, RedirectAttributes next,
                HttpServletResponse response) {
        try {
            lists.copyLastYear(PeriodRosters.listYear(periods.require(code).quarter()), actor);
            next.addFlashAttribute("done", "copied");
            return "redirect:/periods/" + code + "/roster";
        } catch (Refusal refused) {
            return again(refused, code, actor, model, response);
        }
    }

    @PostMapping("/periods/{code}/roster/confirm")
    String confirm(@PathVariable String code, @RequestParam(defaultValue = "false") boolean atOnce, Actor actor,
                   Model model, RedirectAttributes next, HttpServletResponse response) {
        try {
            course.confirm(code, atOnce, actor);
            next.addFlashAttribute("done", "confirmed");
            return "redirect:/periods/" + code;
        } catch (Refusal refused) {
            return again(refused, code, actor, model, response);
        }
    }

    private String again(Refusal refused, String code, Actor actor, Model model, HttpServletResponse response) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN) {
            throw refused;
        }
        return PeriodPages.refused(refused, roster(code, PeriodRosters.Part.NEW, "", null, actor, model), model,
                response);
    }

    private Optional<PeriodDeadlines> found(ReportingPeriod period) {
        try {
            return Optional.of(deadlines.of(period.quarter()));
        } catch (Refusal impossible) {
            return Optional.empty();
        }
    }

    private static boolean differs(ReportingPeriod planned, PeriodDeadlines found) {
        return !planned.enterpriseDue().equals(found.of(DeadlineStage.ENTERPRISE).due())
                || !planned.cityDue().equals(found.of(DeadlineStage.CITY).due())
                || !planned.provinceDue().equals(found.of(DeadlineStage.PROVINCE).due());
    }
}
