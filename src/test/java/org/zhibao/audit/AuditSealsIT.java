package org.zhibao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.audit.AuditVerdict.Problem;
import org.zhibao.testing.ApplicationTest;

/** Whoever changes, removes or adds a row of the trail behind the platform's back is found out. */
@ApplicationTest
class AuditSealsIT {

    private static final AuditTrail.Who WHO = new AuditTrail.Who("city430100", "审核员", "CITY", "430100");

    @Autowired
    private JdbcClient database;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private AuditCheck check;

    private TransactionTemplate transaction;
    /** Of a time when every row that other tests have left is old. */
    private AuditSeals seals;

    @BeforeEach
    void everythingSealed() {
        transaction = new TransactionTemplate(transactions);
        seals = new AuditSeals(database, transactions, Clock.offset(Clock.systemUTC(), Duration.ofDays(36_500)));
        seals.sealClosed();
    }

    @Test
    void rowsAreSealedOnceTheirTimeIsOverAndNotBefore() {
        AuditSeals now = new AuditSeals(database, transactions, Clock.systemUTC());
        record("fresh");
        assertThat(now.sealClosed()).as("a transaction may still add a row before it").isZero();
        assertThat(now.unsealed()).isPositive();
        assertThat(seals.sealClosed()).isEqualTo(1);
        assertThat(seals.unsealed()).isZero();
        assertThat(verdict().problem()).isNull();
    }

    @Test
    void aChangedRowIsFound() {
        long id = record("as it was");
        seals.sealClosed();
        assertThat(verdict().problem()).isNull();
        for (String change : new String[] {"detail = 'as it never was'", "user_id = 'someone'", "after_text = 'x'",
            "outcome = 'REFUSED'", "address = '10.0.0.1'"}) {
            Map<String, Object> before = row(id);
            database.sql("update audit_entry set " + change + " where id = ?").param(id).update();
            AuditVerdict found = verdict();
            assertThat(found.problem()).as(change).isEqualTo(Problem.CHANGED);
            assertThat(id).isBetween(found.seal().fromId(), found.seal().toId());
            database.sql("update audit_entry set detail = ?, user_id = ?, after_text = ?, outcome = ?, address = ? "
                    + "where id = ?").params(before.get("detail"), before.get("user_id"), before.get("after_text"),
                    before.get("outcome"), before.get("address"), id).update();
        }
        assertThat(verdict().problem()).isNull();
    }

    @Test
    void aRemovedRowIsFoundAndSoIsOnePutInAfterwards() {
        long gap = transaction.execute(status -> {
            status.setRollbackOnly();
            return inserted("undone");
        });
        long id = record("to be removed");
        seals.sealClosed();
        database.sql("update audit_entry set id = ? where id = ?").params(gap, id).update();
        assertThat(verdict().problem()).as("moved").isEqualTo(Problem.CHANGED);
        database.sql("update audit_entry set id = ? where id = ?").params(id, gap).update();
        copy(id, gap);
        AuditVerdict added = verdict();
        assertThat(added.problem()).isEqualTo(Problem.ADDED);
        assertThat(added.found()).isEqualTo(added.seal().entries() + 1);
        database.sql("delete from audit_entry where id = ?").param(id).update();
        assertThat(verdict().problem()).as("as many rows, but another").isEqualTo(Problem.CHANGED);
        copy(gap, id);
        database.sql("delete from audit_entry where id = ?").param(gap).update();
        assertThat(verdict().problem()).isNull();
        long spare = -id;
        copy(id, spare);
        database.sql("delete from audit_entry where id = ?").param(id).update();
        assertThat(verdict().problem()).isEqualTo(Problem.REMOVED);
        copy(spare, id);
        database.sql("delete from audit_entry where id = ?").param(spare).update();
        assertThat(verdict().problem()).isNull();
    }

