package org.zhibao.casefile;

import java.time.LocalDate;
import org.zhibao.filing.FilingStatus;

/**
 * Which cases an auditor looks for; null means any.
 *
 * @param period  such as {@code 2026Q3}
 * @param area    a city ({@code 430100}) or county ({@code 430102})
 * @param text    part of a unit's name or organisation code
 * @param person  sign-in name or full name of somebody who submitted, decided or withdrew
 * @param course  whether the case still runs
 * @param from    first day on which something was submitted, decided or withdrawn (by {@code person}, if given)
 * @param until   last such day
 * @param after   where the page before ended, see {@link CasePage#next()}
 * @param size    cases on a page, 1 to {@value #MOST}
 */
public record CaseQuery(String period, String area, FilingStatus status, String text, String person, Course course,
                        LocalDate from, LocalDate until, String after, int size) {

    public static final int MOST = 200;
    public static final int USUAL = 25;

    /** Whether it matters who did something, or when. */
    boolean aboutActs() {
        return person != null && !person.isBlank() || from != null || until != null;
    }

    /** Whether a case still runs. */
    public enum Course { RUNNING, FINISHED }
}
