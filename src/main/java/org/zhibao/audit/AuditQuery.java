package org.zhibao.audit;

import java.time.Instant;

/**
 * What somebody looks for in the trail; null matches everything.
 *
 * @param own     region code of the area whose people's acts may be seen
 * @param from    first moment, {@code until} first moment after
 * @param person  user id, or part of the name
 * @param action  such as {@code RETURN}
 * @param unit    organisation code of nine characters
 * @param period  such as {@code 2026Q3}
 * @param subject how the name of the object begins, such as {@code filing/2026Q3}
 * @param area    region code of the area of who acted
 * @param outcome whether it was done
 * @param address from where
 * @param before  only rows older than the one with this id: the next page
 */
public record AuditQuery(String own, Instant from, Instant until, String person, String action, String unit,
                         String period, String subject, String area, AuditEntry.Outcome outcome, String address,
                         Long before) {

    /** The same, from rows older than {@code id} on. */
    public AuditQuery after(Long id) {
        return new AuditQuery(own, from, until, person, action, unit, period, subject, area, outcome, address, id);
    }
}
