package org.zhibao.operation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.clock.ClockTexts;
import org.zhibao.filing.Stage;
import org.zhibao.operation.ClockAction;
import org.zhibao.operation.ClockConsole;
import org.zhibao.operation.ClockQuery;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;
import org.zhibao.web.RefusalTexts;

/** The clocks console (时钟): the list with its filters, one failure, and actions with their confirmation. */
@Controller
@RequestMapping("/admin/clocks")
class ClockPages {

    private final ClockConsole console;
    private final Registry registry;
    private final RefusalTexts texts;

    ClockPages(ClockConsole console, Registry registry, RefusalTexts texts) {
        this.console = console;
        this.registry = registry;
        this.texts = texts;
    }

    @GetMapping
    String list(ClockFilter filter, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("filter", filter);
        model.addAttribute("page", console.page(filter.query(), actor));
        model.addAttribute("summary", console.summary(actor));
        model.addAttribute("processes", console.processes(actor));
        model.addAttribute("kinds", ClockQuery.Kind.values());
        model.addAttribute("dues", ClockQuery.Due.values());
        model.addAttribute("states", ClockQuery.State.values());
        model.addAttribute("stages", EnumSet.range(Stage.FILL_IN, Stage.PROVINCE_FEEDBACK));
        model.addAttribute("cities", registry.cities());
        model.addAttribute("actions", ClockAction.values());
        model.addAttribute("administrator", actor.administersPlatform());
        return "clocks";
    }

    @GetMapping("/{id}")
    String failure(@PathVariable String id, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("failure", console.failure(id, actor));
        return "clock-failure";
    }

    /** @param ids those chosen; {@code all} for all that the filter finds instead */
    @PostMapping("/confirm")
    String confirm(@RequestParam(required = false) String action, @RequestParam(defaultValue = "") List<String> ids,
                   @RequestParam(defaultValue = "false") boolean all, ClockFilter filter, Actor actor, Model model,
                   HttpServletResponse response) {
        try {
            return confirm(action(action), ids, all ? filter.query() : null, filter, actor, model);
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            return list(filter, actor, model);
        }
    }

    private String confirm(ClockAction action, List<String> ids, ClockQuery all, ClockFilter filter, Actor actor,
                           Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("action", action);
        model.addAttribute("filter", filter);
        model.addAttribute("rows", console.chosen(action, ids, all, actor));
        model.addAttribute("shortest", ClockTexts.SHORTEST_REASON);
        model.addAttribute("longest", ClockTexts.LONGEST_REASON);
        return "clock-confirm";
    }

    /** @param fields {@code reason}, and {@code day} for a re-dating */
    @PostMapping("/actions")
    String act(@RequestParam(required = false) String action, @RequestParam(defaultValue = "") List<String> ids,
               @RequestParam Map<String, String> fields, ClockFilter filter, Actor actor, Model model,
               Locale locale, RedirectAttributes next, HttpServletResponse response) {
        try {
            ClockConsole.Result result = console.act(action(action), ids, day(fields.get("day")),
                    fields.get("reason"), actor);
            next.addFlashAttribute("result", result.action().name());
            next.addFlashAttribute("done", result.done());
            next.addFlashAttribute("left", new ArrayList<>(result.left().stream()
                    .map(l -> texts.of(new Refusal.Text("operation.clock.left", l.name(), l.why()), locale)).toList()));
            return "redirect:" + filter.address(filter.page());
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            model.addAttribute("fields", fields);
            return confirm(action(action), ids, null, filter, actor, model);
        }
    }

    private static ClockAction action(String name) {
        return Arrays.stream(ClockAction.values()).filter(a -> a.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.field("action", "operation.clock.action"));
    }

    private static LocalDate day(String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeException noDate) {
            throw Refusal.field("day", "clock.extension.day");
        }
    }
}
