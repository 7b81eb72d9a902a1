package org.zhibao.suspension.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;
import org.zhibao.suspension.EvidenceFile;
import org.zhibao.suspension.Reasons;
import org.zhibao.suspension.SuspensionDesk;
import org.zhibao.suspension.SuspensionList;
import org.zhibao.suspension.SuspensionQuery;
import org.zhibao.suspension.SuspensionState;
import org.zhibao.suspension.Suspensions;
import org.zhibao.suspension.Uploads;
import org.zhibao.web.RefusalTexts;

/** Suspensions (停报): those of the reader's area, and one with its evidence, history and what may be done about it. */
@Controller
class SuspensionPages {

    private static final int PAGE_SIZE = 50;

    private final Suspensions suspensions;
    private final SuspensionList list;
    private final SuspensionDesk desk;

    SuspensionPages(Suspensions suspensions, SuspensionList list, SuspensionDesk desk) {
        this.suspensions = suspensions;
        this.list = list;
        this.desk = desk;
    }

    /** @param state name of a state; a city begins with what it has to verify, anything else filters nothing */
    @GetMapping("/suspensions")
    String all(@RequestParam(required = false) String state, @RequestParam(required = false) Long before, Actor actor,
               Model model) {
        SuspensionState chosen = state == null && actor.role() == Role.CITY ? SuspensionState.DECLARED
                : Arrays.stream(SuspensionState.values()).filter(s -> s.name().equals(state)).findFirst().orElse(null);
        model.addAttribute("actor", actor);
        model.addAttribute("state", chosen);
        model.addAttribute("before", before);
        model.addAttribute("page", list.page(new SuspensionQuery(null, chosen, before, PAGE_SIZE), actor));
        return "suspensions";
    }

    @GetMapping("/suspensions/{id}")
    String one(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("view", desk.view(id, actor));
        model.addAttribute("longest", Reasons.LONGEST);
        model.addAttribute("files", EvidenceFile.MOST_FILES);
        model.addAttribute("megabytes", EvidenceFile.MOST_MEGABYTES);
        return "suspension";
    }

    /** @param accepted {@code true} or {@code false} */
    @PostMapping("/suspensions/{id}/decision")
    String decide(@PathVariable long id, @RequestParam(required = false) Boolean accepted,
                  @RequestParam(required = false) String reason, Actor actor, Model model, RedirectAttributes next,
                  HttpServletResponse response) {
        try {
            suspensions.decide(id, Decided.require(accepted), reason, actor);
            next.addFlashAttribute("done", accepted ? "accepted" : "refused");
            return "redirect:/suspensions/" + id;
        } catch (Refusal refused) {
            return again(refused, id, reason, actor, model, response);
        }
    }

    @PostMapping("/suspensions/{id}/withdrawal")
    String withdraw(@PathVariable long id, @RequestParam(required = false) String reason, Actor actor, Model model,
                    RedirectAttributes next, HttpServletResponse response) {
        try {
            suspensions.withdraw(id, reason, actor);
            next.addFlashAttribute("done", "withdrawn");
            return "redirect:/suspensions/" + id;
        } catch (Refusal refused) {
            return again(refused, id, reason, actor, model, response);
        }
    }

    @PostMapping("/suspensions/{id}/attachments")
    String attach(@PathVariable long id, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
                  Model model, RedirectAttributes next, HttpServletResponse response) throws IOException {
        try {
            suspensions.attach(id, Uploads.read(files), actor);
            next.addFlashAttribute("done", "attached");
            return "redirect:/suspensions/" + id;
        } catch (Refusal refused) {
            return again(refused, id, null, actor, model, response);
        }
    }

    /** The form that Tasklist shows for the city's task; the page does it. */
    @GetMapping("/forms/suspensions/{id}")
    String form(@PathVariable long id, Actor actor, Model model) {
        one(id, actor, model);
        return "forms/suspension-task";
    }

    private String again(Refusal refused, long id, String reason, Actor actor, Model model,
                         HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        model.addAttribute("reason", reason);
        return one(id, actor, model);
    }
}
