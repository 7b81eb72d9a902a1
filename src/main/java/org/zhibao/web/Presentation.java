package org.zhibao.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How times and numbers look on every page; templates know it as {@code @show}. */
@Component("show")
public class Presentation {

    /** The time zone of every date a person reads. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");

    private final Clock clock;

    Presentation(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** {@code 2026-10-08 23:59}; empty for null. */
    public String minute(Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }

    /** {@code 2026-10-08 23:59:59}; empty for null. */
    public String second(Instant at) {
        return at == null ? "" : SECOND.format(at);
    }

    /** {@code 2026-10-08}; empty for null. */
    public String day(Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, ZONE).toString();
    }

    /** Whole calendar days from today until the day of {@code due}: 0 today, negative when past. */
    public long daysLeft(Instant due) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), ZONE), LocalDate.ofInstant(due, ZONE));
    }

    /** A number with its thousands separated, {@code 3,200,000.5}; any other text as it is, null as empty. */
    public String number(String text) {
        if (text == null || !PLAIN_NUMBER.matcher(text).matches()) {
            return text == null ? "" : text;
        }
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
        return point < 0 ? grouped : grouped + text.substring(point);
    }

    /** A count with its thousands separated. */
    public String count(long n) {
        return number(BigDecimal.valueOf(n).toPlainString());
    }
}
