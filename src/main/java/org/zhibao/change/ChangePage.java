package org.zhibao.change;

import java.util.List;
import java.util.Map;

/**
 * One page of changes, the latest first.
 *
 * @param total  how many there are altogether
 * @param counts how many stand where, whatever state was asked for
 * @param next   where the next page begins; null on the last
 */
public record ChangePage(List<ChangeSummary> changes, long total, Map<ChangeState, Long> counts, Long next) {
}
