package org.zhibao.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Basin;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.IndustryEdition;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.RegistryRights;
import org.zhibao.registry.SourceKind;
import org.zhibao.registry.UnitDesk;
import org.zhibao.registry.UnitField;
import org.zhibao.registry.UnitMaintenance;

/** Registering units and changing what they say. */
@Controller
class UnitPages {

    private final UnitDesk desk;
    private final UnitMaintenance maintenance;
    private final RegistryAreas areas;

    UnitPages(UnitDesk desk, UnitMaintenance maintenance, RegistryAreas areas) {
        this.desk = desk;
        this.maintenance = maintenance;
        this.areas = areas;
    }

    @GetMapping("/registry/new")
    String fresh(Actor actor, Model model) {
        return form(null, 0, Map.of(), Set.of(), "", actor, model);
    }

    @PostMapping("/registry/units")
    String register(@RequestParam MultiValueMap<String, String> sent, Actor actor, Model model, RedirectAttributes next,
                    HttpServletResponse response) {
        try {
            String orgCode = maintenance.register(UnitForm.typed(sent), UnitForm.levels(sent), actor);
            next.addFlashAttribute("done", "registered");
            return "redirect:/registry/units/" + orgCode;
        } catch (Refusal refused) {
            Answers.refused(refused, model, response);
            return form(null, 0, UnitForm.typed(sent), UnitForm.levels(sent), "", actor, model);
        }
    }

    @GetMapping("/registry/units/{orgCode}/edit")
    String edit(@PathVariable String orgCode, Actor actor, Model model) {
        var view = desk.view(orgCode, actor);
        return form(orgCode, view.version(), view.values(), view.controlLevels(), "", actor, model);
    }

    /** @param version the one the form was opened with */
    @PostMapping("/registry/units/{orgCode}")
    String change(@PathVariable String orgCode, @RequestParam MultiValueMap<String, String> sent,
                  @RequestParam(defaultValue = "-1") int version, @RequestParam(required = false) String reason,
                  Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        Map<UnitField, String> typed = UnitForm.typed(sent);
        try {
            maintenance.change(orgCode, typed, version, reason, actor);
            next.addFlashAttribute("done", "changed");
            return "redirect:/registry/units/" + orgCode;
        } catch (Refusal refused) {
            Answers.refused(refused, model, response);
            var view = desk.view(orgCode, actor);
            boolean overtaken = refused.properties().containsKey("version");
            return form(orgCode, overtaken ? view.version() : version, overtaken ? view.values() : typed,
                    view.controlLevels(), reason, actor, model);
        }
    }

    private String form(String orgCode, int version, Map<UnitField, String> values, Set<ControlLevel> levels,
                        String reason, Actor actor, Model model) {
        RegistryRights.requireKeeper(actor);
        model.addAttribute("actor", actor);
        model.addAttribute("orgCode", orgCode);
        model.addAttribute("version", version);
        model.addAttribute("values", values);
        model.addAttribute("reason", reason);
        model.addAttribute("chosen", levels);
        model.addAttribute("fields", UnitField.values());
        model.addAttribute("areas", areas.choices(actor));
        model.addAttribute("kinds", SourceKind.values());
        model.addAttribute("basins", Basin.values());
        model.addAttribute("editions", IndustryEdition.values());
        model.addAttribute("levels", actor.administersPlatform() ? List.of(ControlLevel.values())
                : ListKind.levelsOfCities());
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return "registry-edit";
    }
}
