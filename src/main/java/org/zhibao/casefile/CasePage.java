package org.zhibao.casefile;

import java.util.List;
import org.zhibao.filing.FilingSummary;

/**
 * One page of cases, the latest period first, within it by organisation code.
 *
 * @param cases the page
 * @param total how many cases the query finds altogether
 * @param next  where the next page begins; null on the last
 */
public record CasePage(List<FilingSummary> cases, long total, String next) {
}
