package org.zhibao.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/** Builds the hash of a seal, row by row. Each value goes in with its length: no two different rows give the same bytes. */
final class SealHash {

    private static final int ABSENT = -1;

    private final MessageDigest digest;
    private int entries;

    SealHash(long number, long fromId, long toId, String previous) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        add(number);
        add(fromId);
        add(toId);
        add(previous);
    }

    void add(AuditRow row) {
        entries++;
        add(row.id());
        add(micros(row.at()));
        for (String value : new String[] {row.userId(), row.userName(), row.role(), row.area(), row.address(),
            row.action(), row.subject(), row.orgCode(), row.period(), row.outcome().name(), row.before(), row.after(),
            row.detail()}) {
            add(value);
        }
    }

    int entries() {
        return entries;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String value) {
        if (value == null) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private void add(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** As precise as the databases keep it. */
    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.get(ChronoField.MICRO_OF_SECOND);
    }
}
