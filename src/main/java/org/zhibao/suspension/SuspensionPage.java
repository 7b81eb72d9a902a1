package org.zhibao.suspension;

import java.util.List;
import java.util.Map;

/**
 * One page of suspensions, the latest first.
 *
 * @param total  how many there are altogether
 * @param counts how many stand where, whatever state was asked for
 * @param next   where the next page begins; null on the last
 */
public record SuspensionPage(List<Line> suspensions, long total, Map<SuspensionState, Long> counts, Long next) {

    /** A suspension with how many files prove it. */
    public record Line(SuspensionSummary suspension, int evidence) {
    }
}
