package org.zhibao.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDesk;
import org.zhibao.notice.ReminderSettings;
import org.zhibao.notice.Urging;
import org.zhibao.notice.UrgingRecord;
import org.zhibao.notice.UrgingScope;
import org.zhibao.notice.Urgings;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Urging: preview and confirmation, progress, the record. */
@Controller
@RequestMapping("/urgings")
class UrgingPages {

    private static final int SIZE = 50;
    private static final String SECONDS_TO_LOOK_AGAIN = "2";

    private final Urgings urgings;
    private final UrgingRecord record;
    private final UrgingScopes scopes;
    private final ReminderSettings settings;
    private final FilingDesk desk;

    UrgingPages(Urgings urgings, UrgingRecord record, UrgingScopes scopes, ReminderSettings settings,
                FilingDesk desk) {
        this.urgings = urgings;
        this.record = record;
        this.scopes = scopes;
        this.settings = settings;
        this.desk = desk;
    }

    /** @param before the id where the page before ended */
    @GetMapping
    String urgings(@RequestParam(required = false) Long before, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("page", record.page(actor, before, SIZE));
        model.addAttribute("before", before);
        model.addAttribute("scopes", scopes);
        return "urgings";
    }

    /** The preview: nothing has happened yet. */
    @GetMapping("/new")
    String preview(@ModelAttribute("request") UrgingRequest request, Actor actor, Model model) {
        return previewPage(request, "", UUID.randomUUID().toString(), actor, model);
    }

    @PostMapping
    String urge(@ModelAttribute("request") UrgingRequest request, @RequestParam(defaultValue = "") String sentence,
                @RequestParam(defaultValue = "") String key, Actor actor, Model model, HttpServletResponse response) {
        try {
            return "redirect:/urgings/" + urgings.start(request.scope(), sentence, key, actor);
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            return previewPage(request, sentence, UUID.randomUUID().toString(), actor, model);
        }
    }

    /**
     * One urging: how far it has come, and what became of each report.
     *
     * @param show  a {@link UrgingRecord.Filter}; anything else shows all
     * @param after the id where the page before ended
     */
    @GetMapping("/{id}")
    String urging(@PathVariable long id, @RequestParam(defaultValue = "") String show,
                  @RequestParam(required = false) Long after, Actor actor, Model model, HttpServletResponse response) {
        Urging urging = record.urging(id, actor);
        UrgingRecord.Filter filter = Arrays.stream(UrgingRecord.Filter.values()).filter(f -> f.name().equals(show))
                .findFirst().orElse(UrgingRecord.Filter.ALL);
        if (!urging.finished()) {
            response.setHeader("Refresh", SECONDS_TO_LOOK_AGAIN);
        }
        model.addAttribute("actor", actor);
        model.addAttribute("urging", urging);
        model.addAttribute("scopes", scopes);
        model.addAttribute("filter", filter);
        model.addAttribute("filters", UrgingRecord.Filter.values());
        model.addAttribute("after", after);
        model.addAttribute("page", record.targets(id, filter, after, SIZE, actor));
        return "urging";
    }

    private String previewPage(UrgingRequest request, String sentence, String key, Actor actor, Model model) {
        UrgingScope scope = request.scope();
        model.addAttribute("actor", actor);
        model.addAttribute("preview", urgings.preview(scope, actor));
        model.addAttribute("scope", scope);
        model.addAttribute("scopes", scopes);
        model.addAttribute("back", scope.filingId() == null ? "/" : "/filings/" + scope.filingId());
        model.addAttribute("rules", settings.of(scope.filingId() == null ? actor.area()
                : desk.filing(scope.filingId(), actor).filing().cityCode()));
        model.addAttribute("sentence", sentence);
        model.addAttribute("longest", Urgings.LONGEST_SENTENCE);
        model.addAttribute("key", key);
        return "urging-new";
    }
}
