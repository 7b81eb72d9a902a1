package org.zhibao.cover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.cover.CoverRequest;
import org.zhibao.cover.LeaveCovers;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** The page on which a reviewer, or the administrator of its area, sets and ends leave cover. */
@Controller
@RequestMapping("/account/cover")
class CoverPages {

    /** The form as it was filled in. */
    record Form(String absent, String colleague, String from, String until, String reason) {
    }

    private final LeaveCovers covers;

    CoverPages(LeaveCovers covers) {
        this.covers = covers;
    }

    @GetMapping
    String page(Actor actor, Model model) {
        return show(new Form(null, null, null, null, null), actor, model);
    }

    @PostMapping
    String set(Form form, Actor actor, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            covers.set(new CoverRequest(actor.role() == Role.ADMIN ? form.absent() : actor.userId(), form.colleague(),
                    day(form.from()), day(form.until()), form.reason()), actor);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            return show(form, actor, model);
        }
        next.addFlashAttribute("done", "cover.set");
        return "redirect:/account/cover";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, Actor actor, RedirectAttributes next) {
        try {
            covers.end(id, actor);
            next.addFlashAttribute("done", "cover.ended");
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/account/cover";
    }

    private String show(Form form, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("form", form);
        model.addAttribute("manages", actor.role() == Role.ADMIN);
        model.addAttribute("choices", covers.choices(actor));
        model.addAttribute("shown", covers.shown(actor));
        return "cover";
    }

    /** Null for what is no day: it is refused as one that is missing. */
    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
