package org.zhibao.calendar.web;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhibao.calendar.CalendarDay;
import org.zhibao.calendar.HolidayNames;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Days and holidays in the reader's language; templates know it as {@code @calendarTexts}. */
@Component("calendarTexts")
public class CalendarTexts {

    private final RefusalTexts texts;

    CalendarTexts(RefusalTexts texts) {
        this.texts = texts;
    }

    /** The name of a holiday. */
    public String holiday(String name, Locale locale) {
        return HolidayNames.text(name) instanceof Refusal.Text text ? texts.of(text, locale) : name;
    }

    /** What a day is: {@code 国庆节 放假}. */
    public String day(CalendarDay day, Locale locale) {
        String why = texts.of("calendar.why." + day.why(), locale);
        return day.name() == null ? why : holiday(day.name(), locale) + " · " + why;
    }

    /** {@code 2026-10-08（周四）} */
    public String dated(LocalDate date, Locale locale) {
        return texts.of(new Refusal.Text("calendar.dated", date.toString(),
                new Refusal.Text("calendar.weekday." + date.getDayOfWeek().getValue())), locale);
    }

    /** {@code 2026年10月} */
    public String month(LocalDate date, Locale locale) {
        return texts.of("calendar.year-month", locale, String.valueOf(date.getYear()), date.getMonthValue());
    }

    /** Any text made of a message and arguments. */
    public String of(Refusal.Text text, Locale locale) {
        return texts.of(text, locale);
    }
}
