package org.zhibao.period;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhibao.calendar.CalendarObjection;
import org.zhibao.calendar.WorkingDays;
import org.zhibao.refusal.Refusal;

/** Objects to a calendar over which the deadlines of the year would leave their quarter or their order. */
@Component
class DeadlinesOverCalendar implements CalendarObjection {

    private final ObjectProvider<Deadlines> deadlines;

    DeadlinesOverCalendar(ObjectProvider<Deadlines> deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public List<Refusal.Text> objections(int year, WorkingDays proposed) {
        return Stream.iterate(new Quarter(year - 1, 4), Quarter::next).limit(4)
                .flatMap(quarter -> objection(quarter, proposed)).toList();
    }

    private Stream<Refusal.Text> objection(Quarter quarter, WorkingDays proposed) {
        try {
            deadlines.getObject().over(proposed, quarter);
            return Stream.empty();
        } catch (BadDeadlineRule notTheCalendarsFault) {
            return Stream.empty();
        } catch (Refusal objection) {
            return Stream.of(objection.text());
        }
    }
}
