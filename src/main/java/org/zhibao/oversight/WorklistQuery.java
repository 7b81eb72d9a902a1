package org.zhibao.oversight;

import org.zhibao.filing.FilingStatus;

/**
 * Which filings a list shows; null means any.
 *
 * @param period  such as {@code 2026Q3}
 * @param area    a city ({@code 430100}) or county ({@code 430102})
 * @param text    part of a unit's name or organisation code
 * @param after   where the page before ended, see {@link WorklistPage#next()}
 * @param size    filings on a page, 1 to {@value #MOST}
 */
public record WorklistQuery(String period, String area, FilingStatus status, Boolean overdue, String text,
                            String after, int size) {

    public static final int MOST = 200;
    public static final int USUAL = 25;
}
