package org.zhibao.suspension;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;

/** Which periods of a unit a suspension holds; the database lets no two hold the same one. */
@Component
class SuspensionHolds {

    private final JdbcClient jdbc;

    SuspensionHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of these periods that is held. */
    Optional<String> first(String orgCode, Collection<String> periods) {
        return jdbc.sql("select min(period) from suspension_period where org_code = :org and period in (:periods)")
                .param("org", orgCode).param("periods", periods)
                .query((row, n) -> Optional.ofNullable(row.getString(1))).single();
    }

    /** Holds the periods; refused if somebody else was faster. */
    void take(long suspension, String orgCode, List<String> periods) {
        for (String period : periods) {
            try {
                jdbc.sql("insert into suspension_period (org_code, period, suspension_id) values (?, ?, ?)")
                        .params(orgCode, period, suspension).update();
            } catch (DuplicateKeyException faster) {
                throw taken(period);
            }
        }
    }

    void release(long suspension) {
        jdbc.sql("delete from suspension_period where suspension_id = ?").param(suspension).update();
    }

    /** Gives one period of a unit back: its filing was opened again. */
    void release(String orgCode, String period) {
        jdbc.sql("delete from suspension_period where org_code = ? and period = ?").params(orgCode, period).update();
    }

    List<String> periods(long suspension) {
        return jdbc.sql("select period from suspension_period where suspension_id = ? order by period")
                .param(suspension).query(String.class).list();
    }

    /** The verified suspensions that hold a period, by the organisation codes of their units. */
    Map<String, Long> verified(String period) {
        return jdbc.sql("select p.org_code, p.suspension_id from suspension_period p join suspension s "
                        + "on s.id = p.suspension_id where p.period = ? and s.state in ('IN_FORCE', 'ENDED')")
                .param(period).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Refusal taken(String period) {
        return Refusal.field("from", "suspension.taken", period);
    }
}
