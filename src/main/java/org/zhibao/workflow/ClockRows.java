package org.zhibao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.Stage;
import org.zhibao.operation.ClockQuery;
import org.zhibao.operation.ClockQuery.Kind;

/** Reads timers and jobs page by page from the engine's tables, beside the filings they belong to. */
@Component
class ClockRows {

    /** A row before its step is named. */
    record Found(String id, Kind kind, String definitionId, String process, String processName, String activity,
                 String businessKey, Instant due, boolean suspended, int retries, boolean failed, String message,
                 Long filingId, String unitName, String cityCode, String countyCode, Stage stage) {
    }

    private static final String DEADLINE = "j.handler_type_ = 'timer-transition'";
    private static final String KIND = "case when " + DEADLINE + " then 'DEADLINE' when j.type_ = 'timer' then 'TIMER' "
            + "else 'JOB' end";
    private static final String FAILED = "(j.exception_msg_ is not null or j.retries_ = 0)";
    private static final String FROM = " from act_ru_job j left join filing f "
            + "on f.process_instance_id = j.process_instance_id_ where 1 = 1";
    private static final String COLUMNS = "select j.*, " + KIND + " as kind, case when " + FAILED
            + " then 1 else 0 end as failed, d.act_id_, p.name_, e.business_key_, f.id as filing_id, f.unit_name, "
            + "f.city_code, f.county_code, f.stage from act_ru_job j left join filing f "
            + "on f.process_instance_id = j.process_instance_id_ left join act_ru_jobdef d on d.id_ = j.job_def_id_ "
            + "left join act_re_procdef p on p.id_ = j.process_def_id_ left join act_ru_execution e "
            + "on e.id_ = j.process_instance_id_ where 1 = 1";
    private static final String ORDER = " order by case when j.duedate_ is null then 0 else 1 end, j.duedate_, j.id_ ";

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(ClockQuery query, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        return jdbc.sql("select count(*)" + FROM + where(query, now, parameters)).params(parameters).query(Long.class)
                .single();
    }

    List<Found> page(ClockQuery query, Instant now, int offset, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        return jdbc.sql(COLUMNS + where(query, now, parameters) + ORDER + "limit " + limit + " offset " + offset)
                .params(parameters).query(ClockRows::found).list();
    }

    List<Found> one(String id) {
        return jdbc.sql(COLUMNS + " and j.id_ = ?").param(id).query(ClockRows::found).list();
    }

    /** How many there are by kind and state, each key such as {@code DEADLINE} or {@code failed}. */
    Map<String, Long> counts(Instant now) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select " + KIND + " as kind, count(*) as n, sum(case when " + FAILED + " then 1 else 0 end) as failed, "
                        + "sum(case when j.suspension_state_ = 2 then 1 else 0 end) as suspended, sum(case when "
                        + "j.suspension_state_ = 1 and (j.duedate_ is null or j.duedate_ <= :now) then 1 else 0 end) "
                        + "as past from act_ru_job j group by " + KIND).param("now", Timestamp.from(now))
                .query(rs -> {
                    counts.put(rs.getString("kind"), rs.getLong("n"));
                    for (String state : List.of("failed", "suspended", "past")) {
                        counts.merge(state, rs.getLong(state), Long::sum);
                    }
                });
        return counts;
    }

    /** The times at which timers fire next, each with the definition and how many. */
    <T> List<T> next(Instant now, int limit, NextFiring<T> firing) {
        return jdbc.sql("select j.duedate_, j.process_def_key_, max(p.name_) as name, count(*) as n from act_ru_job j "
                        + "left join act_re_procdef p on p.id_ = j.process_def_id_ where j.suspension_state_ = 1 "
                        + "and j.retries_ > 0 and j.duedate_ > :now group by j.duedate_, j.process_def_key_ "
                        + "order by j.duedate_, j.process_def_key_ limit " + limit).param("now", Timestamp.from(now))
                .query((rs, n) -> firing.of(rs.getTimestamp(1).toInstant(), rs.getString(3) == null ? rs.getString(2)
                        : rs.getString(3), rs.getLong(4))).list();
    }

    /** Makes something of a time at which timers fire. */
    interface NextFiring<T> {
        T of(Instant at, String process, long count);
    }

    /** Keys and names of the processes that have timers or jobs. */
    Map<String, String> processes() {
        Map<String, String> names = new TreeMap<>();
        jdbc.sql("select j.process_def_key_, max(p.name_) from act_ru_job j left join act_re_procdef p "
                        + "on p.id_ = j.process_def_id_ where j.process_def_key_ is not null group by j.process_def_key_")
                .query(rs -> {
                    names.put(rs.getString(1), rs.getString(2) == null ? rs.getString(1) : rs.getString(2));
                });
        return names;
    }

    private static String where(ClockQuery query, Instant now, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of(""));
        if (query.process() != null) {
            conditions.add("j.process_def_key_ = :process");
            parameters.put("process", query.process());
        }
        if (query.kind() != null) {
            conditions.add(KIND + " = '" + query.kind() + "'");
        }
        if (query.stage() != null) {
            conditions.add("f.stage = '" + query.stage() + "'");
        }
        if (query.area() != null) {
            conditions.add((query.area().endsWith("00") ? "f.city_code" : "f.county_code") + " = :area");
            parameters.put("area", query.area());
        }
        if (query.state() != null) {
            conditions.add(switch (query.state()) {
                case FINE -> "j.suspension_state_ = 1 and not " + FAILED;
                case FAILED -> FAILED;
                case SUSPENDED -> "j.suspension_state_ = 2";
            });
        }
        if (query.due() != null) {
            due(query.due(), now, conditions, parameters);
        }
        return String.join(" and ", conditions);
    }

    private static void due(ClockQuery.Due due, Instant now, List<String> conditions, Map<String, Object> parameters) {
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        Instant tonight = WorkingCalendar.lastSecond(today);
        Instant week = WorkingCalendar.lastSecond(today.plusDays(7));
        switch (due) {
            case PAST -> conditions.add("(j.duedate_ is null or j.duedate_ <= :until)");
            case TODAY, WEEK -> conditions.add("j.duedate_ > :from and j.duedate_ <= :until");
            case LATER -> conditions.add("j.duedate_ > :from");
        }
        if (due != ClockQuery.Due.PAST) {
            parameters.put("from", Timestamp.from(due == ClockQuery.Due.LATER ? week : now));
        }
        if (due != ClockQuery.Due.LATER) {
            parameters.put("until", Timestamp.from(switch (due) {
                case TODAY -> tonight;
                case WEEK -> week;
                default -> now;
            }));
        }
    }

    private static Found found(ResultSet rs, int number) throws SQLException {
        Timestamp due = rs.getTimestamp("duedate_");
        String stage = rs.getString("stage");
        return new Found(rs.getString("id_"), Kind.valueOf(rs.getString("kind")), rs.getString("process_def_id_"),
                rs.getString("process_def_key_"), rs.getString("name_"), rs.getString("act_id_"),
                rs.getString("business_key_"), due == null ? null : due.toInstant(),
                rs.getInt("suspension_state_") == 2, rs.getInt("retries_"), rs.getInt("failed") == 1,
                rs.getString("exception_msg_"), rs.getObject("filing_id", Long.class), rs.getString("unit_name"),
                rs.getString("city_code"), rs.getString("county_code"), stage == null ? null : Stage.valueOf(stage));
    }
}
