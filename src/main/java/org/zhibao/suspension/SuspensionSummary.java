package org.zhibao.suspension;

import java.time.Instant;
import org.zhibao.account.Role;

/**
 * A suspension (停报) as a list shows it.
 *
 * @param from           the first period, such as {@code 2026Q3}
 * @param to             the last
 * @param explanation    why, in detail (W42)
 * @param taskId         the city's open task in Tasklist; null if none is open
 * @param dueAt          until when the city verifies; null likewise
 * @param overdue        whether the city is past that
 * @param declaredRole   in which capacity it was declared
 * @param decidedByName  who verified it; null if nobody did yet
 */
public record SuspensionSummary(long id, String orgCode, String unitName, String cityCode, String countyCode,
                                String from, String to, SuspensionKind kind, String explanation,
                                SuspensionState state, String taskId, Instant dueAt, boolean overdue,
                                String declaredByName, Role declaredRole, Instant declaredAt, String decidedByName,
                                Instant decidedAt) {

    /** {@code 2026Q3}, or {@code 2026Q3–2026Q4}. */
    public String periods() {
        return from.equals(to) ? from : from + "–" + to;
    }
}
