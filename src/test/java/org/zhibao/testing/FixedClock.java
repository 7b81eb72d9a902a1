package org.zhibao.testing;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.zhibao.calendar.WorkingCalendar;

/** A clock that stands at noon of {@link #TODAY}. */
@TestConfiguration
public class FixedClock {

    public static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    @Bean
    Clock clock() {
        return Clock.fixed(TODAY.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant(), WorkingCalendar.ZONE);
    }
}
