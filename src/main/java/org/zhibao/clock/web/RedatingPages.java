package org.zhibao.clock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhibao.account.Actor;
import org.zhibao.clock.CaseOutcome;
import org.zhibao.clock.ClockTexts;
import org.zhibao.clock.DueCase;
import org.zhibao.clock.DueChange;
import org.zhibao.clock.RedatingPlan;
import org.zhibao.clock.Redatings;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Re-dating (调整期限): which periods need it, what it means, its confirmation, its progress and log. */
@Controller
class RedatingPages {

    private static final int PAGE_SIZE = 50;
    private static final int PAST = 20;
    private static final String EVERY_SECONDS = "3";

    private final Redatings redatings;

    RedatingPages(Redatings redatings) {
        this.redatings = redatings;
    }

    @GetMapping("/admin/redating")
    String periods(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("open", redatings.openPeriods(actor));
        model.addAttribute("past", redatings.past(PAST, actor));
        model.addAttribute("total", redatings.total(actor));
        return "redating";
    }

    /** @param from the first affected task to list, from 0 */
    @GetMapping("/admin/redating/{period}")
    String preview(@PathVariable String period, @RequestParam(defaultValue = "0") int from, Actor actor, Model model) {
        return preview(period, from, Map.of(), actor, model);
    }

    /** @param fields {@code enterprise}, {@code city}, {@code province} as previewed, and {@code reason} */
    @PostMapping("/admin/redating/{period}")
    String confirm(@PathVariable String period, @RequestParam Map<String, String> fields, Actor actor, Model model,
                   HttpServletResponse response) {
        try {
            DueChange.Days seen = new DueChange.Days(day(fields.get("enterprise")), day(fields.get("city")),
                    day(fields.get("province")));
            return "redirect:/admin/redatings/" + redatings.start(period, seen, fields.get("reason"), actor).id();
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            return preview(period, 0, fields, actor, model);
        }
    }

    /**
     * @param outcome name of an outcome; anything else shows all
     * @param after   the last case of the page before
     */
    @GetMapping("/admin/redatings/{id}")
    String progress(@PathVariable long id, @RequestParam(required = false) String outcome,
                    @RequestParam(defaultValue = "0") long after, Actor actor, Model model,
                    HttpServletResponse response) {
        CaseOutcome wanted = Arrays.stream(CaseOutcome.values()).filter(o -> o.name().equals(outcome)).findFirst()
                .orElse(null);
        Redatings.Progress progress = redatings.progress(id, actor);
        List<DueCase> cases = redatings.log(id, wanted, after, PAGE_SIZE + 1, actor);
        boolean more = cases.size() > PAGE_SIZE;
        List<DueCase> shown = more ? cases.subList(0, PAGE_SIZE) : cases;
        model.addAttribute("actor", actor);
        model.addAttribute("progress", progress);
        model.addAttribute("outcomes", CaseOutcome.values());
        model.addAttribute("outcome", wanted);
        model.addAttribute("cases", shown);
        model.addAttribute("total", wanted == null ? progress.change().cases() : progress.count(wanted));
        model.addAttribute("next", more ? shown.get(shown.size() - 1).id() : null);
        model.addAttribute("after", after);
        if (!progress.finished()) {
            response.setHeader("Refresh", EVERY_SECONDS);
        }
        return "redating-progress";
    }

    private String preview(String period, int from, Map<String, String> fields, Actor actor, Model model) {
        RedatingPlan plan = redatings.plan(period, actor);
        int first = Math.max(0, Math.min(from, plan.moves().size()));
        int last = Math.min(plan.moves().size(), first + PAGE_SIZE);
        model.addAttribute("actor", actor);
        model.addAttribute("plan", plan);
        model.addAttribute("fields", fields);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("listed", plan.moves().subList(first, last));
        model.addAttribute("administrator", actor.administersPlatform());
        model.addAttribute("shortest", ClockTexts.SHORTEST_REASON);
        model.addAttribute("longest", ClockTexts.LONGEST_REASON);
        return "redating-preview";
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(String.valueOf(written));
        } catch (DateTimeException noDate) {
            throw Refusal.field("days", "clock.redating.days");
        }
    }
}
