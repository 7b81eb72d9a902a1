package org.zhibao.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.workbook.Workbooks;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Filling in offline (离线填报): a workbook downloaded, uploaded, looked at and taken over into the draft. */
@Controller
class WorkbookPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Workbooks workbooks;
    private final WorkbookView view;

    WorkbookPages(Workbooks workbooks, WorkbookView view) {
        this.workbooks = workbooks;
        this.view = view;
    }

    @GetMapping({"/filings/{id}/workbook.xlsx", "/api/v1/filings/{id}/workbook"})
    ResponseEntity<byte[]> download(@PathVariable long id, Actor actor, Locale locale) {
        return answer(workbooks.dossier(id, actor), "", workbooks.download(id, actor, locale));
    }

    /** The uploaded file with problems and findings marked in it. */
    @GetMapping("/filings/{id}/workbook/marked.xlsx")
    ResponseEntity<byte[]> marked(@PathVariable long id, Actor actor, Locale locale) {
        return answer(workbooks.dossier(id, actor), view.text("workbook.file.marked", locale),
                workbooks.marked(id, actor, locale));
    }

    @GetMapping("/filings/{id}/workbook")
    String page(@PathVariable long id, Actor actor, Locale locale, Model model, HttpServletResponse response) {
        return shown(id, actor, locale, model, response, null);
    }

    @PostMapping("/filings/{id}/workbook")
    String upload(@PathVariable long id, @RequestParam(required = false) MultipartFile file, Actor actor,
                  Locale locale, Model model, HttpServletResponse response) throws IOException {
        try {
            byte[] content = file == null ? new byte[0] : view.content(file);
            workbooks.upload(id, file == null ? "" : file.getOriginalFilename(), content, actor);
            return "redirect:/filings/" + id + "/workbook#preview";
        } catch (Refusal refused) {
            return shown(id, actor, locale, model, response, refused);
        }
    }

    /** @param fields {@code keep-n}: of every change that meets another, the key where the draft's side is kept */
    @PostMapping("/filings/{id}/workbook/draft")
    String takeOver(@PathVariable long id, @RequestParam String sha256, @RequestParam int version,
                    @RequestParam Map<String, String> fields, Actor actor, Locale locale, Model model,
                    RedirectAttributes next, HttpServletResponse response) {
        Set<String> kept = fields.entrySet().stream().filter(f -> f.getKey().startsWith("keep-"))
                .map(Map.Entry::getValue).collect(Collectors.toSet());
        try {
            next.addFlashAttribute("taken", workbooks.takeOver(id, sha256, version, kept, actor).version());
            return "redirect:/filings/" + id + "/workbook";
        } catch (Refusal refused) {
            return shown(id, actor, locale, model, response, refused);
        }
    }

    @PostMapping("/filings/{id}/workbook/discard")
    String discard(@PathVariable long id, Actor actor) {
        workbooks.discard(id, actor);
        return "redirect:/filings/" + id + "/workbook";
    }

    private String shown(long id, Actor actor, Locale locale, Model model, HttpServletResponse response,
                         Refusal refused) {
        FilingDossier dossier = workbooks.dossier(id, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("dossier", dossier);
        model.addAttribute("megabytes", Workbooks.MOST_MEGABYTES);
        if (refused != null) {
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", view.lines(refused, locale));
        }
        workbooks.preview(id, actor).ifPresent(p -> model.addAttribute("preview", view.of(p, dossier, locale)));
        return "workbook";
    }

    private static ResponseEntity<byte[]> answer(FilingDossier dossier, String mark, byte[] file) {
        String name = dossier.period().code() + "-" + dossier.unit().orgCode() + "-" + dossier.unit().name() + mark
                + ".xlsx";
        return ResponseEntity.ok().contentType(XLSX).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(file);
    }
}
