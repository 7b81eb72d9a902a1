package org.zhibao.lineage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.lineage.SuccessionKind;
import org.zhibao.lineage.Successions;
import org.zhibao.lineage.YearMatches;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** A year's new units beside those that are gone: a person confirms, rejects, or says by hand who follows whom (W21). */
@Controller
class LineagePages {

    private final YearMatches matches;
    private final Successions successions;

    LineagePages(YearMatches matches, Successions successions) {
        this.matches = matches;
        this.successions = successions;
    }

    /** @param year of the new list; without it the latest there is */
    @GetMapping("/lineage")
    String matches(@RequestParam(required = false) Integer year, Actor actor, Model model) {
        return shown(year, Map.of(), List.of(), actor, model);
    }

    /**
     * @param match  keys of the ticked matches, or the one that is rejected
     * @param reject key of the match that is rejected; without it the ticked ones are confirmed
     */
    @PostMapping("/lineage/matches")
    String decide(@RequestParam int year, @RequestParam(required = false) List<String> match,
                  @RequestParam(required = false) String reject, @RequestParam Map<String, String> fields, Actor actor,
                  Model model, RedirectAttributes next, HttpServletResponse response) {
        List<String> ticked = match == null ? List.of() : match;
        try {
            if (reject != null) {
                matches.reject(year, reject, fields.get("reason"), actor);
                next.addFlashAttribute("done", "rejected");
            } else {
                next.addFlashAttribute("confirmed", matches.confirm(year, ticked, fields.get("reason"), actor));
            }
            return "redirect:/lineage?year=" + year;
        } catch (Refusal refused) {
            return again(refused, year, fields, ticked, actor, model, response);
        }
    }

    /** @param form what a person says by hand; {@code year} of the list it looks at */
    @PostMapping("/lineage")
    String record(SuccessionForm form, @RequestParam(required = false) Integer year,
                  @RequestParam Map<String, String> fields, Actor actor, Model model, RedirectAttributes next,
                  HttpServletResponse response) {
        try {
            successions.record(form.read(), actor);
            next.addFlashAttribute("done", "recorded");
            return "redirect:/lineage" + (year == null ? "" : "?year=" + year);
        } catch (Refusal refused) {
            return again(refused, year, fields, List.of(), actor, model, response);
        }
    }

    /** @param unit organisation code of the unit on whose page it was taken back */
    @PostMapping("/lineage/{id}/revocation")
    String revoke(@PathVariable long id, @RequestParam(required = false) String reason, @RequestParam String unit,
                  Actor actor, RedirectAttributes next) {
        try {
            successions.revoke(id, reason, actor);
            next.addFlashAttribute("done", "revoked");
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            next.addFlashAttribute("refused", refused);
        }
        next.addAttribute("unit", unit);
        return "redirect:/lineage/units/{unit}";
    }

    private String again(Refusal refused, Integer year, Map<String, String> fields, List<String> ticked, Actor actor,
                         Model model, HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        return shown(year, fields, ticked, actor, model);
    }

    private String shown(Integer year, Map<String, String> fields, List<String> ticked, Actor actor, Model model) {
        int chosen = year != null ? year : matches.latest();
        model.addAttribute("actor", actor);
        model.addAttribute("years", matches.years());
        model.addAttribute("year", chosen);
        model.addAttribute("comparison", matches.compare(chosen, actor));
        model.addAttribute("keeper", actor.role() == Role.CITY || actor.role() == Role.ADMIN);
        model.addAttribute("kinds", List.of(SuccessionKind.RECODED, SuccessionKind.MERGED, SuccessionKind.SPLIT));
        model.addAttribute("fields", fields);
        model.addAttribute("ticked", ticked);
        model.addAttribute("longest", Successions.LONGEST);
        return "lineage";
    }
}
