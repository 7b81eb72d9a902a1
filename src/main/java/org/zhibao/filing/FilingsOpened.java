package org.zhibao.filing;

import java.util.List;

/**
 * Filings of a period were started; told in the transaction that starts them.
 *
 * @param period  such as {@code 2026Q3}
 * @param filings those just started, with the enterprises
 */
public record FilingsOpened(String period, List<FilingSummary> filings) {

    public FilingsOpened {
        filings = List.copyOf(filings);
    }
}
