package org.zhibao.notice;

import org.zhibao.filing.FilingStatus;
import org.zhibao.oversight.WorklistQuery;

/**
 * Whom an urging is meant for: one filing, or all that a worklist's filter finds; null means any.
 *
 * @param filingId the one filing; the rest is null then
 * @param area     a city or county
 * @param text     part of a unit's name or organisation code
 */
public record UrgingScope(Long filingId, String period, String area, FilingStatus status, Boolean overdue,
                          String text) {

    /** One filing. */
    public static UrgingScope of(long filingId) {
        return new UrgingScope(filingId, null, null, null, null, null);
    }

    WorklistQuery query() {
        return new WorklistQuery(period, area, status, overdue, text, null, WorklistQuery.USUAL);
    }
}
