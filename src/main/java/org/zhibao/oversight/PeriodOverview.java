package org.zhibao.oversight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.registry.GroupCompanies;

/** How a period stands area by area, and what the ministry asked about it; everyone sees only its own area. */
@Service
@Transactional(readOnly = true)
public class PeriodOverview {

    /**
     * The filings of an area by where they stand; suspended units do not count among all.
     *
     * @param area        a city; for a city or county the counties in it
     * @param all         all that have to report: without the suspended
     * @param enterprise  with the enterprises
     * @param city        with the city
     * @param province    with the province
     * @param passed      accepted, reported or archived
     * @param suspended   suspended
     * @param notFiled    not filed when the period closed
     * @param overdue     overdue at their stage
     */
    public record AreaCount(String area, long all, long enterprise, long city, long province, long passed,
                            long suspended, long notFiled, long overdue) {
    }

    /** A question of the ministry about a report (W26). */
    public record Feedback(long filingId, String unitName, String orgCode, String reason, Instant at, Instant due,
                           String status) {
    }

    private static final String COUNTS = "sum(case when f.stage = 'SUSPENDED' then 0 else 1 end) n, "
            + "sum(case when f.stage in ('FILL_IN', 'RECTIFY') then 1 else 0 end) enterprise, "
            + "sum(case when f.stage in ('CITY_REVIEW', 'CITY_FEEDBACK') then 1 else 0 end) city, "
            + "sum(case when f.stage in ('PROVINCE_REVIEW', 'PROVINCE_FEEDBACK') then 1 else 0 end) province, "
            + "sum(case when f.stage in ('ACCEPTED', 'REPORTED', 'ARCHIVED') then 1 else 0 end) passed, "
            + "sum(case when f.stage = 'SUSPENDED' then 1 else 0 end) suspended, "
            + "sum(case when f.stage = 'CLOSED' then 1 else 0 end) not_filed, "
            + "sum(case when f.overdue then 1 else 0 end) overdue";

    private final JdbcClient jdbc;

    PeriodOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row for each area below the reader's own; none for an enterprise. */
    public List<AreaCount> areas(String period, Actor actor) {
        if (actor.role() == Role.ENTERPRISE) {
            return List.of();
        }
        boolean local = actor.sight() == Role.CITY || actor.sight() == Role.COUNTY;
        String column = local ? "f.county_code" : "f.city_code";
        return jdbc.sql("select " + column + " area, " + COUNTS + " from filing f where f.period = :period and "
                        + own(actor) + " group by " + column + " order by " + column)
                .param("period", period).param("own", actor.own())
                .query((row, n) -> new AreaCount(row.getString("area"), row.getLong("n"), row.getLong("enterprise"),
                        row.getLong("city"), row.getLong("province"), row.getLong("passed"),
                        row.getLong("suspended"), row.getLong("not_filed"), row.getLong("overdue"))).list();
    }

    /** The latest questions of the ministry. */
    public List<Feedback> feedback(String period, Actor actor, int limit) {
        return jdbc.sql("select f.id, f.unit_name, f.org_code, f.status, c.reason, c.at, c.due_at "
                        + FEEDBACK + own(actor) + " order by c.id desc limit " + limit)
                .param("period", period).param("own", actor.own())
                .query((row, n) -> new Feedback(row.getLong("id"), row.getString("unit_name"),
                        row.getString("org_code"), row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("status"))).list();
    }

    /** How many questions the ministry asked. */
    public int feedbackCount(String period, Actor actor) {
        return jdbc.sql("select count(*) " + FEEDBACK + own(actor)).param("period", period).param("own", actor.own())
                .query(Integer.class).single();
    }

    private static final String FEEDBACK = "from filing_correspondence c join filing f on f.id = c.filing_id "
            + "where c.action = 'MINISTRY_FEEDBACK' and f.period = :period and ";

    private static String own(Actor actor) {
        return switch (actor.sight()) {
            case CITY -> "f.city_code = :own";
            case COUNTY -> "f.county_code = :own";
            case GROUP -> "f.org_code in " + GroupCompanies.UNITS;
            case ENTERPRISE, SECURITY -> "1 = 0 and f.city_code = :own";
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> "(1 = 1 or f.city_code = :own)";
        };
    }
}
