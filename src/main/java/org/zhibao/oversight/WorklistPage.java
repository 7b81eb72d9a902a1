package org.zhibao.oversight;

import java.util.List;
import org.zhibao.filing.FilingSummary;

/**
 * One page of a list, what is due first on top.
 *
 * @param filings the page
 * @param total   how many filings the query finds altogether
 * @param next    where the next page begins; null on the last
 */
public record WorklistPage(List<FilingSummary> filings, long total, String next) {
}
