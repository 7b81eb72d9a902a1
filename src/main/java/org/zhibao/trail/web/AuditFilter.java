package org.zhibao.trail.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditEntry.Outcome;
import org.zhibao.audit.AuditQuery;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.Presentation;

/**
 * What is filled in above the list, as it was typed; an empty field matches everything.
 *
 * @param from  first day, {@code until} last day, as {@code 2026-10-08}
 * @param after id of the last row of the page before
 */
record AuditFilter(String from, String until, String person, String action, String unit, String period,
                   String subject, String area, String outcome, String address, String after) {

    static final AuditFilter NONE = new AuditFilter(null, null, null, null, null, null, null, null, null, null, null);

    private static final int LONGEST = 100;

    /** As a query within the actor's area; refused with 422 if a field cannot be meant. */
    AuditQuery query(Actor actor) {
        LocalDate last = day("until", until);
        return new AuditQuery(actor.area(), begin(day("from", from)), begin(last == null ? null : last.plusDays(1)),
                text("person", person), code("action", action, "[A-Z_]{1,40}"),
                code("unit", unit == null ? null : unit.replace("-", ""), "[0-9A-Z]{9}"),
                code("period", period, "\\d{4}Q[1-4]"), text("subject", subject), code("area", area, "\\d{6}"),
                outcome == null || outcome.isBlank() ? null : Outcome.valueOf(code("outcome", outcome, "DONE|REFUSED")),
                text("address", address), after == null || after.isBlank() ? null
                        : Long.valueOf(code("after", after, "\\d{1,18}")));
    }

    private static Instant begin(LocalDate day) {
        return day == null ? null : day.atStartOfDay(Presentation.ZONE).toInstant();
    }

    private static LocalDate day(String field, String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw Refusal.field(field, "trail.bad-day");
        }
    }

    private static String code(String field, String text, String pattern) {
        String code = text == null || text.isBlank() ? null : text.strip().toUpperCase(Locale.ROOT);
        if (code != null && !code.matches(pattern)) {
            throw Refusal.field(field, "trail.bad-" + field);
        }
        return code;
    }

    private static String text(String field, String text) {
        if (text != null && text.length() > LONGEST) {
            throw Refusal.field(field, "trail.too-long", LONGEST);
        }
        return text == null || text.isBlank() ? null : text.strip();
    }
}
