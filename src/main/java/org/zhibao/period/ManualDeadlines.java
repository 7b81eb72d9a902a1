package org.zhibao.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of deadline days set by documents; rows are added and set aside, never changed or removed. */
@Repository
class ManualDeadlines {

    private final JdbcClient jdbc;

    ManualDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<DeadlineStage, ManualDeadline> inForce(Quarter quarter) {
        Map<DeadlineStage, ManualDeadline> days = new EnumMap<>(DeadlineStage.class);
        history(quarter).stream().filter(ManualDeadline::inForce).forEach(manual -> days.put(manual.stage(), manual));
        return days;
    }

    /** All that was ever set for a period, the latest first. */
    List<ManualDeadline> history(Quarter quarter) {
        return jdbc.sql("select * from deadline_override where period = ? order by id desc").param(quarter.code())
                .query(ManualDeadlines::manual).list();
    }

    /** Sets a stage's day in place of the one before. */
    void add(Quarter quarter, ManualDeadline manual) {
        setAside(quarter, manual.stage());
        jdbc.sql("insert into deadline_override (period, stage, due_on, notice_no, reason, set_by, set_by_name, set_at, "
                        + "in_force) values (?, ?, ?, ?, ?, ?, ?, ?, true)")
                .params(quarter.code(), manual.stage().name(), manual.day(), manual.noticeNo(), manual.reason(),
                        manual.setBy(), manual.setByName(),
                        OffsetDateTime.ofInstant(manual.setAt(), ZoneOffset.UTC)).update();
    }

    /** Lets a stage's day be computed again. */
    int setAside(Quarter quarter, DeadlineStage stage) {
        return jdbc.sql("update deadline_override set in_force = null where period = ? and stage = ? and in_force")
                .params(quarter.code(), stage.name()).update();
    }

    private static ManualDeadline manual(ResultSet row, int number) throws SQLException {
        return new ManualDeadline(DeadlineStage.valueOf(row.getString("stage")),
                row.getObject("due_on", LocalDate.class), row.getString("notice_no"), row.getString("reason"),
                row.getString("set_by"), row.getString("set_by_name"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(), row.getObject("in_force") != null);
    }
}
