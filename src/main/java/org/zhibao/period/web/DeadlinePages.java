package org.zhibao.period.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.period.DeadlineAdministration;
import org.zhibao.period.DeadlinePolicy;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.Deadlines;
import org.zhibao.period.ManualDeadline;
import org.zhibao.period.PeriodDeadlines;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** The deadlines of a period explained, for everyone; administrators set dates by document here. */
@Controller
class DeadlinePages {

    private static final Quarter FIRST = new Quarter(2013, 3);
    private static final Quarter LAST = new Quarter(2098, 4);

    private final Deadlines deadlines;
    private final DeadlineAdministration administration;
    private final Periods periods;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DeadlinePages(Deadlines deadlines, DeadlineAdministration administration, Periods periods,
                  WorkingCalendar calendar, Clock clock) {
        this.deadlines = deadlines;
        this.administration = administration;
        this.periods = periods;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/deadlines")
    String now() {
        return "redirect:/deadlines/" + periods.current().map(ReportingPeriod::code)
                .orElseGet(() -> Quarter.containing(LocalDate.now(clock)).previous().code());
    }

    @GetMapping("/deadlines/{period}")
    String explained(@PathVariable String period, Actor actor, Model model) {
        return page(DeadlineRequest.quarter(period), actor, model);
    }

    /** @param fields {@code enterprise}, {@code city}, {@code province}, {@code noticeNo}, {@code reason} */
    @PostMapping("/admin/deadlines/{period}")
    String set(@PathVariable String period, @RequestParam Map<String, String> fields, Actor actor, Model model,
               RedirectAttributes next, HttpServletResponse response) {
        Quarter quarter = DeadlineRequest.quarter(period);
        try {
            administration.set(quarter, new DeadlineAdministration.Setting(DeadlineRequest.days(fields),
                    fields.get("noticeNo"), fields.get("reason")), actor);
            next.addFlashAttribute("saved", true);
            return "redirect:/deadlines/" + quarter;
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            model.addAttribute("fields", fields);
            return page(quarter, actor, model);
        }
    }

    private String page(Quarter quarter, Actor actor, Model model) {
        PeriodDeadlines found = deadlines.of(quarter);
        List<ManualDeadline> history = deadlines.manualHistory(quarter);
        model.addAttribute("actor", actor);
        model.addAttribute("quarter", quarter);
        model.addAttribute("previous", quarter.compareTo(FIRST) > 0 ? quarter.previous() : null);
        model.addAttribute("next", quarter.compareTo(LAST) < 0 ? quarter.next() : null);
        model.addAttribute("found", found);
        model.addAttribute("alternatives", Arrays.stream(DeadlinePolicy.values())
                .flatMap(policy -> computed(quarter, policy).stream()).toList());
        model.addAttribute("computed", computed(quarter, found.policy()).orElse(found));
        model.addAttribute("timeline", Timeline.of(found, calendar.days(), LocalDate.now(clock)));
        model.addAttribute("planned", periods.find(quarter.code()).filter(p -> differs(p, found)).orElse(null));
        model.addAttribute("history", history);
        model.addAttribute("dueYear", found.of(DeadlineStage.ENTERPRISE).nominal().getYear());
        model.addAttribute("administrator", actor.administersPlatform());
        if (!model.containsAttribute("fields")) {
            model.addAttribute("fields", Map.of());
        }
        return "deadlines";
    }

    /** An alternative that the calendar makes impossible is left out. */
    private Optional<PeriodDeadlines> computed(Quarter quarter, DeadlinePolicy policy) {
        try {
            return Optional.of(deadlines.computed(quarter, policy));
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
