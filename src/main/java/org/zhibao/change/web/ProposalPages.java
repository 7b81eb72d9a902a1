package org.zhibao.change.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.change.ChangeDesk;
import org.zhibao.change.ChangeKind;
import org.zhibao.change.Proposal;
import org.zhibao.change.RegistryChanges;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.SourceKind;
import org.zhibao.suspension.EvidenceFile;
import org.zhibao.suspension.Reasons;
import org.zhibao.suspension.Uploads;
import org.zhibao.web.RefusalTexts;

/** Proposing a change of the registry, by a county or its city. */
@Controller
class ProposalPages {

    private final RegistryChanges changes;
    private final ChangeDesk desk;
    private final IndicatorCatalogues catalogues;

    ProposalPages(RegistryChanges changes, ChangeDesk desk, IndicatorCatalogues catalogues) {
        this.changes = changes;
        this.desk = desk;
        this.catalogues = catalogues;
    }

    /** @param fields {@code kind} to begin with, {@code orgCode} of the unit */
    @GetMapping("/registry-changes/new")
    String form(@RequestParam Map<String, String> fields, Actor actor, Model model, HttpServletResponse response) {
        desk.requireProposer(actor);
        try {
            return shown(fields, actor, model);
        } catch (Refusal unknown) {
            return again(unknown, fields, actor, model, response);
        }
    }

    /** @param fields those of {@link Proposal}, of a new unit its master data as well */
    @PostMapping("/registry-changes")
    String propose(@RequestParam MultiValueMap<String, String> fields,
                   @RequestParam(required = false) List<MultipartFile> files, Actor actor, Model model,
                   RedirectAttributes next, HttpServletResponse response) throws IOException {
        Map<String, String> given = fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                field -> String.join(",", field.getValue())));
        try {
            long id = changes.propose(new Proposal(given.get("kind"), given.get("orgCode"), given.get("from"),
                    given.get("newName"), given.get("newOrgCode"), given.get("newUscc"), given.get("reason"), given),
                    Uploads.read(files), actor);
            next.addFlashAttribute("done", actor.role() == Role.CITY ? "applied" : "proposed");
            return "redirect:/registry-changes/" + id;
        } catch (Refusal refused) {
            return again(refused, given, actor, model, response);
        }
    }

    private String again(Refusal refused, Map<String, String> fields, Actor actor, Model model,
                         HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        Map<String, String> kept = new HashMap<>(fields);
        if (!"NEW".equals(fields.get("kind")) && refused.fields().stream().anyMatch(f -> f.field().equals("orgCode"))) {
            kept.remove("orgCode");
        }
        return shown(kept, actor, model);
    }

    private String shown(Map<String, String> fields, Actor actor, Model model) {
        ChangeKind kind = Arrays.stream(ChangeKind.values()).filter(k -> k.name().equals(fields.get("kind")))
                .findFirst().orElse(null);
        String orgCode = fields.getOrDefault("orgCode", "").strip();
        boolean fresh = kind == ChangeKind.NEW;
        model.addAttribute("actor", actor);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", ChangeKind.values());
        model.addAttribute("fields", fields);
        model.addAttribute("unit", fresh || orgCode.isEmpty() ? null : desk.unit(orgCode, actor));
        model.addAttribute("quarters", desk.quarters(fresh || kind == ChangeKind.RECODED));
        model.addAttribute("counties", fresh ? desk.counties(actor) : List.of());
        model.addAttribute("sources", SourceKind.values());
        model.addAttribute("levels", ListKind.levelsOfCities());
        model.addAttribute("dictionaries", catalogues.latest(actor.area().substring(0, 4) + "00"));
        model.addAttribute("shortest", Proposal.SHORTEST);
        model.addAttribute("longest", Reasons.LONGEST);
        model.addAttribute("files", EvidenceFile.MOST_FILES);
        model.addAttribute("megabytes", EvidenceFile.MOST_MEGABYTES);
        return "registry-change-new";
    }
}
