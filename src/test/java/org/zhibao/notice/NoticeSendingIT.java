package org.zhibao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.MovableClock;
import org.zhibao.testing.Scenario;

/** Mails through a real SMTP server and text messages through a real HTTP gateway. */
@ApplicationTest
class NoticeSendingIT {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    private static final String UNIT = "183810013";

    /** A request that the gateway got. */
    private record Got(String secret, String key, String body) {
    }

    @Autowired
    private NoticeWriter writer;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Contacts contacts;
    @Autowired
    private ReminderSettings settings;
    @Autowired
    private MailChannel mail;
    @Autowired
    private SmsChannel sms;
    @Autowired
    private OpenChannels channels;
    @Autowired
    private DeliveryStore store;
    @Autowired
    private NoticeLetters letters;
    @Autowired
    private Accounts accounts;
    @Autowired
    private ChannelAdministration administration;
    @Autowired
    private JdbcClient jdbc;

    private final List<Got> gateway = Collections.synchronizedList(new ArrayList<>());
    private final MovableClock clock = new MovableClock(Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS));
    private HttpServer http;
    private volatile int gatewayAnswer = 202;
    private Actor unit;

    @BeforeEach
    void open() throws IOException {
        unit = scenario.actor(UNIT);
        jdbc.sql("delete from notice_delivery").update();
        settings.set(new ReminderRules(true, new TreeSet<>(List.of(3)), 7,
                new QuietHours(LocalTime.NOON, LocalTime.NOON), 1, 3), scenario.province());
        contacts.change(new Contact("unit@example.cn", "13812345678"), unit);
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(SERVER.getSmtp().getPort());
        mail.connect(server, "直报平台 <zhibao@example.gov.cn>");
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/sms", exchange -> {
            gateway.add(new Got(exchange.getRequestHeaders().getFirst("X-Gateway-Key"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(gatewayAnswer, -1);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void close() {
        mail.connect(null, "");
        sms.connect("", "X-Gateway-Key", "");
        settings.reset(scenario.province());
        http.stop(0);
    }

    @Test
    void aMailSaysInChineseWhatIsDueAndWhatThePersonWrote() throws Exception {
        write("请核实化学需氧量排放量", NoticeKind.RETURNED);
        sender(clock).sendDue();

        MimeMessage received = SERVER.getReceivedMessages()[0];
        assertThat(received.getSubject()).startsWith("【直报】某某纸业：2026年第3季度季报被打回整改，期限2026-10-08");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("unit@example.cn");
        assertThat(received.getFrom()).extracting(Object::toString).allMatch(from -> from.contains("zhibao@example.gov.cn"));
        assertThat(received.getMessageID()).matches("<delivery-\\d+@example\\.gov\\.cn>");
        assertThat((String) received.getContent()).contains("请核实化学需氧量排放量", "请登录直报平台办理");
        assertThat(states()).containsOnlyKeys("SENT");
        sender(clock).sendDue();
        assertThat(SERVER.getReceivedMessages()).as("nothing is sent twice").hasSize(1);
    }

    @Test
    void aTextMessageGoesToTheGatewayWithTheSecretAndAnIdOfItsOwn() {
        connectGateway();
        write("", NoticeKind.FILL_IN_TODAY);
        sender(clock).sendDue();

        long delivery = jdbc.sql("select id from notice_delivery where channel = 'SMS'").query(Long.class).single();
        assertThat(gateway).containsExactly(new Got("s3cret", "delivery-" + delivery, "{\"id\":\"delivery-" + delivery
                + "\",\"to\":\"13812345678\",\"text\":\"【直报】某某纸业：2026年第3季度季报今天到期\"}"));
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatFailsIsTriedAgainWithGrowingPausesAndGivenUpInTheEnd() {
        mail.connect(null, "");
        connectGateway();
        gatewayAnswer = 503;
        write("", NoticeKind.FILL_IN_TODAY);
        List<Duration> pauses = List.of(Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofMinutes(16),
                Duration.ofMinutes(64), Duration.ofMinutes(256), Duration.ofHours(6), Duration.ofHours(6));
        NoticeSender sender = sender(clock);
        sender.sendDue();
        for (int i = 0; i < pauses.size(); i++) {
            clock.forward(pauses.get(i).minusSeconds(1));
            sender.sendDue();
            assertThat(gateway).as("not before the pause is over").hasSize(i + 1);
            clock.forward(Duration.ofSeconds(1));
            sender.sendDue();
            assertThat(gateway).hasSize(i + 2);
        }
        assertThat(states()).containsOnlyKeys("FAILED");
        assertThat(gateway).extracting(Got::key).as("every attempt carries the same id").containsOnly(gateway.get(0).key());
        assertThat(administration.failing()).contains(Channel.SMS);
        clock.forward(Duration.ofDays(9));
        sender.sendDue();
        assertThat(gateway).hasSize(NoticeSender.MOST_ATTEMPTS);

        gatewayAnswer = 200;
        assertThat(administration.retry(Channel.SMS, scenario.actor("admin"))).isEqualTo(1);
        sender.sendDue();
        assertThat(states()).containsOnlyKeys("SENT");
        assertThat(administration.failing()).doesNotContain(Channel.SMS);
    }

    @Test
    void aMessageThatTheGatewayRefusesForGoodIsNotTriedAgain() {
        mail.connect(null, "");
        connectGateway();
        gatewayAnswer = 422;
        write("", NoticeKind.FILL_IN_TODAY);
        sender(clock).sendDue();
        assertThat(states()).containsOnlyKeys("FAILED");
    }

    @Test
    void aMailServerThatIsDownDelaysTheMailAndLosesNone() {
        SERVER.stop();
        write("", NoticeKind.FILL_IN_TODAY);
        NoticeSender sender = sender(clock);
        sender.sendDue();
        assertThat(states()).containsOnlyKeys("WAITING");
        assertThat(jdbc.sql("select error from notice_delivery").query(String.class).single()).isNotEmpty();
        assertThat(administration.failing()).containsExactly(Channel.MAIL);

        SERVER.start();
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(SERVER.getSmtp().getPort());
        mail.connect(server, "zhibao@example.gov.cn");
        clock.forward(Duration.ofMinutes(2));
        sender.sendDue();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(administration.failing()).isEmpty();
    }

    @Test
    void aCrashBetweenSendingAndWritingItDownRepeatsTheMailWithTheSameId() throws Exception {
        write("", NoticeKind.FILL_IN_TODAY);
        DeliveryStore crashing = new DeliveryStore(jdbc) {
            @Override
            public void sent(Taken taken, String address, Instant now) {
                throw new IllegalStateException("killed");
            }
        };
        NoticeSender killed = new NoticeSender(channels, crashing, letters, contacts, settings, accounts, clock);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(killed::sendDue)).hasMessage("killed");
        assertThat(SERVER.getReceivedMessages()).hasSize(1);

        NoticeSender other = sender(clock);
        other.sendDue();
        assertThat(SERVER.getReceivedMessages()).as("another node may still be at it").hasSize(1);
        clock.forward(Duration.ofMinutes(3));
        other.sendDue();
        MimeMessage[] received = SERVER.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID());
        assertThat(states()).containsOnlyKeys("SENT");
    }

    @Test
    void twoNodesThatSendAtTheSameTimeSendEachMailOnce() throws Exception {
        IntStream.range(0, 30).forEach(i -> write("", NoticeKind.FILL_IN_TODAY));
        CountDownLatch begin = new CountDownLatch(1);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> nodes = IntStream.range(0, 2).mapToObj(i -> new Thread(() -> {
            try {
                begin.await();
                sender(clock).sendDue();
            } catch (Throwable failed) {
                failures.add(failed);
            }
        })).toList();
        nodes.forEach(Thread::start);
        begin.countDown();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(failures).isEmpty();
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(30).doesNotHaveDuplicates();
        assertThat(states()).isEqualTo(Map.of("SENT", 30L));
    }

    @Test
    void atNightMailWaitsAndTheInboxDoesNot() {
        LocalTime now = LocalTime.now(org.zhibao.calendar.WorkingCalendar.ZONE);
        settings.set(new ReminderRules(true, new TreeSet<>(List.of(3)), 7,
                new QuietHours(now.minusHours(1).withNano(0), now.plusHours(1).withNano(0)), 1, 3), scenario.province());
        write("", NoticeKind.FILL_IN_TODAY);
        NoticeSender sender = sender(clock);
        sender.sendDue();
        assertThat(SERVER.getReceivedMessages()).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where recipient = ? and read_at is null").param(UNIT)
                .query(Long.class).single()).isPositive();
        clock.forward(Duration.ofHours(1));
        sender.sendDue();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoLeftNoAddressIsShownAsSuchAndACorrectedAddressCounts() throws Exception {
        jdbc.sql("update notice_contact set email = null, mobile = null where user_id = ?").param(UNIT).update();
        write("", NoticeKind.FILL_IN_TODAY);
        assertThat(states()).containsOnlyKeys("NO_ADDRESS");

        contacts.change(new Contact("old@example.cn", ""), unit);
        write("", NoticeKind.FILL_IN_TODAY);
        contacts.change(new Contact("new@example.cn", ""), unit);
        sender(clock).sendDue();
        assertThat(SERVER.getReceivedMessages()[0].getAllRecipients()).extracting(Object::toString)
                .containsExactly("new@example.cn");
    }

    @Test
    void aTestMessageArrivesAtOnceOrSaysWhyNot() {
        Actor admin = scenario.actor("admin");
        administration.test(Channel.MAIL, "admin@example.cn", admin);
        assertThat(GreenMailUtil.getBody(SERVER.getReceivedMessages()[0])).isNotEmpty();
        connectGateway();
        gatewayAnswer = 401;
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> administration.test(Channel.SMS, "13812345678", admin))).hasMessageContaining("HTTP 401");
    }

    @Test
    void withDemoDataEveryChannelIsClosedFromTheStart() {
        mail.connect(null, "");
        assertThat(administration.states(scenario.actor("admin"))).allMatch(c -> !c.open() && c.demo());
        write("", NoticeKind.FILL_IN_TODAY);
        assertThat(states()).isEmpty();
    }

    private void connectGateway() {
        sms.connect("http://127.0.0.1:" + http.getAddress().getPort() + "/sms", "X-Gateway-Key", "s3cret");
    }

    private NoticeSender sender(Clock at) {
        return new NoticeSender(channels, store, letters, contacts, settings, accounts, at);
    }

    private void write(String note, NoticeKind kind) {
        transaction.executeWithoutResult(status -> writer.write(List.of(new NoticeDraft("test/" + UUID.randomUUID(),
                kind, unit, List.of("某某纸业", "2026", "3", "2026-10-08", "3"), note, "/", null, null))));
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new java.util.TreeMap<>();
        jdbc.sql("select state, count(*) n from notice_delivery group by state")
                .query((row, n) -> states.put(row.getString("state"), row.getLong("n"))).list();
        return states;
    }
}
