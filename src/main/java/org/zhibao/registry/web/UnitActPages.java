package org.zhibao.registry.web;

import jakarta.servlet.http.HttpServletResponse;
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
import org.zhibao.registry.ListKind;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.UnitContacts;
import org.zhibao.registry.UnitDesk;
import org.zhibao.registry.UnitMaintenance;
import org.zhibao.registry.UnitRosters;

/** The page of a unit, and what its keepers do on it. */
@Controller
@RequestMapping("/registry/units/{orgCode}")
class UnitActPages {

    private final UnitDesk desk;
    private final UnitMaintenance maintenance;
    private final UnitRosters rosters;
    private final UnitContacts contacts;

    UnitActPages(UnitDesk desk, UnitMaintenance maintenance, UnitRosters rosters, UnitContacts contacts) {
        this.desk = desk;
        this.maintenance = maintenance;
        this.rosters = rosters;
        this.contacts = contacts;
    }

    @GetMapping
    String unit(@PathVariable String orgCode, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("unit", desk.view(orgCode, actor));
        model.addAttribute("listKinds", java.util.Arrays.stream(ListKind.values())
                .filter(kind -> actor.administersPlatform() || kind.keptByCities()).toList());
        return "registry-unit";
    }

    @PostMapping("/activation")
    String activate(@PathVariable String orgCode, @RequestParam(defaultValue = "false") boolean on,
                    @RequestParam(required = false) String reason, Actor actor, Model model, RedirectAttributes next,
                    HttpServletResponse response) {
        return done(orgCode, on ? "on" : "off", () -> maintenance.activate(orgCode, on, reason, actor), actor, model, next,
                response);
    }

    /** @param off whether it is to be taken off the list */
    @PostMapping("/lists")
    String list(@PathVariable String orgCode, @RequestParam(required = false) String kind,
                @RequestParam(required = false) String term, @RequestParam(defaultValue = "false") boolean off,
                @RequestParam(required = false) String reason, Actor actor, Model model, RedirectAttributes next,
                HttpServletResponse response) {
        return done(orgCode, off ? "struck" : "enlisted", () -> {
            RosterList list = new RosterList(Answers.one(ListKind.class, kind), Answers.blankToNull(term));
            if (off) {
                rosters.strike(list, orgCode, reason, actor);
            } else {
                rosters.enlist(list, orgCode, reason, actor);
            }
        }, actor, model, next, response);
    }

    @PostMapping("/contacts")
    String contact(@PathVariable String orgCode, @RequestParam(required = false) String name,
                   @RequestParam(required = false) String duty, @RequestParam(required = false) String phone, Actor actor,
                   Model model, RedirectAttributes next, HttpServletResponse response) {
        return done(orgCode, "contact", () -> contacts.add(orgCode, name, duty, phone, actor), actor, model, next,
                response);
    }

    @PostMapping("/contacts/{id}/responsible")
    String responsible(@PathVariable String orgCode, @PathVariable long id, Actor actor, Model model,
                       RedirectAttributes next, HttpServletResponse response) {
        return done(orgCode, "contact", () -> contacts.makeResponsible(orgCode, id, actor), actor, model, next, response);
    }

    @PostMapping("/contacts/{id}/removal")
    String remove(@PathVariable String orgCode, @PathVariable long id, Actor actor, Model model, RedirectAttributes next,
                  HttpServletResponse response) {
        return done(orgCode, "contact", () -> contacts.remove(orgCode, id, actor), actor, model, next, response);
    }

    private String done(String orgCode, String what, Runnable act, Actor actor, Model model, RedirectAttributes next,
                        HttpServletResponse response) {
        try {
            act.run();
            next.addFlashAttribute("done", what);
            return "redirect:/registry/units/" + orgCode;
        } catch (Refusal refused) {
            Answers.refused(refused, model, response);
            return unit(orgCode, actor, model);
        }
    }
}
