package org.zhibao.change.web;

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
import org.zhibao.change.ChangeDesk;
import org.zhibao.change.ChangeList;
import org.zhibao.change.ChangeQuery;
import org.zhibao.change.ChangeState;
import org.zhibao.change.RegistryChanges;
import org.zhibao.refusal.Refusal;
import org.zhibao.suspension.EvidenceFile;
import org.zhibao.suspension.Reasons;
import org.zhibao.suspension.Uploads;
import org.zhibao.web.RefusalTexts;

/** Changes of the registry: those of the reader's area, and one with its evidence, history and what may be done about it. */
@Controller
class ChangePages {

    private static final int PAGE_SIZE = 50;

    private final RegistryChanges changes;
    private final ChangeList list;
    private final ChangeDesk desk;

    ChangePages(RegistryChanges changes, ChangeList list, ChangeDesk desk) {
        this.changes = changes;
        this.list = list;
        this.desk = desk;
    }

    /** @param state name of a state; a city begins with what it has to decide, anything else filters nothing */
    @GetMapping("/registry-changes")
    String all(@RequestParam(required = false) String state, @RequestParam(required = false) Long before, Actor actor,
               Model model) {
        ChangeState chosen = state == null && actor.role() == Role.CITY ? ChangeState.PROPOSED
                : Arrays.stream(ChangeState.values()).filter(s -> s.name().equals(state)).findFirst().orElse(null);
        model.addAttribute("actor", actor);
        model.addAttribute("state", chosen);
        model.addAttribute("states", ChangeState.values());
        model.addAttribute("before", before);
        model.addAttribute("page", list.page(new ChangeQuery(null, chosen, before, PAGE_SIZE), actor));
        return "registry-changes";
    }

    @GetMapping("/registry-changes/{id}")
    String one(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("view", desk.view(id, actor));
        model.addAttribute("longest", Reasons.LONGEST);
        model.addAttribute("files", EvidenceFile.MOST_FILES);
        model.addAttribute("megabytes", EvidenceFile.MOST_MEGABYTES);
        return "registry-change";
    }

    /** @param confirmed {@code true} or {@code false} */
    @PostMapping("/registry-changes/{id}/decision")
    String decide(@PathVariable long id, @RequestParam(required = false) Boolean confirmed,
                  @RequestParam(required = false) String reason, Actor actor, Model model, RedirectAttributes next,
                  HttpServletResponse response) {
        try {
            changes.decide(id, Decided.require(confirmed), reason, actor);
            next.addFlashAttribute("done", confirmed ? "applied" : "refused");
            return "redirect:/registry-changes/" + id;
        } catch (Refusal refused) {
            return again(refused, id, reason, actor, model, response);
        }
    }

    @PostMapping("/registry-changes/{id}/withdrawal")
    String withdraw(@PathVariable long id, @RequestParam(required = false) String reason, Actor actor, Model model,
                    RedirectAttributes next, HttpServletResponse response) {
        try {
            changes.withdraw(id, reason, actor);
            next.addFlashAttribute("done", "withdrawn");
            return "redirect:/registry-changes/" + id;
        } catch (Refusal refused) {
            return again(refused, id, reason, actor, model, response);
        }
    }

    @PostMapping("/registry-changes/{id}/attachments")
    String attach(@PathVariable long id, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
                  Model model, RedirectAttributes next, HttpServletResponse response) throws IOException {
        try {
            changes.attach(id, Uploads.read(files), actor);
            next.addFlashAttribute("done", "attached");
            return "redirect:/registry-changes/" + id;
        } catch (Refusal refused) {
            return again(refused, id, null, actor, model, response);
        }
    }

    /** The form that Tasklist shows for the city's task; the page does it. */
    @GetMapping("/forms/registry-changes/{id}")
    String form(@PathVariable long id, Actor actor, Model model) {
        one(id, actor, model);
        return "forms/registry-change-task";
    }

    private String again(Refusal refused, long id, String reason, Actor actor, Model model,
                         HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        model.addAttribute("reason", reason);
        return one(id, actor, model);
    }
}
