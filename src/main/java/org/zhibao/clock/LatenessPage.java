package org.zhibao.clock;

import java.util.List;

/**
 * One page of the ledger, what was due last on top.
 *
 * @param total how many rows the query finds altogether
 * @param next  where the next page begins; null on the last
 */
public record LatenessPage(List<LatenessRow> rows, long total, String next) {
}
