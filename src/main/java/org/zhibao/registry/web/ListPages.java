package org.zhibao.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ImportRow;
import org.zhibao.registry.ListImport;
import org.zhibao.registry.ListImports;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.RegistryRights;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.UnitRosters;
import org.zhibao.registry.file.ListTemplate;

/** The lists of units, and importing them. */
@Controller
class ListPages {

    private static final int PAGE_SIZE = 50;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final UnitRosters rosters;
    private final ListImports imports;
    private final ListTemplate template;
    private final Clock clock;

    ListPages(UnitRosters rosters, ListImports imports, ListTemplate template, Clock clock) {
        this.rosters = rosters;
        this.imports = imports;
        this.template = template;
        this.clock = clock;
    }

    @GetMapping("/registry/lists")
    String lists(@RequestParam(required = false) String kind, @RequestParam(required = false) String term, Actor actor,
                 Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("sizes", rosters.sizes(actor));
        model.addAttribute("imports", imports.latest(actor));
        model.addAttribute("kinds", kinds(actor));
        model.addAttribute("kind", kind);
        model.addAttribute("term", term == null ? String.valueOf(LocalDate.now(clock).getYear()) : term);
        model.addAttribute("keeps", RegistryRights.keeps(actor));
        return "registry-lists";
    }

    /** @param format {@code xlsx} or {@code csv} */
    @GetMapping("/registry/template")
    ResponseEntity<byte[]> template(@RequestParam(required = false) String kind,
                                    @RequestParam(required = false) String term,
                                    @RequestParam(defaultValue = "xlsx") String format, Actor actor, Locale locale) {
        RegistryRights.requireKeeper(actor);
        RosterList list = new RosterList(kind == null ? kinds(actor).get(0) : Answers.one(ListKind.class, kind),
                term == null ? String.valueOf(LocalDate.now(clock).getYear()) : term.strip());
        boolean csv = "csv".equals(format);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(csv ? "text/csv;charset=UTF-8" : XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("list-" + list.kind() + "-" + list.term() + (csv ? ".csv" : ".xlsx")).build().toString())
                .body(csv ? template.csv(list, locale) : template.workbook(list, locale));
    }

    @PostMapping("/registry/imports")
    String upload(@RequestParam(required = false) String kind, @RequestParam(required = false) String term,
                  @RequestParam(required = false) MultipartFile file, Actor actor, Model model,
                  HttpServletResponse response) throws IOException {
        try {
            RegistryRights.requireKeeper(actor);
            RosterList list = new RosterList(Answers.one(ListKind.class, kind), term == null ? null : term.strip());
            return "redirect:/registry/imports/" + imports.upload(list,
                    file == null ? "" : file.getOriginalFilename(), file == null ? new byte[0] : file.getBytes(), actor);
        } catch (Refusal refused) {
            Answers.refused(refused, model, response);
            return lists(kind, term, actor, model);
        }
    }

    /**
     * @param part  rows of which kind
     * @param after number of the last row of the page before
     */
    @GetMapping("/registry/imports/{id}")
    String preview(@PathVariable long id, @RequestParam(required = false) String part,
                   @RequestParam(defaultValue = "0") int after, Actor actor, Model model) {
        ListImport imported = imports.find(id, actor);
        ImportRow.Kind chosen = Answers.one(ImportRow.Kind.class, part);
        ImportRow.Kind shown = chosen != null ? chosen : Arrays.stream(ImportRow.Kind.values())
                .filter(kind -> imported.count(kind) > 0).findFirst().orElse(ImportRow.Kind.SAME);
        model.addAttribute("actor", actor);
        model.addAttribute("imported", imported);
        model.addAttribute("part", shown);
        model.addAttribute("parts", ImportRow.Kind.values());
        model.addAttribute("after", after);
        model.addAttribute("page", imports.rows(id, shown, after, PAGE_SIZE, actor));
        model.addAttribute("keeps", kinds(actor).contains(imported.kind()) && RegistryRights.keeps(actor));
        return "registry-import";
    }

    @PostMapping("/registry/imports/{id}/application")
    String apply(@PathVariable long id, Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        try {
            imports.apply(id, actor);
            next.addFlashAttribute("done", "applied");
            return "redirect:/registry/imports/" + id;
        } catch (Refusal refused) {
            if (refused.properties().containsKey("stale")) {
                imports.renew(id, actor);
            }
            Answers.refused(refused, model, response);
            return preview(id, null, 0, actor, model);
        }
    }

    @PostMapping("/registry/imports/{id}/undo")
    String undo(@PathVariable long id, @RequestParam(required = false) String reason, Actor actor, Model model,
                RedirectAttributes next, HttpServletResponse response) {
        try {
            imports.undo(id, reason, actor);
            next.addFlashAttribute("done", "undone");
            return "redirect:/registry/imports/" + id;
        } catch (Refusal refused) {
            Answers.refused(refused, model, response);
            return preview(id, null, 0, actor, model);
        }
    }

    private static List<ListKind> kinds(Actor actor) {
        return Arrays.stream(ListKind.values()).filter(kind -> actor.administersPlatform() || kind.keptByCities()).toList();
    }
}
