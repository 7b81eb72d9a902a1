package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.Stage;
import org.zhibao.oversight.FilingConditions;

/** The tables of urging, and which filings an urging is about. */
@Repository
class UrgingStore {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final String COUNTS = "select u.*, "
            + "(select count(*) from urging_target t where t.urging_id = u.id) looked, "
            + "(select count(*) from urging_target t where t.urging_id = u.id and t.outcome = 'URGED') urged, "
            + "(select count(*) from urging_target t where t.urging_id = u.id and t.outcome = 'CAPPED') capped, "
            + "(select count(*) from urging_target t where t.urging_id = u.id and t.outcome = 'NO_ACCOUNT') no_account "
            + "from urging u";
    /** How often a level urged each unit today and within seven days. */
    private static final String URGED_UNITS = " left join (select org_code, "
            + "sum(case when at >= :midnight then 1 else 0 end) today, count(*) week from urging_target "
            + "where level = :level and at >= :week and outcome = 'URGED' and stage in ('FILL_IN', 'RECTIFY') "
            + "group by org_code) u on u.org_code = f.org_code";

    /** How often somebody was urged. */
    record Urged(long today, long week) {

        static final Urged NEVER = new Urged(0, 0);

        boolean enough(ReminderRules rules) {
            return today >= rules.urgePerDay() || week >= rules.urgePerWeek();
        }
    }

    /** A filing and how often its unit was urged. */
    record Candidate(FilingRow filing, Urged urged) {
    }

    /** Filings of one city at one stage whose unit was urged as often. */
    record Group(String city, Stage stage, Urged urged, long filings) {
    }

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    UrgingStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Everything the scope finds in the actor's area. */
    List<Group> groups(UrgingScope scope, Actor actor, Instant now) {
        FilingConditions where = conditions(scope, actor);
        return jdbc.sql("select f.city_code, f.stage, coalesce(u.today, 0) today, coalesce(u.week, 0) week, count(*) n "
                        + "from filing f" + URGED_UNITS + where.sql() + " group by f.city_code, f.stage, "
                        + "coalesce(u.today, 0), coalesce(u.week, 0)").params(where.parameters())
                .params(since(actor.role(), now)).query((row, n) -> new Group(row.getString("city_code"),
                        Stage.valueOf(row.getString("stage")), new Urged(row.getLong("today"), row.getLong("week")),
                        row.getLong("n"))).list();
    }

    /** The next filings of the scope at some stages, in the order of their ids. */
    List<Candidate> next(UrgingScope scope, Actor actor, List<Stage> stages, long after, int limit, Instant now) {
        FilingConditions where = conditions(scope, actor).and("f.id > :afterId", "afterId", after)
                .and("f.stage in (:stages)", "stages", stages.stream().map(Stage::name).toList());
        return jdbc.sql("select " + FilingRow.COLUMNS + ", coalesce(u.today, 0) today, coalesce(u.week, 0) week "
                        + "from filing f" + URGED_UNITS + where.sql() + " order by f.id limit " + limit)
                .params(where.parameters()).params(since(actor.role(), now))
                .query((row, n) -> new Candidate(FilingRow.read(row),
                        new Urged(row.getLong("today"), row.getLong("week")))).list();
    }

    /** How often the province urged the reviewers of each city, this urging apart. */
    Map<String, Urged> urgedCities(long exceptUrging, Instant now) {
        Map<String, Urged> cities = new HashMap<>();
        jdbc.sql("select city_code, count(distinct case when at >= :midnight then urging_id end) today, "
                        + "count(distinct urging_id) week from urging_target where level = :level and at >= :week "
                        + "and outcome = 'URGED' and stage in ('CITY_REVIEW', 'CITY_FEEDBACK') and urging_id <> :except "
                        + "group by city_code").params(since(Role.PROVINCE, now)).param("except", exceptUrging)
                .query((row, n) -> cities.put(row.getString("city_code"),
                        new Urged(row.getLong("today"), row.getLong("week")))).list();
        return cities;
    }

    Optional<Long> withKey(String requestKey) {
        return jdbc.sql("select id from urging where request_key = ?").param(requestKey).query(Long.class).optional();
    }

