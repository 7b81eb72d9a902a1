package org.zhibao.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.zhibao.calendar.WorkingCalendar;

/** A clock that a test moves. */
public class MovableClock extends Clock {

    private Instant now;

    public MovableClock(Instant now) {
        this.now = now;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return WorkingCalendar.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
