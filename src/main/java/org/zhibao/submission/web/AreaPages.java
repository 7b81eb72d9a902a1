package org.zhibao.submission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.submission.AreaActions;
import org.zhibao.submission.AreaDesk;
import org.zhibao.submission.AreaView;
import org.zhibao.web.RefusalTexts;

/** The submission of a city or of the province: what it comprises, its signatures, and the decision about it. */
@Controller
class AreaPages {

    private static final String EXPLANATION = "why-";

    private final AreaDesk desk;
    private final AreaActions actions;

    AreaPages(AreaDesk desk, AreaActions actions) {
        this.desk = desk;
        this.actions = actions;
    }

    @GetMapping("/periods/{period}/areas/{area}")
    String one(@PathVariable String period, @PathVariable String area, Actor actor, Model model) {
        return shown(period, area, Map.of(), actor, model);
    }

    /** @param fields {@code why-} and a code: why that one may be missing; {@code common}: of all without their own */
    @PostMapping("/periods/{period}/areas/{area}/sign")
    String sign(@PathVariable String period, @PathVariable String area, @RequestParam Map<String, String> fields,
                Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        try {
            actions.sign(period, area, explanations(desk.view(period, area, actor), fields), actor);
            next.addFlashAttribute("done", AreaDesk.PROVINCE.equals(area) ? "reported" : "signed");
            return address(period, area);
        } catch (Refusal refused) {
            return again(refused, period, area, fields, actor, model, response);
        }
    }

    @PostMapping("/periods/{period}/areas/{area}/accept")
    String accept(@PathVariable String period, @PathVariable String area, Actor actor, Model model,
                  RedirectAttributes next, HttpServletResponse response) {
        try {
            actions.accept(period, area, actor);
            next.addFlashAttribute("done", "accepted");
            return address(period, area);
        } catch (Refusal refused) {
            return again(refused, period, area, Map.of(), actor, model, response);
        }
    }

    @PostMapping("/periods/{period}/areas/{area}/return")
    String sendBack(@PathVariable String period, @PathVariable String area, @RequestParam Map<String, String> fields,
                    Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        try {
            String days = fields.getOrDefault("workingDays", "").strip();
            actions.sendBack(period, area, fields.get("reason"),
                    days.matches("\\d{1,3}") ? Integer.valueOf(days) : null, actor);
            next.addFlashAttribute("done", "returned");
            return address(period, area);
        } catch (Refusal refused) {
            return again(refused, period, area, fields, actor, model, response);
        }
    }

    /** The form that Tasklist shows for both tasks of a submission; the page does them. */
    @GetMapping("/forms/areas/{period}/{area}")
    String form(@PathVariable String period, @PathVariable String area, Actor actor, Model model) {
        shown(period, area, Map.of(), actor, model);
        return "forms/area-task";
    }

    private String shown(String period, String area, Map<String, String> fields, Actor actor, Model model) {
        AreaView view = desk.view(period, area, actor);
        Map<String, String> written = new HashMap<>();
        view.exceptions().forEach(item -> written.put(item.code(), fields.getOrDefault(EXPLANATION + item.code(), "")));
        model.addAttribute("actor", actor);
        model.addAttribute("view", view);
        model.addAttribute("written", written);
        model.addAttribute("fields", fields);
        model.addAttribute("province", AreaDesk.PROVINCE.equals(area));
        model.addAttribute("shortest", AreaActions.EXPLANATION_LENGTH);
        return "area";
    }

    private static Map<String, String> explanations(AreaView view, Map<String, String> fields) {
        String common = fields.getOrDefault("common", "").strip();
        Map<String, String> explanations = new HashMap<>();
        view.exceptions().forEach(item -> {
            String own = fields.getOrDefault(EXPLANATION + item.code(), "").strip();
            explanations.put(item.code(), own.isEmpty() && !item.standard() ? common : own);
        });
        return explanations;
    }

    private String again(Refusal refused, String period, String area, Map<String, String> fields, Actor actor,
                         Model model, HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        return shown(period, area, fields, actor, model);
    }

    private static String address(String period, String area) {
        return "redirect:/periods/" + period + "/areas/" + area;
    }
}
