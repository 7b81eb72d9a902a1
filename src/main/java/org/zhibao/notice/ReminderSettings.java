package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** The rules of reminding: the province sets them for all, a city may set its own for its area. */
@Service
@Transactional
public class ReminderSettings {

    /** The area whose rules count where a city has none of its own. */
    public static final String PROVINCE = "430000";

    /** Rules and who set them when. */
    public record Setting(String area, ReminderRules rules, String byName, Instant at) {
    }

    /** All rules, read once. */
    record InForce(Map<String, ReminderRules> byArea) {

        ReminderRules of(Actor actor) {
            return ofArea(actor.area());
        }

        /** @param area a city, or a county in it */
        ReminderRules ofArea(String area) {
            ReminderRules own = byArea.get(area.substring(0, 4) + "00");
            return own != null ? own : byArea.getOrDefault(PROVINCE, ReminderRules.BUILT_IN);
        }
    }

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ReminderSettings(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    InForce inForce() {
        return new InForce(all().stream().collect(Collectors.toMap(Setting::area, Setting::rules)));
    }

    /** The rules that count for an area. */
    @Transactional(readOnly = true)
    public ReminderRules of(String area) {
        return inForce().ofArea(area);
    }

    /** What this very area has set; empty if another's rules count for it. */
    @Transactional(readOnly = true)
    public Optional<Setting> own(String area) {
        return all().stream().filter(setting -> setting.area().equals(area)).findFirst();
    }

    /** How many cities have rules of their own. */
    @Transactional(readOnly = true)
    public long citiesWithOwn() {
        return all().stream().filter(setting -> !setting.area().equals(PROVINCE)).count();
    }

    /** Sets the rules of the actor's area. Only province and cities may. */
    public void set(ReminderRules rules, Actor actor) {
        require(actor);
        String before = written(actor);
        clear(actor.area());
        jdbc.sql("insert into reminder_rules (area, enabled, days_before, overdue_every, quiet_from, quiet_to, "
                        + "urge_per_day, urge_per_week, changed_by, changed_by_name, changed_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(actor.area(), rules.enabled(), joined(rules.daysBefore()), rules.overdueEvery(),
                        rules.quiet().from(), rules.quiet().to(), rules.urgePerDay(), rules.urgePerWeek(),
                        actor.userId(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record(actor.who(), new AuditTrail.Deed("SET_REMINDERS", "reminders/" + actor.area(), before,
                rules.toString(), ""));
    }

    /** Takes the area's own rules away, so that the province's (or the built-in ones) count again. */
    public void reset(Actor actor) {
        require(actor);
        String before = written(actor);
        clear(actor.area());
        audit.record(actor.who(), new AuditTrail.Deed("RESET_REMINDERS", "reminders/" + actor.area(), before, "", ""));
    }

    /** The area's own rules; empty if it has none. */
    private String written(Actor actor) {
        return own(actor.area()).map(setting -> setting.rules().toString()).orElse("");
    }

    private void clear(String area) {
        jdbc.sql("delete from reminder_rules where area = ?").param(area).update();
    }

    private List<Setting> all() {
        return jdbc.sql("select * from reminder_rules order by area").query(ReminderSettings::setting).list();
    }

    private static Setting setting(ResultSet row, int number) throws SQLException {
        ReminderRules rules = new ReminderRules(row.getBoolean("enabled"), parsed(row.getString("days_before")),
                row.getInt("overdue_every"), new QuietHours(row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_to", LocalTime.class)), row.getInt("urge_per_day"), row.getInt("urge_per_week"));
        return new Setting(row.getString("area"), rules, row.getString("changed_by_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static String joined(SortedSet<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static SortedSet<Integer> parsed(String days) {
        return Arrays.stream(days.split(",")).filter(d -> !d.isEmpty()).map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void require(Actor actor) {
        if (actor.role() != Role.PROVINCE && actor.role() != Role.CITY) {
            throw Refusal.forbidden("reminder.not-your-role");
        }
    }
}
