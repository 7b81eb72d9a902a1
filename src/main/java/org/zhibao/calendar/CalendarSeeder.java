package org.zhibao.calendar;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.audit.AuditTrail;

/**
 * Stores the built-in holidays of every year the database has none for, before anything asks for them. A year that an
 * administrator has imported or edited is left alone.
 */
@Component
class CalendarSeeder implements SmartInitializingSingleton {

    private static final String SOURCE = "tyme4j 1.4.9, calendar/corrections.csv";

    private final CalendarStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarSeeder(CalendarStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> seed());
    }

    private void seed() {
        // several nodes may start at the same moment on an empty database
        store.lock();
        Set<Integer> seen = store.yearsEverSeen();
        BuiltInCalendar builtIn = new BuiltInCalendar();
        builtIn.years().forEach((year, days) -> {
            if (!seen.contains(year)) {
                store.add(year, builtIn.noticeNo(year), SOURCE, "", days, AuditTrail.Who.SYSTEM, clock.instant());
            }
        });
    }
}