    @Test
    void aMissingSealIsFoundAndACutEndByWhoNotedTheLast() {
        record("one");
        seals.sealClosed();
        record("two");
        seals.sealClosed();
        AuditSeal last = seals.latest(2).get(0);
        AuditSeal before = seals.latest(2).get(1);
        database.sql("delete from audit_seal where number = ?").param(before.number()).update();
        assertThat(verdict().problem()).isEqualTo(Problem.CHAIN);
        restore(before);
        database.sql("delete from audit_seal where number = ?").param(last.number()).update();
        assertThat(verdict().problem()).as("the chain itself cannot tell").isNull();
        assertThat(check.noted(last.number(), last.hash()).orElseThrow().problem()).isEqualTo(Problem.NOTED);
        restore(last);
        assertThat(check.noted(last.number(), last.hash())).isEmpty();
        assertThat(check.noted(last.number(), before.hash()).orElseThrow().problem()).isEqualTo(Problem.NOTED);
        assertThat(verdict().problem()).isNull();
    }

    @Test
    void whoWritesAndWhoSealsDoNotWaitForEachOther() throws Exception {
        CompletableFuture<Integer> sealing = transaction.execute(status -> {
            inserted("not committed yet");
            CompletableFuture<Integer> beside = CompletableFuture.supplyAsync(
                    () -> new AuditSeals(database, transactions, Clock.systemUTC()).sealClosed());
            assertThat(beside).succeedsWithin(20, TimeUnit.SECONDS);
            return beside;
        });
        assertThat(sealing.get()).isNotNegative();
        seals.sealClosed();
        assertThat(verdict().problem()).isNull();
    }

    @Test
    void twoNodesThatSealAtOnceMakeOneChain() throws Exception {
        IntStream.range(0, 5).forEach(i -> record("row " + i));
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(seals::sealClosed);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(seals::sealClosed);
        one.get(30, TimeUnit.SECONDS);
        other.get(30, TimeUnit.SECONDS);
        seals.sealClosed();
        assertThat(verdict().problem()).isNull();
        assertThat(seals.unsealed()).isZero();
    }

    @Test
    void aThousandRowsMakeASealAndAnyNumberOfThemAChain() {
        transaction.executeWithoutResult(status -> IntStream.range(0, 2 * AuditSeals.MOST_ENTRIES)
                .forEach(i -> inserted("row " + i)));
        assertThat(seals.sealClosed()).isGreaterThanOrEqualTo(2);
        long last = seals.latest(1).get(0).number();
        assertThat(verdict().last()).isEqualTo(last);
        assertThat(check.from(last).entries()).as("from the middle of the chain").isPositive();
        assertThat(check.from(last).problem()).isNull();
        assertThat(check.from(last + 1).last()).as("nothing beyond").isZero();
    }

    private AuditVerdict verdict() {
        return check.from(1);
    }

    private long record(String detail) {
        return transaction.execute(status -> inserted(detail));
    }

    private long inserted(String detail) {
        audit.record(WHO, new AuditTrail.Deed("TEST", "seal/test", "before", "after", detail));
        return database.sql("select max(id) from audit_entry where subject = 'seal/test'").query(Long.class).single();
    }

    private Map<String, Object> row(long id) {
        return database.sql("select detail, user_id, after_text, outcome, address from audit_entry where id = ?").param(id)
                .query().singleRow();
    }

    private void copy(long from, long to) {
        database.sql("insert into audit_entry (id, at, user_id, user_name, role, area, address, action, subject, detail, "
                + "outcome, org_code, period, before_text, after_text) select ?, at, user_id, user_name, role, area, "
                + "address, action, subject, detail, outcome, org_code, period, before_text, after_text from audit_entry "
                + "where id = ?").params(to, from).update();
    }

    private void restore(AuditSeal seal) {
        database.sql("insert into audit_seal (number, from_id, to_id, entries, hash, previous, sealed_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)").params(seal.number(), seal.fromId(), seal.toId(), seal.entries(),
                seal.hash(), seal.previous(), seal.sealedAt().atOffset(java.time.ZoneOffset.UTC)).update();
    }
}
