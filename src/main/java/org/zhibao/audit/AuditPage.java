package org.zhibao.audit;

import java.util.List;

/**
 * Rows that fit a query, newest first.
 *
 * @param total how many fit altogether, counted up to {@link AuditSearch#MOST_COUNTED}
 * @param more  whether there are more than {@code total}
 * @param next  id to go on before; null on the last page
 */
public record AuditPage(List<AuditRow> rows, long total, boolean more, Long next) {
}
