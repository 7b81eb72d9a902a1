package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deliveries on their way. One that is taken to be sent is due again later, whatever happens: if its node dies before
 * it says how it went, another one sends it again. The number of the attempt tells who holds it.
 */
@Repository
@Transactional
class DeliveryStore {

    private static final int LONGEST_ERROR = 300;

    /** A delivery that this node has taken to send. */
    record Taken(long id, int attempt, String recipient, NoticeKind kind, List<String> arguments, String note,
                 String link, String address) {
    }

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next ones that are due, the oldest first. */
    @Transactional(readOnly = true)
    public List<Long> due(Channel channel, Instant now, int limit) {
        return jdbc.sql("select id from notice_delivery where channel = :channel and state = 'WAITING' "
                        + "and next_at <= :now order by next_at, id limit " + limit)
                .param("channel", channel.name()).param("now", at(now)).query(Long.class).list();
    }

    /** Takes one to be sent, unless somebody else was faster. */
    public Optional<Taken> take(long id, Instant now, Instant leaseEnd) {
        int mine = jdbc.sql("update notice_delivery set attempts = attempts + 1, next_at = :end, tried_at = :now "
                        + "where id = :id and state = 'WAITING' and next_at <= :now")
                .param("end", at(leaseEnd)).param("now", at(now)).param("id", id).update();
        return mine == 0 ? Optional.empty() : jdbc.sql("select d.id, d.attempts, d.address, n.recipient, n.kind, "
                        + "n.arguments, n.note, n.link from notice_delivery d join notice n on n.id = d.notice_id "
                        + "where d.id = :id").param("id", id).query(DeliveryStore::taken).optional();
    }

    /** The other side has it. */
    public void sent(Taken taken, String address, Instant now) {
        jdbc.sql("update notice_delivery set state = 'SENT', sent_at = :now, address = :address, error = '' "
                        + "where id = :id and attempts = :attempt and state = 'WAITING'")
                .param("now", at(now)).param("address", address).param("id", taken.id())
                .param("attempt", taken.attempt()).update();
    }

    /** It did not work; another attempt follows at {@code next}, or none if that is empty. */
    public void failed(Taken taken, String error, Optional<Instant> next) {
        String cut = error == null ? "" : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
        jdbc.sql("update notice_delivery set state = :state, error = :error, next_at = coalesce(:next, next_at) "
                        + "where id = :id and attempts = :attempt and state = 'WAITING'")
                .param("state", next.isPresent() ? "WAITING" : "FAILED").param("error", cut)
                .param("next", next.map(DeliveryStore::at).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", taken.id()).param("attempt", taken.attempt()).update();
    }

    /** Begins anew with all that failed or wait after a failure; gives how many. */
    public int retry(Channel channel, Instant now) {
        return jdbc.sql("update notice_delivery set state = 'WAITING', attempts = 0, next_at = :now "
                        + "where channel = :channel and (state = 'FAILED' or state = 'WAITING' and error <> '')")
                .param("now", at(now)).param("channel", channel.name()).update();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(row.getLong("id"), row.getInt("attempts"), row.getString("recipient"),
                NoticeKind.valueOf(row.getString("kind")), Arguments.read(row.getString("arguments")),
                row.getString("note"), row.getString("link"), row.getString("address"));
    }
}
