package org.zhibao.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.calendar.CalendarAdministration;
import org.zhibao.calendar.CalendarAdministration.DayEdit;
import org.zhibao.calendar.CalendarNotice;
import org.zhibao.calendar.DayKind;
import org.zhibao.calendar.ImportPreview;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** The calendar of a year, for administrators to change: day by day, or as a whole with a preview. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarAdminPages {

    private static final int MOST_KILOBYTES = 64;
    private static final String EXAMPLE =
            "{\"year\":2027,\"papers\":[\"…\"],\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}";

    private final CalendarPages pages;
    private final CalendarAdministration administration;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CalendarAdminPages(CalendarPages pages, CalendarAdministration administration, WorkingCalendar calendar,
                       Clock clock) {
        this.pages = pages;
        this.administration = administration;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String now() {
        return "redirect:/admin/calendar/" + LocalDate.now(clock).getYear();
    }

    /** @param day the day to edit, {@code 2026-10-08} */
    @GetMapping("/{year}")
    String year(@PathVariable int year, @RequestParam(required = false) String day, Actor actor, Locale locale,
                Model model) {
        requireAdministrator(actor);
        if (day != null) {
            LocalDate date = date(day);
            model.addAttribute("chosen", calendar.day(date));
            model.addAttribute("edit", calendar.day(date).announced().map(a -> new DayEdit(a.kind(), a.name(), "", ""))
                    .orElse(new DayEdit(null, "", "", "")));
        }
        return shown(year, actor, locale, model);
    }

    @PostMapping("/{year}/days")
    String edit(@PathVariable int year, @RequestParam String day, @RequestParam String kind,
                @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String noticeNo,
                @RequestParam(defaultValue = "") String reason, Actor actor, Locale locale, Model model,
                RedirectAttributes next, HttpServletResponse response) {
        requireAdministrator(actor);
        LocalDate date = date(day);
        DayEdit edit = new DayEdit(kind(kind), name, noticeNo, reason);
        try {
            next.addFlashAttribute("saved", administration.editDay(date, edit, actor).revision());
            return "redirect:/admin/calendar/" + year;
        } catch (Refusal refused) {
            refused(refused, model, response);
            model.addAttribute("chosen", calendar.day(date));
            model.addAttribute("edit", edit);
            return shown(year, actor, locale, model);
        }
    }

    @GetMapping("/{year}/import")
    String importForm(@PathVariable int year, Actor actor, Model model) {
        requireAdministrator(actor);
        return importPage(CalendarAdministration.known(year), "", "", actor, model);
    }

    @PostMapping("/{year}/preview")
    String preview(@PathVariable int year, @RequestParam(defaultValue = "") String text,
                   @RequestParam(defaultValue = "") String noticeNo,
                   @RequestParam(required = false) MultipartFile file, Actor actor, Model model,
                   HttpServletResponse response) throws IOException {
        requireAdministrator(actor);
        String content = text;
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > MOST_KILOBYTES * 1024L) {
                refused(Refusal.field("file", "calendar.import.too-big", MOST_KILOBYTES), model, response);
                return importPage(year, text, noticeNo, actor, model);
            }
            content = new String(file.getBytes(), StandardCharsets.UTF_8);
        }
        ImportPreview preview = administration.preview(year, content, noticeNo, actor);
        if (!preview.acceptable()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("preview", preview);
        return importPage(year, content, noticeNo, actor, model);
    }

    @PostMapping("/{year}/import")
    String confirm(@PathVariable int year, @RequestParam String text, @RequestParam(defaultValue = "") String noticeNo,
                   @RequestParam int baseRevision, Actor actor, Model model, RedirectAttributes next,
                   HttpServletResponse response) {
        requireAdministrator(actor);
        try {
            CalendarNotice added = administration.importYear(year, text, noticeNo, baseRevision, actor);
            next.addFlashAttribute("saved", added.revision());
            return "redirect:/admin/calendar/" + year;
        } catch (Refusal refused) {
            refused(refused, model, response);
            return importPage(year, text, noticeNo, actor, model);
        }
    }

    private String shown(int year, Actor actor, Locale locale, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("editing", true);
        pages.show(year, locale, model);
        return "calendar";
    }

    private static String importPage(int year, String text, String noticeNo, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("year", year);
        model.addAttribute("text", text);
        model.addAttribute("noticeNo", noticeNo);
        model.addAttribute("example", EXAMPLE);
        return "calendar-import";
    }

    private static void refused(Refusal refused, Model model, HttpServletResponse response) {
        response.setStatus(RefusalTexts.status(refused.kind()).value());
        model.addAttribute("refused", refused);
    }

    private static LocalDate date(String day) {
        try {
            LocalDate date = LocalDate.parse(day);
            CalendarAdministration.known(date.getYear());
            return date;
        } catch (DateTimeParseException notADate) {
            throw Refusal.field("day", "calendar.edit.bad-day");
        }
    }

    private static DayKind kind(String kind) {
        return "OFF".equals(kind) ? DayKind.OFF : "WORK".equals(kind) ? DayKind.WORK : null;
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("calendar.administrators-only");
        }
    }
}
