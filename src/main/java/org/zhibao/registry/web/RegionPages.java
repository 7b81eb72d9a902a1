package org.zhibao.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.RegionAdministration;

/** The regions, and keeping them. */
@Controller
@RequestMapping("/registry/regions")
class RegionPages {

    private final RegionAdministration administration;

    RegionPages(RegionAdministration administration) {
        this.administration = administration;
    }

    @GetMapping
    String regions(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("lines", administration.lines(actor));
        model.addAttribute("keeps", actor.administersPlatform());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "registry-regions";
    }

    /** @param typed {@code code}, {@code name}, {@code from}, {@code reason} */
    @PostMapping
    String add(@RequestParam Map<String, String> typed, Actor actor, Model model, RedirectAttributes next,
               HttpServletResponse response) {
        return done(() -> administration.add(typed.get("code"), typed.get("name"), day(typed.get("from")),
                typed.get("reason"), actor), typed, actor, model, next, response);
    }

    /** @param typed {@code last}, {@code successor}, {@code reason} */
    @PostMapping("/{code}/end")
    String end(@PathVariable String code, @RequestParam Map<String, String> typed, Actor actor, Model model,
               RedirectAttributes next, HttpServletResponse response) {
        return done(() -> administration.end(code, day(typed.get("last")), typed.get("successor"), typed.get("reason"),
                actor), Map.of(), actor, model, next, response);
    }

    @PostMapping("/{code}/units")
    String move(@PathVariable String code, Actor actor, Model model, RedirectAttributes next,
                HttpServletResponse response) {
        return done(() -> next.addFlashAttribute("moved", administration.moveUnits(code, actor)), Map.of(), actor, model,
                next, response);
    }

    private String done(Runnable act, Map<String, String> typed, Actor actor, Model model, RedirectAttributes next,
                        HttpServletResponse response) {
        try {
            act.run();
            next.addFlashAttribute("done", "region");
            return "redirect:/registry/regions";
        } catch (Refusal refused) {
            Answers.refused(refused, model, response);
            model.addAttribute("typed", typed);
            return regions(actor, model);
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
