package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.Stage;
import org.zhibao.refusal.Refusal;

/** Who was urged when, by whom, through what, and whether it was read. */
@Service
@Transactional(readOnly = true)
public class UrgingRecord {

    public static final int MOST = 100;

    /** Which filings of an urging a list shows. */
    public enum Filter {
        ALL, URGED, UNREAD, UNDELIVERED, LEFT_OUT
    }

    /** One way out of the house and how it went; {@code error} is empty unless it failed. */
    public record Sent(Channel channel, DeliveryState state, Instant sentAt, String error) {
    }

    /** One person that was told; {@code readAt} is null while unread. */
    public record Told(long noticeId, String userId, String name, Instant readAt, List<Sent> sent) {
    }

    /** What became of one filing, and who was told because of it. */
    public record Target(long urgingId, long filingId, String unitName, String orgCode, Stage stage,
                         UrgingOutcome outcome, Instant at, List<Told> told) {
    }

    /** A filing's urging: by whom and with what sentence. */
    public record OfFiling(Target target, String byName, Role level, String sentence) {
    }

    /** The latest urgings; {@code next} is null on the last page. */
    public record Page(List<Urging> urgings, long total, Long next) {
    }

    /** Filings of one urging; {@code next} is null on the last page. */
    public record Targets(List<Target> targets, long total, Long next) {
    }

    private record OnNotice(long noticeId, Sent sent) {
    }

    private static final String URGED_NOTICE = "select 1 from notice n where n.urging_id = t.urging_id "
            + "and (n.filing_id = t.filing_id or n.filing_id is null and t.stage in ('CITY_REVIEW', 'CITY_FEEDBACK') "
            + "and n.recipient in (select user_id from account where area = t.city_code))";

    private static final String OF_TARGET = "n.urging_id = :urging and (n.filing_id = :filing or n.filing_id is null "
            + "and n.recipient in (select c.user_id from account c join urging_target t on t.city_code = c.area "
            + "where t.urging_id = :urging and t.filing_id = :filing and t.stage in ('CITY_REVIEW', 'CITY_FEEDBACK')))";

    private final JdbcClient jdbc;
    private final UrgingStore store;

    UrgingRecord(JdbcClient jdbc, UrgingStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** The urgings of the actor's area, the latest first. */
    public Page page(Actor actor, Long before, int size) {
        requireReader(actor);
        requireSize(size);
        String areas = UrgingStore.areas(actor);
        List<Urging> urgings = new ArrayList<>(store.latest(areas, before == null ? Long.MAX_VALUE : before, size + 1));
        boolean more = urgings.size() > size;
        if (more) {
            urgings.remove(size);
        }
        return new Page(urgings, store.count(areas), more ? urgings.get(size - 1).id() : null);
    }

    /** One urging; refused with 403 outside the actor's area. */
    public Urging urging(long id, Actor actor) {
        requireReader(actor);
        Urging urging = store.find(id).orElseThrow(() -> Refusal.notFound("urging.unknown", String.valueOf(id)));
        if (!urging.area().matches(UrgingStore.areas(actor).replace("%", ".*"))) {
            throw Refusal.forbidden("urging.other-area");
        }
        return urging;
    }

    /** The filings of one urging, in the order of their ids. */
    public Targets targets(long urgingId, Filter filter, Long after, int size, Actor actor) {
        urging(urgingId, actor);
        requireSize(size);
        String which = " from urging_target t join filing f on f.id = t.filing_id where t.urging_id = :urging"
                + condition(filter);
        long total = jdbc.sql("select count(*)" + which).param("urging", urgingId).query(Long.class).single();
        List<Target> targets = new ArrayList<>(jdbc.sql("select t.*, f.unit_name" + which
                        + " and t.filing_id > :after order by t.filing_id limit " + (size + 1))
                .param("urging", urgingId).param("after", after == null ? 0 : after)
                .query(UrgingRecord::target).list());
        boolean more = targets.size() > size;
        if (more) {
            targets.remove(size);
        }
        return new Targets(targets.stream().map(this::withTold).toList(), total,
                more ? targets.get(size - 1).filingId() : null);
    }

    /** When a filing was urged, the latest first; whoever sees the filing sees this. */
    public List<OfFiling> ofFiling(long filingId) {
        return jdbc.sql("select t.*, f.unit_name, u.by_name, u.sentence from urging_target t join filing f "
                        + "on f.id = t.filing_id join urging u on u.id = t.urging_id where t.filing_id = ? "
                        + "and t.outcome = 'URGED' order by t.urging_id desc limit " + MOST).param(filingId)
                .query((row, n) -> new OfFiling(target(row, n), row.getString("by_name"),
                        Role.valueOf(row.getString("level")), row.getString("sentence"))).list().stream()
                .map(o -> new OfFiling(withTold(o.target()), o.byName(), o.level(), o.sentence())).toList();
    }

    private static String condition(Filter filter) {
        return switch (filter) {
            case ALL -> "";
            case URGED -> " and t.outcome = 'URGED'";
            case UNREAD -> " and t.outcome = 'URGED' and not exists (" + URGED_NOTICE + " and n.read_at is not null)";
            case UNDELIVERED -> " and t.outcome = 'URGED' and exists (" + URGED_NOTICE + " and exists (select 1 "
                    + "from notice_delivery d where d.notice_id = n.id and d.state in ('FAILED', 'NO_ADDRESS')))";
            case LEFT_OUT -> " and t.outcome <> 'URGED'";
        };
    }

    private Target withTold(Target target) {
        if (target.outcome() != UrgingOutcome.URGED) {
            return target;
        }
        Map<Long, List<Sent>> sent = new HashMap<>();
        jdbc.sql("select d.notice_id, d.channel, d.state, d.sent_at, d.error from notice_delivery d join notice n "
                        + "on n.id = d.notice_id where " + OF_TARGET + " order by d.channel").params(parameters(target))
                .query((row, n) -> new OnNotice(row.getLong("notice_id"), sent(row))).list()
                .forEach(s -> sent.computeIfAbsent(s.noticeId(), id -> new ArrayList<>()).add(s.sent()));
        List<Told> told = jdbc.sql("select n.id, n.recipient, a.name, n.read_at from notice n join account a "
                        + "on a.user_id = n.recipient where " + OF_TARGET + " order by n.id").params(parameters(target))
                .query((row, n) -> new Told(row.getLong("id"), row.getString("recipient"), row.getString("name"),
                        instant(row, "read_at"), sent.getOrDefault(row.getLong("id"), List.of()))).list();
        return new Target(target.urgingId(), target.filingId(), target.unitName(), target.orgCode(), target.stage(),
                target.outcome(), target.at(), told);
    }

    private static Map<String, Object> parameters(Target target) {
        return Map.of("urging", target.urgingId(), "filing", target.filingId());
    }

    private static Target target(ResultSet row, int number) throws SQLException {
        return new Target(row.getLong("urging_id"), row.getLong("filing_id"), row.getString("unit_name"),
                row.getString("org_code"), Stage.valueOf(row.getString("stage")),
                UrgingOutcome.valueOf(row.getString("outcome")), instant(row, "at"), List.of());
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(Channel.valueOf(row.getString("channel")), DeliveryState.valueOf(row.getString("state")),
                instant(row, "sent_at"), row.getString("error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void requireReader(Actor actor) {
        if (actor.role() == Role.ENTERPRISE || actor.role() == Role.GROUP || actor.role() == Role.SECURITY) {
            throw Refusal.forbidden("urging.not-your-role");
        }
    }

    private static void requireSize(int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.field("size", "worklist.size", MOST);
        }
    }
}
