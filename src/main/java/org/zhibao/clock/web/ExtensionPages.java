package org.zhibao.clock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.clock.ClockTexts;
import org.zhibao.clock.DueChange;
import org.zhibao.clock.ExtensionList;
import org.zhibao.clock.ExtensionRequest;
import org.zhibao.clock.ExtensionRights;
import org.zhibao.clock.Extensions;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.Stage;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Extensions (延期): the list, the form with its preview, and granting. */
@Controller
class ExtensionPages {

    private static final int PAGE_SIZE = 20;

    private final Extensions extensions;
    private final ExtensionList list;
    private final FilingDesk desk;
    private final Periods periods;
    private final AreaChoices areas;

    ExtensionPages(Extensions extensions, ExtensionList list, FilingDesk desk, Periods periods, AreaChoices areas) {
        this.extensions = extensions;
        this.list = list;
        this.desk = desk;
        this.periods = periods;
        this.areas = areas;
    }

    @GetMapping("/extensions")
    String list(@RequestParam(required = false) Long before, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("page", list.page(before, PAGE_SIZE, actor));
        model.addAttribute("before", before);
        model.addAttribute("mayGrant", !ExtensionRights.stages(actor).isEmpty());
        return "extensions";
    }

    /** @param fields {@code filing}, or {@code period}, {@code stage}, {@code area} to begin with */
    @GetMapping("/extensions/new")
    String form(@RequestParam Map<String, String> fields, Actor actor, Model model) {
        if (ExtensionRights.stages(actor).isEmpty()) {
            throw Refusal.forbidden("clock.extension.not-your-role");
        }
        return form(fields, filingId(fields), actor, model);
    }

    /** @param fields {@code filing}, or {@code period}, {@code stage}, {@code area}; and {@code day}, {@code reason} */
    @PostMapping("/extensions/preview")
    String preview(@RequestParam Map<String, String> fields, Actor actor, Model model,
                   HttpServletResponse response) {
        try {
            ExtensionRequest request = request(fields);
            ClockTexts.reason(request.reason());
            model.addAttribute("plan", extensions.plan(request, actor));
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
        }
        return form(fields, filingId(fields), actor, model);
    }

    /** @param fields as for the preview */
    @PostMapping("/extensions")
    String grant(@RequestParam Map<String, String> fields, Actor actor, Model model, RedirectAttributes next,
                 HttpServletResponse response) {
        try {
            DueChange granted = extensions.grant(request(fields), actor);
            next.addFlashAttribute("saved", true);
            return granted.filingId() == null ? "redirect:/extensions" : "redirect:/filings/" + granted.filingId();
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            return form(fields, filingId(fields), actor, model);
        }
    }

    private String form(Map<String, String> fields, Long filingId, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("fields", fields);
        model.addAttribute("filing", filingId == null ? null : desk.filing(filingId, actor).filing());
        model.addAttribute("stages", ExtensionRights.stages(actor).stream().sorted().toList());
        model.addAttribute("periods", periods.all().stream().filter(p -> p.state() == PeriodState.OPEN).toList());
        model.addAttribute("areas", areas.of(actor));
        model.addAttribute("shortest", ClockTexts.SHORTEST_REASON);
        model.addAttribute("longest", ClockTexts.LONGEST_REASON);
        return "extension";
    }

    private static ExtensionRequest request(Map<String, String> fields) {
        return new ExtensionRequest(filingId(fields), fields.get("period"), Arrays.stream(Stage.values())
                .filter(s -> s.name().equals(fields.get("stage"))).findFirst().orElse(null), fields.get("area"),
                day(fields.get("day")), fields.get("reason"));
    }

    private static LocalDate day(String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeException noDate) {
            throw Refusal.field("day", "clock.extension.day");
        }
    }

    private static Long filingId(Map<String, String> fields) {
        String written = fields.get("filing");
        try {
            return written == null || written.isBlank() ? null : Long.valueOf(written);
        } catch (NumberFormatException noId) {
            throw Refusal.notFound("filing.unknown", written.length() > 20 ? "…" : written);
        }
    }
}
