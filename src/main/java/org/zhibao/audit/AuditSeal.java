package org.zhibao.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What rows {@code fromId} to {@code toId} of the trail were when their time was over (封存).
 *
 * @param number   1, 2, 3 without a gap
 * @param entries  how many rows there were in the range
 * @param hash     SHA-256 over number, range, {@code previous} and every row, as 64 lower-case hex digits
 * @param previous the hash of the seal before; 64 zeros for the first
 */
public record AuditSeal(long number, long fromId, long toId, int entries, String hash, String previous,
                        Instant sealedAt) {

    /** What the first seal is chained to. */
    static final String NOTHING = "0".repeat(64);

    static AuditSeal of(ResultSet row, int index) throws SQLException {
        return new AuditSeal(row.getLong("number"), row.getLong("from_id"), row.getLong("to_id"), row.getInt("entries"),
                row.getString("hash"), row.getString("previous"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
