package org.zhibao.filing;

import java.time.Instant;

/**
 * A filing's stage is past its due date; told in the transaction that finds out, and again once a day as long as it
 * stays so.
 *
 * @param filing the filing as it stands now
 * @param first  whether it has only now become overdue
 * @param at     when
 */
public record FilingOverdue(FilingSummary filing, boolean first, Instant at) {
}
