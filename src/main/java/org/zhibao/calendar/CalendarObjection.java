package org.zhibao.calendar;

import java.util.List;
import org.zhibao.refusal.Refusal;

/** A feature that computes with the calendar and may object to a change of it before it is made. */
public interface CalendarObjection {

    /**
     * What would go wrong.
     *
     * @param year     the year that changes
     * @param proposed the whole calendar as it would be
     * @return reasons for a reader; empty if there is nothing to object to
     */
    List<Refusal.Text> objections(int year, WorkingDays proposed);
}
