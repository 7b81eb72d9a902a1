package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** What a person was told, in the portal; everyone reads its own. */
@Service
@Transactional
public class Inbox {

    public static final int MOST = 100;

    /**
     * One notice.
     *
     * @param title to be translated
     * @param text  to be translated
     * @param note  what a person wrote; empty if nothing
     * @param readAt null while unread
     */
    public record Item(long id, NoticeKind kind, Refusal.Text title, Refusal.Text text, String note, String link,
                       Instant createdAt, Instant readAt) {
    }

    /**
     * The latest first.
     *
     * @param total how many there are altogether; with {@code unreadOnly}, how many unread ones
     * @param next  where the next page begins; null on the last
     */
    public record Page(List<Item> items, long total, long unread, Long next) {
    }

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Inbox(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many notices a person has not read. */
    @Transactional(readOnly = true)
    public long unread(String userId) {
        return jdbc.sql("select count(*) from notice where recipient = ? and read_at is null").param(userId)
                .query(Long.class).single();
    }

    /**
     * One page.
     *
     * @param before the id where the page before ended; null for the first
     * @param size   1 to {@value #MOST}
     */
    @Transactional(readOnly = true)
    public Page page(Actor actor, boolean unreadOnly, Long before, int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.field("size", "worklist.size", MOST);
        }
        String which = " from notice where recipient = :user" + (unreadOnly ? " and read_at is null" : "");
        long total = jdbc.sql("select count(*)" + which).param("user", actor.userId()).query(Long.class).single();
        List<Item> items = new ArrayList<>(jdbc.sql("select *" + which + " and id < :before order by id desc limit "
                + (size + 1)).param("user", actor.userId()).param("before", before == null ? Long.MAX_VALUE : before)
                .query(Inbox::item).list());
        boolean more = items.size() > size;
        if (more) {
            items.remove(size);
        }
        return new Page(items, total, unread(actor.userId()), more ? items.get(size - 1).id() : null);
    }

    /** Reads one notice; refused with 404 if it is not the actor's. */
    public Item open(long id, Actor actor) {
        Item item = jdbc.sql("select * from notice where id = :id and recipient = :user").param("id", id)
                .param("user", actor.userId()).query(Inbox::item).optional()
                .orElseThrow(() -> Refusal.notFound("inbox.unknown", String.valueOf(id)));
        if (item.readAt() == null) {
            jdbc.sql("update notice set read_at = :now where id = :id and read_at is null")
                    .param("now", DeliveryStore.at(clock.instant())).param("id", id).update();
        }
        return item;
    }

    /** Marks everything read; gives how many notices that were. */
    public int readAll(Actor actor) {
        int read = jdbc.sql("update notice set read_at = :now where recipient = :user and read_at is null")
                .param("now", DeliveryStore.at(clock.instant())).param("user", actor.userId()).update();
        audit.record(actor.who(), "READ_ALL_NOTICES", "account/" + actor.userId(), "notices " + read);
        return read;
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
        List<Object> arguments = List.copyOf(Arguments.read(row.getString("arguments")));
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Item(row.getLong("id"), kind, new Refusal.Text("notice." + kind + ".title", arguments),
                new Refusal.Text("notice." + kind + ".text", arguments), row.getString("note"), row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), read == null ? null : read.toInstant());
    }
}
