package org.zhibao.filing.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FormAids;

/** The task forms that Tasklist shows, and the page of a filing in the portal. */
@Controller
class FilingPages {

    private final FilingDesk desk;
    private final FilingDrafts drafts;
    private final ReportViews views;
    private final NotesViews notes;
    private final FormAids aids;
    private final ObjectMapper json;

    FilingPages(FilingDesk desk, FilingDrafts drafts, ReportViews views, NotesViews notes, FormAids aids,
                ObjectMapper json) {
        this.notes = notes;
        this.desk = desk;
        this.drafts = drafts;
        this.views = views;
        this.aids = aids;
        this.json = json;
    }

    /** The form of {@code 企业填报} and {@code 限期整改}; read-only for who may not write. */
    @GetMapping("/forms/fill-in/{id}")
    String fillIn(@PathVariable long id, Actor actor, Locale locale, Model model) {
        FilingDossier dossier = show(id, actor, locale, model);
        if (!dossier.may(FilingAction.SAVE)) {
            return "forms/review";
        }
        model.addAttribute("state", write(FormState.of(dossier, locale)));
        model.addAttribute("aids", write(AidsState.of(dossier, aids, locale)));
        return "forms/fill-in";
    }

    /** The same form on a page of its own, which its script makes usable without a network. */
    @GetMapping("/offline/{id}")
    String offline(@PathVariable long id, Actor actor, Locale locale, Model model) {
        drafts.read(id, actor);
        FilingDossier dossier = show(id, actor, locale, model);
        if (!dossier.may(FilingAction.SAVE)) {
            return "redirect:/filings/" + id;
        }
        model.addAttribute("state", write(FormState.of(dossier, locale)));
        model.addAttribute("aids", write(AidsState.of(dossier, aids, locale)));
        model.addAttribute("offline", true);
        return "offline";
    }

    /** The form of every review task. */
    @GetMapping("/forms/review/{id}")
    String review(@PathVariable long id, Actor actor, Locale locale, Model model) {
        show(id, actor, locale, model);
        return "forms/review";
    }

    /** The portal's page of a filing. */
    @GetMapping("/filings/{id}")
    String filing(@PathVariable long id, Actor actor, Locale locale, Model model) {
        show(id, actor, locale, model);
        return "filing";
    }

    private FilingDossier show(long id, Actor actor, Locale locale, Model model) {
        FilingDossier dossier = desk.dossier(id, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("dossier", dossier);
        model.addAttribute("view", views.of(dossier, locale));
        model.addAttribute("panel", DecisionPanel.of(dossier));
        model.addAttribute("notes", notes.of(dossier, actor, locale));
        return dossier;
    }

    private String write(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
