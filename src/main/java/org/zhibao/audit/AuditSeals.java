package org.zhibao.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the trail behind its writers, who do not wait for each other: rows old enough that no transaction can still add
 * one between them are hashed a thousand at a time, each seal chained to the one before.
 */
@Service
public class AuditSeals {

    /** Longer than any transaction of ours. */
    static final Duration OPEN = Duration.ofMinutes(15);
    static final int MOST_ENTRIES = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditSeals.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditSeals(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Seals all rows whose time is over; gives how many seals that took. */
    public int sealClosed() {
        int made = 0;
        try {
            for (AuditSeal seal = sealNext(); seal != null; seal = sealNext()) {
                // the log goes elsewhere than the database: who cut off the end of both tables is found out
                LOG.info("audit trail sealed: number {}, rows {} to {}, {}", seal.number(), seal.fromId(), seal.toId(),
                        seal.hash());
                made++;
            }
        } catch (DuplicateKeyException another) {
            LOG.debug("another node seals");
        }
        return made;
    }

    /** The latest seals, newest first. */
    public List<AuditSeal> latest(int most) {
        return database.sql("select * from audit_seal order by number desc limit " + most).query(AuditSeal::of).list();
    }

    /** How many rows are not sealed yet. */
    public long unsealed() {
        return database.sql("select count(*) from audit_entry where id > :last").param("last", lastId())
                .query(Long.class).single();
    }

    List<AuditSeal> from(long number, int most) {
        return database.sql("select * from audit_seal where number >= :number order by number limit " + most)
                .param("number", number).query(AuditSeal::of).list();
    }

    Optional<AuditSeal> seal(long number) {
        return database.sql("select * from audit_seal where number = :number").param("number", number)
                .query(AuditSeal::of).optional();
    }

    /** What the rows of a range hash to now. */
    SealHash hash(long number, long fromId, long toId, String previous) {
        SealHash hash = new SealHash(number, fromId, toId, previous);
        database.sql("select * from audit_entry where id between :from and :to order by id")
                .param("from", fromId).param("to", toId).query(AuditSearch::row).list().forEach(hash::add);
        return hash;
    }

    private AuditSeal sealNext() {
        return transaction.execute(status -> {
            AuditSeal last = latest(1).stream().findFirst().orElse(null);
            long from = last == null ? 1 : last.toId() + 1;
            Long to = lastOfNext(from);
            if (to == null) {
                return null;
            }
            long number = last == null ? 1 : last.number() + 1;
            String previous = last == null ? AuditSeal.NOTHING : last.hash();
            SealHash hash = hash(number, from, to, previous);
            AuditSeal seal = new AuditSeal(number, from, to, hash.entries(), hash.hex(), previous, clock.instant());
            database.sql("insert into audit_seal (number, from_id, to_id, entries, hash, previous, sealed_at) "
                            + "values (?, ?, ?, ?, ?, ?, ?)")
                    .params(number, from, to, seal.entries(), seal.hash(), previous,
                            seal.sealedAt().atOffset(ZoneOffset.UTC)).update();
            return seal;
        });
    }

    /** The id at which the next range ends; null if no row's time is over. Ids are handed out before times are taken. */
    private Long lastOfNext(long from) {
        Instant closed = clock.instant().minus(OPEN);
        return database.sql("select max(id) from (select id from audit_entry where id >= :from and id < coalesce("
                        + "(select min(id) from audit_entry where id >= :from and at >= :closed), :none) "
                        + "order by id limit " + MOST_ENTRIES + ") next_range")
                .param("from", from).param("closed", closed.atOffset(ZoneOffset.UTC)).param("none", Long.MAX_VALUE)
                .query(Long.class).optional().orElse(null);
    }

    private long lastId() {
        return latest(1).stream().findFirst().map(AuditSeal::toId).orElse(0L);
    }
}
