package org.zhibao.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks a user out after five wrong passwords from one address, for twenty minutes (GB/T 22239-2019); from all addresses
 * together after a hundred, so that guessing from many places ends too, while a stranger cannot keep a user out with
 * five tries.
 */
@Component
class SignInGuard {

    static final int TRIES = 5;
    static final int TRIES_FROM_ANYWHERE = 100;
    static final Duration LOCK = Duration.ofMinutes(20);

    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    SignInGuard(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean locked(String userId, String address) {
        Instant now = clock.instant();
        Long here = database.sql("select count(*) from sign_in_failure where user_id = :user and address = :address "
                        + "and locked_until > :now")
                .param("user", userId).param("address", address).param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class).single();
        Long anywhere = database.sql("select coalesce(sum(failures), 0) from sign_in_failure where user_id = :user "
                        + "and last_at > :since")
                .param("user", userId).param("since", now.minus(LOCK).atOffset(ZoneOffset.UTC)).query(Long.class).single();
        return here > 0 || anywhere >= TRIES_FROM_ANYWHERE;
    }

    /** Counts a wrong password; gives whether the user is locked out at this address now. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean failed(String userId, String address) {
        Instant now = clock.instant();
        database.sql("delete from sign_in_failure where last_at < :before")
                .param("before", now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC)).update();
        int before = database.sql("select failures from sign_in_failure where user_id = :user and address = :address "
                        + "for update").param("user", userId).param("address", address).query(Integer.class).optional()
                .orElse(0);
        boolean locked = before + 1 >= TRIES;
        String write = before == 0
                ? "insert into sign_in_failure (user_id, address, failures, last_at, locked_until) "
                        + "values (:user, :address, :failures, :now, :until)"
                : "update sign_in_failure set failures = :failures, last_at = :now, locked_until = :until "
                        + "where user_id = :user and address = :address";
        database.sql(write).param("user", userId).param("address", address).param("failures", before + 1)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", locked ? now.plus(LOCK).atOffset(ZoneOffset.UTC) : null).update();
        return locked;
    }

    /** The user has signed in there. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void succeeded(String userId, String address) {
        // programs sign in with each call: write only if there is something to forget
        boolean known = database.sql("select count(*) from sign_in_failure where user_id = :user and address = :address")
                .param("user", userId).param("address", address).query(Long.class).single() > 0;
        if (known) {
            database.sql("delete from sign_in_failure where user_id = :user and address = :address")
                    .param("user", userId).param("address", address).update();
        }
    }

    /** Lets a user sign in again from everywhere. */
    @Transactional
    void unlock(String userId) {
        database.sql("delete from sign_in_failure where user_id = :user").param("user", userId).update();
    }
}
