package org.zhibao.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
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
    /** How the rows of who acted name everybody together. */
    private static final String ANYBODY = "";
    private static final String EVERYTHING = " where 1 = 1";
    private static final String ACTORS = " from filing_actor a";
    private static final String ID = "f.id";
    private static final String ID_OF_ACTORS = "(select g.id from filing g where g.org_code = a.org_code "
            + "and g.period = a.period)";
    /** Whether something happened to a case on the days asked for; to be filled in with its id, and with who did it. */
    private static final String BETWEEN = "exists (select 1 from filing_correspondence c where c.filing_id = %1$s "
            + "and c.at >= :from and c.at < :until%2$s) or exists (select 1 from filing_revision r "
            + "where r.filing_id = %1$s and r.received_at >= :from and r.received_at < :until%3$s)";

    private CaseConditions() {
    }

    /** A statement but for what it selects: its tables, the one that gives the order first, and its conditions. */
    record Asked(String tables, FilingConditions where) {

        String sql() {
            return tables + where.sql();
        }
    }

    /** The cases that the query asks for; its page does not count. */
    static Asked cases(CaseQuery query, Actor actor) {
        FilingConditions all = FilingConditions.areaOf(actor).and(new WorklistQuery(query.period(), query.area(),
                query.status(), null, query.text(), null, WorklistQuery.USUAL));
        if (query.course() != null) {
            all = all.and("f.stage " + (query.course() == CaseQuery.Course.FINISHED ? "in " : "not in ") + FINISHED);
        }
        return query.aboutActs() ? new Asked(ACTORS + " join filing f on f.org_code = a.org_code and f.period = a.period",
                acted(all, query, ID)) : new Asked(" from filing f", all);
    }

    /** The same, to be counted: H2 takes five times as long if it looks up filings of which nothing is asked. */
    static Asked count(CaseQuery query, Actor actor) {
        Asked cases = cases(query, actor);
        boolean onlyActs = query.aboutActs() && FilingConditions.areaOf(actor).sql().equals(EVERYTHING)
                && !given(query.area()) && !given(query.text()) && query.status() == null && query.course() == null;
        return onlyActs ? new Asked(ACTORS, acted(new FilingConditions(EVERYTHING, Map.of()), query, ID_OF_ACTORS)) : cases;
    }

    /** The order of pages, in the words of the index that gives it: H2 wants its first column too, though it is one value. */
    static String order(CaseQuery query) {
        return query.aboutActs() ? " order by a.person, a.period desc, a.org_code" : " order by f.period desc, f.org_code";
    }

    /** Only what comes after {@code query.after()}, such as {@code 2026Q3.183810013}. */
    static FilingConditions after(FilingConditions where, CaseQuery query) {
        if (!query.after().matches("20\\d{2}Q[1-4]\\.[0-9A-Z]{9}")) {
            throw Refusal.field("after", "worklist.after");
        }
        String row = query.aboutActs() ? "a" : "f";
        return where.and("(%1$s.period < :lastPeriod or %1$s.period = :lastPeriod and %1$s.org_code > :lastUnit)"
                        .formatted(row))
                .with("lastPeriod", query.after().substring(0, 6)).with("lastUnit", query.after().substring(7));
    }

    /**
     * By the rows {@code a} of who acted, first and last; only a case that began before the days asked for and went on
     * after them has to be looked at letter by letter. Reports taken over from elsewhere have no letters; who sent them is
     * on their revisions.
     *
     * @param id how the statement knows the id of a case; PostgreSQL plans pages badly with anything but {@code f.id}
     */
    private static FilingConditions acted(FilingConditions where, CaseQuery query, String id) {
        requireDays(query);
        String person = query.person() == null ? ANYBODY : query.person().strip();
        if (person.length() > LONGEST_NAME || person.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field("person", "case.person");
        }
        FilingConditions all = where.and("a.person = :person", "person", person);
        if (given(query.period())) {
            all = all.and("a.period = :period", "period", query.period());
        }
        if (query.from() != null) {
            all = all.and("a.last_at >= :from", "from", midnight(query.from()));
        }
        if (query.until() != null) {
            all = all.and("a.first_at < :until", "until", midnight(query.until().plusDays(1)));
        }
        return query.from() == null || query.until() == null ? all
                : all.and("(a.first_at >= :from or a.last_at < :until or " + (person.equals(ANYBODY)
                        ? BETWEEN.formatted(id, "", "") : BETWEEN.formatted(id,
                        " and (c.user_id = :person or c.user_name = :person)", " and r.submitted_by = :person")) + ")");
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
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
