package org.zhibao.suspension;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.period.Quarter;

/** What a declaration says, once it makes sense. */
record Facts(Quarter from, Quarter to, SuspensionKind kind, String explanation) {

    /** The codes of its periods, the first first. */
    List<String> periods() {
        return Stream.iterate(from, quarter -> quarter.compareTo(to) <= 0, Quarter::next).map(Quarter::code).toList();
    }

    /** When it ends by itself: as the first period after it opens. */
    Instant endsAt() {
        return to.next().end().plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }
}
