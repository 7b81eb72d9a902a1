package org.zhibao.casefile.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhibao.casefile.CaseHistory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.web.Presentation;

/** Cases as the audit pages show them, in the reader's language. */
@Component
class CaseViews {

    /** One line of a list; {@code state} is the status in words, {@code running} whether anything is still to come. */
    record Line(long id, String period, String quarter, String orgCode, String unitName, String city, String county,
                String status, String state, boolean running, boolean overdue, boolean late, int revision, String due,
                String submitted, String holder) {
    }

    /** One run of the case's process. */
    record RunView(String id, int version, String started, String ended, String ending, List<VisitView> visits) {
    }

    /** How often and how long the run was at one element of the diagram. */
    record VisitView(String element, String name, int times, boolean open, String first, String last, String lasted) {
    }

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Registry registry;
    private final MessageSource messages;
    private final Presentation show;

    CaseViews(Registry registry, MessageSource messages, Presentation show) {
        this.registry = registry;
        this.messages = messages;
        this.show = show;
    }

    Line line(FilingSummary f, Locale locale) {
        return new Line(f.id(), f.period(), quarter(f.period(), locale), f.orgCode(), f.unitName(), area(f.cityCode()),
                area(f.countyCode()), f.status().name(), text("status." + f.status(), locale),
                !f.stage().finished(), f.overdue(), f.late(), f.revision(), show.minute(f.dueAt()),
                show.minute(f.submittedAt()), f.claimedByName() == null ? "" : f.claimedByName());
    }

    RunView run(CaseHistory.Run run, Locale locale) {
        return new RunView(run.id(), run.version(), show.second(run.started()), show.second(run.ended()), run.ending(),
                run.visits().stream().map(v -> new VisitView(v.element(), v.name(), v.times(), v.open(),
                        show.second(v.first()), v.open() ? "" : show.second(v.last()), lasted(v.seconds(), locale)))
                        .toList());
    }

    /** {@code 2026年第3季度} */
    String quarter(String period, Locale locale) {
        Quarter quarter = Quarter.parse(period);
        return text("ui.period", locale, String.valueOf(quarter.year()), String.valueOf(quarter.number()));
    }

    /** The name of an area; its code if it has none. */
    String area(String code) {
        return registry.findRegion(code).map(Region::name).orElse(code);
    }

    /** Seconds as people say them: the two largest units. */
    String lasted(long seconds, Locale locale) {
        if (seconds >= DAY) {
            return text("case.lasted.days", locale, seconds / DAY, seconds % DAY / HOUR);
        }
        return seconds >= HOUR ? text("case.lasted.hours", locale, seconds / HOUR, seconds % HOUR / MINUTE)
                : text("case.lasted.minutes", locale, seconds / MINUTE, seconds % MINUTE);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
