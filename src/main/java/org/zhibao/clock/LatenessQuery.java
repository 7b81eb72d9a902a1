package org.zhibao.clock;

import org.zhibao.filing.Stage;

/**
 * Which rows of the ledger a list shows; null means any.
 *
 * @param period such as {@code 2026Q3}
 * @param area   a city ({@code 430100}) or county ({@code 430102})
 * @param open   whether the lateness goes on
 * @param after  where the page before ended, see {@link LatenessPage#next()}
 * @param size   rows on a page, 1 to {@value #MOST}
 */
public record LatenessQuery(String period, Stage stage, String area, Boolean open, EscalationLevel level, String after,
                            int size) {

    public static final int MOST = 200;
    public static final int USUAL = 50;
}
