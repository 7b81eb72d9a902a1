package org.zhibao.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.zhibao.account.Actor;
import org.zhibao.filing.Stage;
import org.zhibao.oversight.FilingConditions;
import org.zhibao.oversight.WorklistQuery;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.Presentation;

/** Which filings a question about cases is about. */
final class CaseConditions {

    private static final String FINISHED = Arrays.stream(Stage.values()).filter(Stage::finished)
            .map(stage -> "'" + stage + "'").collect(Collectors.joining(", ", "(", ")"));
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);
    private static final int LONGEST_NAME = 100;

    private CaseConditions() {
    }

    /** Everything the query asks for but its page. */
    static FilingConditions of(CaseQuery query, Actor actor) {
        FilingConditions all = FilingConditions.areaOf(actor).and(new WorklistQuery(query.period(), query.area(),
                query.status(), null, query.text(), null, WorklistQuery.USUAL));
        if (query.course() != null) {
            all = all.and("f.stage " + (query.course() == CaseQuery.Course.FINISHED ? "in " : "not in ") + FINISHED);
        }
        boolean somebody = query.person() != null && !query.person().isBlank();
        return somebody || query.from() != null || query.until() != null ? acted(all, query, somebody) : all;
    }

    /** Only what comes after a cursor such as {@code 2026Q3.183810013}. */
    static FilingConditions after(FilingConditions where, String cursor) {
        if (!cursor.matches("20\\d{2}Q[1-4]\\.[0-9A-Z]{9}")) {
            throw Refusal.field("after", "worklist.after");
        }
        return where.and("(f.period < :lastPeriod or f.period = :lastPeriod and f.org_code > :lastUnit)")
                .with("lastPeriod", cursor.substring(0, 6)).with("lastUnit", cursor.substring(7));
    }

    /** Reports taken over from elsewhere have no letters; who sent them is on their revisions. */
    private static FilingConditions acted(FilingConditions where, CaseQuery query, boolean somebody) {
        requireDays(query);
        String letter = "";
        String revision = "";
        FilingConditions all = where;
        if (somebody) {
            String person = query.person().strip();
            if (person.length() > LONGEST_NAME || person.chars().anyMatch(Character::isISOControl)) {
                throw Refusal.field("person", "case.person");
            }
            letter = " and c.user_id = :person";
            revision = " and r.submitted_by = :person";
            all = all.with("person", person);
        }
        if (query.from() != null) {
            letter += " and c.at >= :from";
            revision += " and r.received_at >= :from";
            all = all.with("from", midnight(query.from()));
        }
        if (query.until() != null) {
            letter += " and c.at < :until";
            revision += " and r.received_at < :until";
            all = all.with("until", midnight(query.until().plusDays(1)));
        }
        String letters = "select c.filing_id from filing_correspondence c where 1 = 1" + letter;
        String named = somebody ? " union " + letters.replace("c.user_id", "c.user_name") : "";
        // as a table of its own: H2 would ask a bare union anew for every filing
        return all.and("f.id in (select x.filing_id from (" + letters + named
                + " union select r.filing_id from filing_revision r where 1 = 1" + revision + ") x)");
    }

    private static void requireDays(CaseQuery query) {
        requireKnown("from", query.from());
        requireKnown("until", query.until());
        if (query.from() != null && query.until() != null && query.from().isAfter(query.until())) {
            throw Refusal.field("until", "case.days");
        }
    }

    private static void requireKnown(String field, LocalDate day) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            throw Refusal.field(field, "case.day");
        }
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(Presentation.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}
