package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhibao.testing.MovableClock;

/** Passwords are checked in turn: an address with a flood of them waits for itself, and nobody is locked out. */
class SignInQueueTest {

    private static final String OFFICE = "203.0.113.7";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-10-07T08:00:00Z"));
    private final SignInQueue queue = new SignInQueue(clock, Duration.ofMillis(1), 2 * SignInQueue.LANES);
    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        people.shutdownNow();
    }

    @Test
    @Timeout(20)
    void aFloodFromOneAddressHoldsUpNoOther() throws InterruptedException {
        CountDownLatch finished = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(SignInQueue.LANES);
        AtomicInteger checking = new AtomicInteger();
        for (int i = 0; i < SignInQueue.MOST_WAITING; i++) {
            people.submit(() -> queue.check(OFFICE, () -> {
                checking.incrementAndGet();
                begun.countDown();
                return awaited(finished);
            }));
        }
        begun.await();
        assertThat(queue.check("198.51.100.1", () -> true)).isTrue();
        assertThat(checking).as("at a time, of one address").hasValue(SignInQueue.LANES);
        while (queue.waiting(OFFICE) < SignInQueue.MOST_WAITING) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> queue.check(OFFICE, () -> true)).isInstanceOf(SignInBusy.class);
        finished.countDown();
    }

    @Test
    @Timeout(20)
    void aRushFromEverywhereIsCheckedAFewAtATimeAndNobodyIsForgotten() throws InterruptedException {
        SignInQueue narrow = new SignInQueue(clock, Duration.ofMillis(1), 2);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch in = new CountDownLatch(500);
        for (int i = 0; i < 500; i++) {
            String address = "10.9." + i / 250 + "." + i % 250;
            people.submit(() -> {
                narrow.check(address, () -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    Thread.yield();
                    atOnce.decrementAndGet();
                    return true;
                });
                in.countDown();
            });
        }
        assertThat(awaited(in)).isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void anAddressWithManyWrongPasswordsGetsSlowerAndWhoeverHasTheRightOneStillComesIn() {
        for (int i = 0; i < SignInQueue.SUSPICIOUS_FAILURES + 20; i++) {
            assertThat(queue.check(OFFICE, () -> false)).isFalse();
        }
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(10);
        for (int i = 0; i < 10; i++) {
            people.submit(() -> {
                assertThat(queue.check(OFFICE, () -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    Thread.yield();
                    atOnce.decrementAndGet();
                    return true;
                })).isTrue();
                all.countDown();
            });
        }
        assertThat(awaited(all)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void aWhileLaterItIsForgotten() throws InterruptedException {
        for (int i = 0; i < SignInQueue.SUSPICIOUS_FAILURES; i++) {
            queue.check(OFFICE, () -> false);
        }
        clock.forward(Duration.ofMinutes(11));
        CountDownLatch together = new CountDownLatch(2);
        people.submit(() -> queue.check(OFFICE, () -> met(together)));
        assertThat(queue.check(OFFICE, () -> met(together))).as("two at a time again").isTrue();
    }

    private static boolean met(CountDownLatch together) {
        together.countDown();
        return awaited(together);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
