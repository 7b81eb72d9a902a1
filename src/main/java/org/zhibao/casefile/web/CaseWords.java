package org.zhibao.casefile.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhibao.casefile.CaseEvent;
import org.zhibao.casefile.CaseKind;
import org.zhibao.web.Presentation;

/** The timeline of a case in the reader's language. */
@Component
class CaseWords {

    /**
     * One entry.
     *
     * @param number     its place in the whole timeline, from 1
     * @param time       when, as people write it
     * @param revision   the revision it is about; null if none
     * @param attachment the file it is about; null if none
     */
    record Entry(int number, Instant at, String time, CaseKind kind, String kindName, String title, String who,
                 List<Line> lines, Integer revision, Long attachment) {
    }

    /** One fact with its label. */
    record Line(String label, String value) {
    }

    /** Facts that the title or the entry itself tells. */
    private static final Set<String> TOLD = Set.of("name", "role", "arguments", "attachment", "element", "task",
            "job", "entry", "change", "finding", "type", "move");

    /** Facts whose values are words of programs, with the messages that translate them. */
    private static final Map<String, String> WORDS = Map.of("stage", "stage.", "outcome", "outcome.", "ending", "ending.",
            "suspension", "suspension.kind.", "urged", "case.urged.", "late", "case.", "canceled", "case.", "refused", "case.");

    private final MessageSource messages;
    private final Presentation show;
    private final ObjectMapper json;

    CaseWords(MessageSource messages, Presentation show, ObjectMapper json) {
        this.messages = messages;
        this.show = show;
        this.json = json;
    }

    /** All entries; {@code cells} says what the cells of the report are called. */
    List<Entry> entries(List<CaseEvent> timeline, UnaryOperator<String> cells, Locale locale) {
        List<Entry> entries = new ArrayList<>();
        timeline.forEach(event -> entries.add(entry(entries.size() + 1, event, cells, locale)));
        return entries;
    }

    /** What entries of a kind are called. */
    String kind(CaseKind kind, Locale locale) {
        return text("case.kind." + kind, kind.name(), locale);
    }

    private Entry entry(int number, CaseEvent event, UnaryOperator<String> cells, Locale locale) {
        List<Line> lines = event.facts().entrySet().stream().filter(f -> !TOLD.contains(f.getKey()))
                .map(f -> new Line(text("case.fact." + f.getKey(), f.getKey(), locale),
                        value(f.getKey(), f.getValue(), cells, locale))).toList();
        return new Entry(number, event.at(), show.second(event.at()), event.kind(), kind(event.kind(), locale),
                title(event, locale), who(event, locale), lines, (Integer) event.facts().get("revision"),
                (Long) event.facts().get("attachment"));
    }

    private String who(CaseEvent event, Locale locale) {
        Object role = event.facts().get("role");
        return role == null || event.who().isEmpty() ? event.who()
                : text("case.who", "{0} {1}", locale, event.who(), text("role." + role, role.toString(), locale));
    }

    private String title(CaseEvent event, Locale locale) {
        String what = event.what();
        Object name = event.facts().getOrDefault("name", "");
        return switch (event.kind()) {
            case DECISION -> text("action." + what, what, locale);
            case SUSPENSION -> text("suspension.act." + what, what, locale);
            case REVISION -> text("case.REVISION." + what, what, locale, event.facts().get("revision"));
            case NOTICE -> "URGING".equals(what) ? text("case.NOTICE.URGING", what, locale)
                    : text("notice." + what + ".title", what, locale, arguments(event));
            case ACTIVITY -> name.toString().isEmpty() ? text("case.ACTIVITY." + what, what, locale) : name.toString();
            case TRAIL -> text("trail.action." + what, what, locale);
            default -> text("case." + event.kind() + "." + what, what, locale, name);
        };
    }

    private String value(String fact, Object value, UnaryOperator<String> cells, Locale locale) {
        if (value instanceof Instant at) {
            return show.second(at);
        }
        if (value instanceof Number number) {
            return show.count(number.longValue());
        }
        String text = value.toString();
        String separator = text("case.separator", ", ", locale);
        if (fact.equals("cells")) {
            return Arrays.stream(text.split(",")).map(cells).collect(Collectors.joining(separator));
        }
        if (fact.equals("ways")) {
            return Arrays.stream(text.split(",")).map(way -> way.split(" ")).map(way ->
                    text("channel." + way[0], way[0], locale) + " " + text("case.delivery." + way[1], way[1], locale))
                    .collect(Collectors.joining(separator));
        }
        return WORDS.containsKey(fact) ? text(WORDS.get(fact) + text, text, locale) : text;
    }

    private Object[] arguments(CaseEvent event) {
        try {
            return json.readValue(event.facts().getOrDefault("arguments", "[]").toString(), String[].class);
        } catch (JsonProcessingException damaged) {
            return new Object[0];
        }
    }

    private String text(String key, String otherwise, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, otherwise, locale);
    }
}
