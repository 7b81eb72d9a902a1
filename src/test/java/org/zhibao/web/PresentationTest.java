package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PresentationTest {

    private static final Instant LATE_EVENING_IN_BEIJING = Instant.parse("2026-10-06T15:30:00Z");

    private final Presentation show =
            PresentationSamples.presentation(Clock.fixed(LATE_EVENING_IN_BEIJING, ZoneOffset.UTC));

    @Test
    void timesAreBeijingTime() {
        assertThat(show.minute(Instant.parse("2026-10-08T15:59:59Z"))).isEqualTo("2026-10-08 23:59");
        assertThat(show.day(Instant.parse("2026-10-08T16:00:00Z"))).isEqualTo("2026-10-09");
        assertThat(show.second(null)).isEmpty();
    }

    @Test
    void daysAreCalendarDaysInBeijing() {
        assertThat(show.daysLeft(Instant.parse("2026-10-06T15:59:59Z"))).isZero();
        assertThat(show.daysLeft(Instant.parse("2026-10-07T15:59:59Z"))).isEqualTo(1);
        assertThat(show.daysLeft(Instant.parse("2026-10-04T15:59:59Z"))).isEqualTo(-2);
    }

    @Test
    void thousandsAreSeparatedAndNothingElseIsTouched() {
        assertThat(show.number("3200000.1234")).isEqualTo("3,200,000.1234");
        assertThat(show.number("999")).isEqualTo("999");
        assertThat(show.number("0.10")).isEqualTo("0.10");
        assertThat(show.number("机制纸 1000")).isEqualTo("机制纸 1000");
        assertThat(show.number(null)).isEmpty();
        assertThat(show.count(16_000)).isEqualTo("16,000");
    }
}
