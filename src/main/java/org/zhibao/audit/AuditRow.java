package org.zhibao.audit;

import java.time.Instant;

/**
 * One row of the trail, as its readers see it.
 *
 * @param orgCode the unit it is about, {@code period} the period; null if it is about none
 * @param outcome {@code DONE} or {@code REFUSED}
 * @param before  what the object was like before, {@code after} afterwards; empty where the action has none
 */
public record AuditRow(long id, Instant at, String userId, String userName, String role, String area, String address,
                       String action, String subject, String orgCode, String period, AuditEntry.Outcome outcome,
                       String before, String after, String detail) {
}
