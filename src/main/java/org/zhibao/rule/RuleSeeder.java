package org.zhibao.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.Quarter;

/**
 * Stores the rules shipped with the platform before anything asks for them, and compiles every rule in force, so that a
 * rule that cannot be used stops the start. On an upgrade a newer shipped version counts from the quarter running at that
 * time, unless a person has written a version of the rule: what the province decided stays, and the log says so.
 */
@Component
class RuleSeeder implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RuleSeeder.class);
    /** The first quarter the platform knows: older reports do not exist. */
    private static final Quarter FIRST = new Quarter(2013, 3);

    private final RuleStore store;
    private final RuleBook book;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RuleSeeder(RuleStore store, RuleBook book, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.book = book;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> seed(RuleFile.shipped()));
    }

    void seed(RuleFile file) {
        // several nodes may start at the same moment on an empty database
        store.lock();
        file.rules().forEach(entry -> seed(entry, entry.text(file.sets())));
        book.latest().stream().filter(version -> !version.retired()).forEach(book::rule);
    }

    private void seed(RuleFile.Entry entry, RuleText text) {
        List<RuleVersion> there = store.of(entry.id());
        int shipped = there.stream().mapToInt(RuleVersion::shipped).max().orElse(0);
        if (shipped >= entry.version()) {
            return;
        }
        if (there.stream().anyMatch(version -> version.shipped() == 0)) {
            LOG.warn("Rule {}: version {} comes with this release, but the rule was edited here and stays as it is. "
                    + "Compare docs/reference/rules.md and edit it if the change is wanted.", entry.id(), entry.version());
            return;
        }
        store.add(entry.id(), there.size() + 1, RuleCode.PROVINCE, false,
                there.isEmpty() ? FIRST : Quarter.containing(LocalDate.now(clock)), text, AuditTrail.Who.SYSTEM, text.source(),
                clock.instant(), entry.version());
    }
}
