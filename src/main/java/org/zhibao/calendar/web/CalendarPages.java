package org.zhibao.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhibao.account.Actor;
import org.zhibao.calendar.CalendarAdministration;
import org.zhibao.calendar.WorkingCalendar;

/** The calendar of a year, for everyone to read. */
@Controller
class CalendarPages {

    private final WorkingCalendar calendar;
    private final CalendarAdministration administration;
    private final CalendarTexts texts;
    private final Clock clock;

    CalendarPages(WorkingCalendar calendar, CalendarAdministration administration, CalendarTexts texts, Clock clock) {
        this.calendar = calendar;
        this.administration = administration;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String now() {
        return "redirect:/calendar/" + LocalDate.now(clock).getYear();
    }

    @GetMapping("/calendar/{year}")
    String year(@PathVariable int year, Actor actor, Locale locale, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("editing", false);
        show(year, locale, model);
        return "calendar";
    }

    /** Adds all that both pages of a year show. */
    void show(int year, Locale locale, Model model) {
        model.addAttribute("notice", administration.notice(year).orElse(null));
        model.addAttribute("view", YearView.of(year, calendar.days(), LocalDate.now(clock),
                name -> texts.holiday(name, locale)));
        model.addAttribute("history", administration.history(year));
        model.addAttribute("firstYear", WorkingCalendar.FIRST_YEAR);
        model.addAttribute("lastYear", WorkingCalendar.LAST_YEAR);
    }
}
