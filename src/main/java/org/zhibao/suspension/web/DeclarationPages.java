package org.zhibao.suspension.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;
import org.zhibao.suspension.Declaration;
import org.zhibao.suspension.EvidenceFile;
import org.zhibao.suspension.Reasons;
import org.zhibao.suspension.SuspensionDesk;
import org.zhibao.suspension.SuspensionKind;
import org.zhibao.suspension.Suspensions;
import org.zhibao.suspension.Uploads;
import org.zhibao.web.RefusalTexts;

/** Declaring the suspension of one unit, by itself, its county or its city. */
@Controller
class DeclarationPages {

    private final Suspensions suspensions;
    private final SuspensionDesk desk;

    DeclarationPages(Suspensions suspensions, SuspensionDesk desk) {
        this.suspensions = suspensions;
        this.desk = desk;
    }

    /** @param fields {@code orgCode}, for an enterprise its own; {@code from} to begin with */
    @GetMapping("/suspensions/new")
    String form(@RequestParam Map<String, String> fields, Actor actor, Model model, HttpServletResponse response) {
        Map<String, String> given = new HashMap<>(fields);
        if (actor.role() == Role.ENTERPRISE) {
            given.put("orgCode", actor.orgCode());
        }
        try {
            return shown(given, actor, model);
        } catch (Refusal unknown) {
            if (unknown.kind() != Refusal.Kind.UNPROCESSABLE) {
                throw unknown;
            }
            return again(unknown, Map.of(), actor, model, response);
        }
    }

    /** @param fields {@code orgCode}, {@code from}, {@code to}, {@code kind}, {@code explanation} */
    @PostMapping("/suspensions")
    String declare(@RequestParam Map<String, String> fields, @RequestParam(required = false) List<MultipartFile> files,
                   Actor actor, Model model, RedirectAttributes next, HttpServletResponse response)
            throws IOException {
        try {
            long id = suspensions.declare(new Declaration(fields.get("orgCode"), fields.get("from"), fields.get("to"),
                    fields.get("kind"), fields.get("explanation")), Uploads.read(files), actor);
            next.addFlashAttribute("done", actor.role() == Role.CITY ? "in-force" : "declared");
            return "redirect:/suspensions/" + id;
        } catch (Refusal refused) {
            return again(refused, fields, actor, model, response);
        }
    }

    private String again(Refusal refused, Map<String, String> fields, Actor actor, Model model,
                         HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        boolean unitUnknown = refused.fields().stream().anyMatch(f -> f.field().equals("orgCode"));
        Map<String, String> kept = new HashMap<>(fields);
        if (unitUnknown) {
            kept.remove("orgCode");
        }
        return shown(kept, actor, model);
    }

    private String shown(Map<String, String> fields, Actor actor, Model model) {
        String orgCode = fields.getOrDefault("orgCode", "");
        desk.requireDeclarer(actor);
        model.addAttribute("unit", orgCode.isBlank() ? null : desk.unit(orgCode, actor));
        model.addAttribute("actor", actor);
        model.addAttribute("fields", fields);
        model.addAttribute("kinds", SuspensionKind.values());
        model.addAttribute("starts", desk.quarters(Declaration.MOST_QUARTERS));
        model.addAttribute("ends", desk.quarters(2 * Declaration.MOST_QUARTERS - 1));
        model.addAttribute("shortest", Declaration.SHORTEST);
        model.addAttribute("longest", Reasons.LONGEST);
        model.addAttribute("files", EvidenceFile.MOST_FILES);
        model.addAttribute("megabytes", EvidenceFile.MOST_MEGABYTES);
        return "suspension-new";
    }
}
