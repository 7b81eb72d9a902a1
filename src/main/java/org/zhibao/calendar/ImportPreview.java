package org.zhibao.calendar;

import java.util.List;

/**
 * What an import would do to a year.
 *
 * @param year         the year
 * @param noticeNo     number of the document; empty if missing, which is among the problems
 * @param source       where the data say they come from
 * @param days         the days read
 * @param problems     why it cannot be imported; empty if it can
 * @param changes      the days that would be something else than now, in order
 * @param baseRevision the revision in force that it was compared with, 0 if there is none
 */
public record ImportPreview(int year, String noticeNo, String source, List<AnnouncedDay> days,
                            List<ImportProblem> problems, List<DayChange> changes, int baseRevision) {

    /** Whether it can be imported. */
    public boolean acceptable() {
        return problems.isEmpty();
    }
}
