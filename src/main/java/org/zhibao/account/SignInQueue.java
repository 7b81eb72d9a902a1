package org.zhibao.account;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Has passwords, each of which takes a while on purpose, checked a few at a time, and only some of them for one address:
 * a flood of sign-ins from one place waits for itself and leaves the others alone. An address with very many wrong
 * passwords gets slower, one at a time with a pause after each wrong one, but it is never locked: there may be a whole
 * office behind it. All together use half of the cores and not all threads of the server, so that in a rush reports are
 * still taken.
 */
@Component
class SignInQueue {

    static final int LANES = 4;
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    static final int MOST_WAITING = 60;
    /** Fewer than {@code server.tomcat.threads.max}: each holds a thread. */
    static final int MOST_WAITING_IN_ALL = 600;
    static final int SUSPICIOUS_FAILURES = 100;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    private final ConcurrentMap<String, Address> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger waitingInAll = new AtomicInteger();
    private final Semaphore everybody;
    private final Clock clock;
    private final Duration pause;

    @Autowired
    SignInQueue(Clock clock) {
        this(clock, PAUSE, AT_ONCE);
    }

    SignInQueue(Clock clock, Duration pause, int atOnce) {
        this.clock = clock;
        this.pause = pause;
        this.everybody = new Semaphore(atOnce, true);
    }

    /**
     * Checks a password when it is its turn.
     *
     * @throws SignInBusy if too many wait before it
     */
    boolean check(String from, BooleanSupplier password) {
        if (addresses.size() > MOST_ADDRESSES) {
            addresses.values().removeIf(Address::idle);
        }
        Address address = addresses.computeIfAbsent(from, any -> new Address());
        try {
            boolean full = address.waiting.incrementAndGet() > MOST_WAITING
                    | waitingInAll.incrementAndGet() > MOST_WAITING_IN_ALL;
            if (full) {
                throw new SignInBusy();
            }
            return address.inTurn(password);
        } finally {
            waitingInAll.decrementAndGet();
            address.waiting.decrementAndGet();
        }
    }

    /** How many of an address are being checked or wait to be. */
    int waiting(String from) {
        Address address = addresses.get(from);
        return address == null ? 0 : address.waiting.get();
    }

    private final class Address {

        private final Semaphore lanes = new Semaphore(LANES, true);
        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile long since = clock.millis();

        private boolean inTurn(BooleanSupplier password) {
            int width = suspicious() ? LANES : 1;
            enter(lanes, width);
            try {
                boolean right = checked(password);
                if (!right) {
                    failures.incrementAndGet();
                    if (width > 1) {
                        rest();
                    }
                }
                return right;
            } finally {
                lanes.release(width);
            }
        }

        private boolean checked(BooleanSupplier password) {
            enter(everybody, 1);
            try {
                return password.getAsBoolean();
            } finally {
                everybody.release();
            }
        }

        private boolean suspicious() {
            if (clock.millis() - since > FORGOTTEN.toMillis()) {
                since = clock.millis();
                failures.set(0);
            }
            return failures.get() >= SUSPICIOUS_FAILURES;
        }

        private boolean idle() {
            return waiting.get() == 0 && !suspicious();
        }
    }

    private static void enter(Semaphore lanes, int width) {
        try {
            if (!lanes.tryAcquire(width, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SignInBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
