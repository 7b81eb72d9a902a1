package org.zhibao.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.notice.QuietHours;
import org.zhibao.notice.ReminderRules;
import org.zhibao.notice.ReminderSettings;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** The rules of reminding and urging: province and cities set theirs. */
@Controller
@RequestMapping("/reminders")
class ReminderPages {

    private static final List<Integer> OFFERED_DAYS = List.of(7, 5, 3, 2, 1, 0);

    private final ReminderSettings settings;

    ReminderPages(ReminderSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    String rules(Actor actor, Model model) {
        requireRole(actor);
        return page(Map.of(), actor, model);
    }

    /** @param fields see {@link ReminderRules} */
    @PostMapping
    String set(@RequestParam MultiValueMap<String, String> fields, Actor actor, Model model,
               HttpServletResponse response, RedirectAttributes next) {
        requireRole(actor);
        try {
            settings.set(rules(fields), actor);
            next.addFlashAttribute("saved", "reminder.saved");
            return "redirect:/reminders";
        } catch (Refusal refused) {
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            return page(fields.toSingleValueMap(), actor, model);
        }
    }

    @PostMapping("/reset")
    String reset(Actor actor, RedirectAttributes next) {
        settings.reset(actor);
        next.addFlashAttribute("saved", "reminder.was-reset");
        return "redirect:/reminders";
    }

    private String page(Map<String, String> fields, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("own", settings.own(actor.area()).orElse(null));
        model.addAttribute("provinceHasOwn", settings.own(ReminderSettings.PROVINCE).isPresent());
        model.addAttribute("rules", settings.of(actor.area()));
        model.addAttribute("cities", settings.citiesWithOwn());
        model.addAttribute("days", OFFERED_DAYS);
        model.addAttribute("fields", fields);
        return "reminders";
    }

    private static ReminderRules rules(MultiValueMap<String, String> fields) {
        TreeSet<Integer> days = new TreeSet<>();
        fields.getOrDefault("daysBefore", List.of()).forEach(day -> days.add(number("daysBefore", day)));
        return new ReminderRules(fields.containsKey("enabled"), days, number(fields, "overdueEvery"),
                new QuietHours(time(fields, "quietFrom"), time(fields, "quietTo")), number(fields, "urgePerDay"),
                number(fields, "urgePerWeek"));
    }

    private static int number(MultiValueMap<String, String> fields, String field) {
        return number(field, fields.getFirst(field));
    }

    private static int number(String field, String written) {
        try {
            return Integer.parseInt(written == null ? "" : written.strip());
        } catch (NumberFormatException notANumber) {
            throw Refusal.field(field, "reminder.bad-number");
        }
    }

    private static LocalTime time(MultiValueMap<String, String> fields, String field) {
        try {
            return LocalTime.parse(fields.getFirst(field) == null ? "" : fields.getFirst(field).strip()).withNano(0);
        } catch (DateTimeParseException notATime) {
            throw Refusal.field(field, "reminder.bad-time");
        }
    }

    private static void requireRole(Actor actor) {
        if (actor.role() != Role.PROVINCE && actor.role() != Role.CITY) {
            throw Refusal.forbidden("reminder.not-your-role");
        }
    }
}