    long add(UrgingScope scope, String sentence, String requestKey, UrgingPreview preview, Actor actor, Instant now) {
        MapSqlParameterSource row = new MapSqlParameterSource("key", requestKey)
                .addValue("user", actor.userId()).addValue("name", actor.name())
                .addValue("level", actor.role().name()).addValue("area", actor.area())
                .addValue("filing", scope.filingId(), Types.BIGINT).addValue("period", scope.period(), Types.VARCHAR)
                .addValue("filterArea", scope.area(), Types.VARCHAR)
                .addValue("status", scope.status() == null ? null : scope.status().name(), Types.VARCHAR)
                .addValue("overdue", scope.overdue(), Types.BOOLEAN).addValue("text", scope.text(), Types.VARCHAR)
                .addValue("sentence", sentence).addValue("expected", preview.expected())
                .addValue("nothing", preview.nothingToDo()).addValue("now", DeliveryStore.at(now));
        batches.update("insert into urging (request_key, by_user, by_name, level, area, filing_id, period, "
                + "filter_area, status, overdue, text, sentence, expected, nothing_to_do, started_at) values (:key, "
                + ":user, :name, :level, :area, :filing, :period, :filterArea, :status, :overdue, :text, :sentence, "
                + ":expected, :nothing, :now)", row);
        return withKey(requestKey).orElseThrow();
    }

    void addTargets(Urging urging, Map<FilingRow, UrgingOutcome> outcomes, Instant now) {
        batches.batchUpdate("insert into urging_target (urging_id, filing_id, org_code, city_code, stage, level, outcome, "
                + "at) values (:urging, :filing, :org, :city, :stage, :level, :outcome, :now)",
                outcomes.entrySet().stream().map(e -> target(urging, e.getKey(), e.getValue(), now))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Filings at the city of this urging, by city: how many, and how many of them overdue. */
    Map<String, long[]> cityReports(long urgingId) {
        Map<String, long[]> cities = new HashMap<>();
        jdbc.sql("select t.city_code, count(*) n, sum(case when f.overdue then 1 else 0 end) overdue "
                        + "from urging_target t join filing f on f.id = t.filing_id where t.urging_id = ? "
                        + "and t.outcome = 'URGED' and t.stage in ('CITY_REVIEW', 'CITY_FEEDBACK') group by t.city_code")
                .param(urgingId).query((row, n) -> cities.put(row.getString("city_code"),
                        new long[] {row.getLong("n"), row.getLong("overdue")})).list();
        return cities;
    }

    void finish(long urgingId, Instant now) {
        jdbc.sql("update urging set finished_at = :now where id = :id and finished_at is null")
                .param("now", DeliveryStore.at(now)).param("id", urgingId).update();
    }

    Optional<Urging> find(long id) {
        return jdbc.sql(COUNTS + " where u.id = ?").param(id).query(UrgingStore::urging).optional();
    }

    /** @param area as {@link #areas(Actor)} gives it */
    List<Urging> latest(String area, long before, int limit) {
        return jdbc.sql(COUNTS + " where u.area like :area and u.id < :before order by u.id desc limit " + limit)
                .param("area", area).param("before", before).query(UrgingStore::urging).list();
    }

    long count(String area) {
        return jdbc.sql("select count(*) from urging where area like ?").param(area).query(Long.class).single();
    }

    /** The areas whose urgings an actor sees, as a pattern: a county its own, a city those of its counties too. */
    static String areas(Actor actor) {
        return switch (actor.sight()) {
            case COUNTY -> actor.area();
            case CITY -> actor.area().substring(0, 4) + "%";
            default -> "%";
        };
    }

    private static FilingConditions conditions(UrgingScope scope, Actor actor) {
        FilingConditions where = FilingConditions.areaOf(actor).and(scope.query());
        return scope.filingId() == null ? where : where.and("f.id = :filing", "filing", scope.filingId());
    }

    private static Map<String, Object> since(Role level, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        return Map.of("level", level.name(), "midnight", start(today), "week", start(today.minusDays(DAYS_OF_A_WEEK - 1)));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toOffsetDateTime();
    }

    private static MapSqlParameterSource target(Urging urging, FilingRow filing, UrgingOutcome outcome, Instant now) {
        return new MapSqlParameterSource("urging", urging.id()).addValue("filing", filing.id())
                .addValue("org", filing.orgCode()).addValue("city", filing.cityCode())
                .addValue("stage", filing.stage().name()).addValue("level", urging.level().name())
                .addValue("outcome", outcome.name()).addValue("now", DeliveryStore.at(now));
    }

    private static Urging urging(ResultSet row, int number) throws SQLException {
        Long filing = row.getObject("filing_id", Long.class);
        String status = row.getString("status");
        UrgingScope scope = new UrgingScope(filing, row.getString("period"), row.getString("filter_area"),
                status == null ? null : FilingStatus.valueOf(status), row.getObject("overdue", Boolean.class),
                row.getString("text"));
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Urging(row.getLong("id"), row.getString("by_user"), row.getString("by_name"),
                Role.valueOf(row.getString("level")), row.getString("area"), scope, row.getString("sentence"),
                row.getInt("expected"), row.getInt("nothing_to_do"), row.getLong("looked"), row.getLong("urged"),
                row.getLong("capped"), row.getLong("no_account"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
