package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.DemoMode;
import org.zhibao.audit.AuditTrail;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.refusal.Refusal;

/** How the channels are doing, and what administrators do about it. */
@Service
@Transactional
public class ChannelAdministration {

    /** After so many attempts a delivery is given up. */
    public static final int MOST_ATTEMPTS = NoticeSender.MOST_ATTEMPTS;

    private static final Duration RECENT = Duration.ofDays(1);

    /**
     * One channel.
     *
     * @param open      whether it is set up and used
     * @param demo      whether it is closed because of demo data
     * @param target    server or gateway; empty if none
     * @param sentToday messages handed over since midnight
     * @param waiting   deliveries to be sent, those to be tried again included
     * @param retrying  of these, tried before
     * @param failed    given up
     * @param noAddress notices of the last day that could not leave for want of an address
     * @param lastError the latest reason; empty if none is open
     * @param lastTried when that was
     * @param lastSent  when a message was last handed over
     * @param failing   whether somebody should look after it: deliveries fail and none has worked since
     */
    public record ChannelState(Channel channel, boolean open, boolean demo, String target, long sentToday,
                               long waiting, long retrying, long failed, long noAddress, String lastError,
                               Instant lastTried, Instant lastSent, boolean failing) {
    }

    private record Counts(long sentToday, long waiting, long retrying, long failed, long noAddress,
                          Instant lastFailure, Instant lastSent) {
    }

    private final JdbcClient jdbc;
    private final OpenChannels channels;
    private final DeliveryStore store;
    private final NoticeLetters letters;
    private final DemoMode demo;
    private final AuditTrail audit;
    private final Clock clock;

    ChannelAdministration(JdbcClient jdbc, OpenChannels channels, DeliveryStore store, NoticeLetters letters,
                          DemoMode demo, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.store = store;
        this.letters = letters;
        this.demo = demo;
        this.audit = audit;
        this.clock = clock;
    }

    /** All channels, for administrators. */
    @Transactional(readOnly = true)
    public List<ChannelState> states(Actor actor) {
        require(actor);
        return channels.all().stream().map(this::state).toList();
    }

    /** The channels that fail, for the banner; empty if all is well. */
    @Transactional(readOnly = true)
    public List<Channel> failing() {
        return channels.all().stream().map(OutgoingChannel::channel).filter(this::failing).toList();
    }

    /** Tries everything again that failed on the channel; gives how many deliveries. */
    public int retry(Channel channel, Actor actor) {
        require(actor);
        int deliveries = store.retry(channel, clock.instant());
        audit.record(actor.who(), "RETRY_CHANNEL", "channel/" + channel, "deliveries " + deliveries);
        return deliveries;
    }

    /** Sends one message at once, to see whether the channel works; refused with the reason if it does not. */
    public void test(Channel channel, String to, Actor actor) {
        require(actor);
        String address = to == null ? "" : to.strip();
        if (channel == Channel.MAIL) {
            Contacts.requireEmail("to", address);
        } else {
            Contacts.requireMobile("to", address);
        }
        OutgoingChannel sender = channels.get(channel);
        if (!sender.open()) {
            throw Refusal.conflict("channel.closed");
        }
        audit.record(actor.who(), "TEST_CHANNEL", "channel/" + channel, address);
        try {
            sender.send(letters.test("test-" + UUID.randomUUID(), address));
        } catch (ChannelFailure failure) {
            throw Refusal.conflict("channel.test.failed", String.valueOf(failure.getMessage()));
        }
    }

    private ChannelState state(OutgoingChannel channel) {
        Instant now = clock.instant();
        Counts counts = jdbc.sql("select "
                        + "sum(case when state = 'SENT' and sent_at >= :midnight then 1 else 0 end) sent_today, "
                        + "sum(case when state = 'WAITING' then 1 else 0 end) waiting, "
                        + "sum(case when state = 'WAITING' and error <> '' then 1 else 0 end) retrying, "
                        + "sum(case when state = 'FAILED' then 1 else 0 end) failed, "
                        + "sum(case when state = 'NO_ADDRESS' and next_at >= :recently then 1 else 0 end) no_address, "
                        + "max(case when state <> 'SENT' and error <> '' then tried_at end) last_failure, "
                        + "max(sent_at) last_sent from notice_delivery where channel = :channel")
                .param("midnight", DeliveryStore.at(midnight())).param("recently", DeliveryStore.at(now.minus(RECENT)))
                .param("channel", channel.channel().name()).query(ChannelAdministration::counts).single();
        return new ChannelState(channel.channel(), channel.open(), demo.on(), channel.target(), counts.sentToday(),
                counts.waiting(), counts.retrying(), counts.failed(), counts.noAddress(),
                lastError(channel.channel()), counts.lastFailure(), counts.lastSent(),
                failing(channel.channel()));
    }

    /** Deliveries wait or were given up after a failure, and nothing has worked since. */
    private boolean failing(Channel channel) {
        return jdbc.sql("select count(*) from notice_delivery where channel = :channel "
                        + "and state in ('WAITING', 'FAILED') and error <> '' and tried_at > coalesce((select max(sent_at) "
                        + "from notice_delivery where channel = :channel), :ever)").param("channel", channel.name())
                .param("ever", DeliveryStore.at(Instant.EPOCH)).query(Long.class).single() > 0;
    }

    private String lastError(Channel channel) {
        return jdbc.sql("select error from notice_delivery where channel = :channel and state <> 'SENT' "
                        + "and error <> '' order by tried_at desc limit 1").param("channel", channel.name())
                .query(String.class).optional().orElse("");
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(row.getLong("sent_today"), row.getLong("waiting"), row.getLong("retrying"),
                row.getLong("failed"), row.getLong("no_address"), instant(row, "last_failure"),
                instant(row, "last_sent"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void require(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("channel.administrators-only");
        }
    }
}
