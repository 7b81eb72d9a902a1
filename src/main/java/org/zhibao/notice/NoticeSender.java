package org.zhibao.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;

/**
 * Sends what is due. Nodes may do so at the same time; each delivery is sent by one of them. Should a node die after the
 * other side took a message and before it wrote that down, the message is sent once more, with the same id.
 */
@Component
class NoticeSender {

    static final int MOST_ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final int ROUND = 50;
    private static final int FAILURES_TO_STOP = 5;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int PAUSE_GROWS_BY = 4;

    private final OpenChannels channels;
    private final DeliveryStore store;
    private final NoticeLetters letters;
    private final Contacts contacts;
    private final ReminderSettings settings;
    private final Accounts accounts;
    private final Clock clock;

    NoticeSender(OpenChannels channels, DeliveryStore store, NoticeLetters letters, Contacts contacts,
                 ReminderSettings settings, Accounts accounts, Clock clock) {
        this.channels = channels;
        this.store = store;
        this.letters = letters;
        this.contacts = contacts;
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Sends all that is due now; leaves a channel alone, for this time, that fails several times in a row. */
    void sendDue() {
        channels.all().stream().filter(OutgoingChannel::open).forEach(this::drain);
    }

    private void drain(OutgoingChannel channel) {
        int failuresInARow = 0;
        while (true) {
            var due = store.due(channel.channel(), clock.instant(), ROUND);
            for (long id : due) {
                Instant now = clock.instant();
                Optional<DeliveryStore.Taken> taken = store.take(id, now, now.plus(LEASE));
                if (taken.isEmpty()) {
                    continue;
                }
                failuresInARow = sent(taken.get(), channel) ? 0 : failuresInARow + 1;
                if (failuresInARow == FAILURES_TO_STOP) {
                    return;
                }
            }
            if (due.isEmpty()) {
                return;
            }
        }
    }

    private boolean sent(DeliveryStore.Taken taken, OutgoingChannel channel) {
        Optional<Actor> recipient = accounts.actor(taken.recipient());
        // corrected since the notice was written: the new one counts
        String current = recipient.map(contacts::of).map(c -> c.address(channel.channel())).orElse("");
        String to = current.isEmpty() ? taken.address() : current;
        try {
            channel.send(letters.letter(taken, to));
        } catch (ChannelFailure failure) {
            LOG.warn("Delivery {} by {} failed, attempt {}: {}", taken.id(), channel.channel(), taken.attempt(),
                    failure.getMessage());
            store.failed(taken, failure.getMessage(), failure.forGood() ? Optional.empty()
                    : next(taken.attempt(), recipient));
            return failure.forGood();
        }
        store.sent(taken, to, clock.instant());
        return true;
    }

    private Optional<Instant> next(int attempt, Optional<Actor> recipient) {
        return pause(attempt).map(pause -> clock.instant().plus(pause)).map(at -> recipient
                .map(actor -> settings.of(actor.area()).quiet().earliest(at)).orElse(at));
    }

    /** How long to wait after so many attempts; empty once it is enough. */
    static Optional<Duration> pause(int attempts) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(PAUSE_GROWS_BY, attempts - 1.0));
        return Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
