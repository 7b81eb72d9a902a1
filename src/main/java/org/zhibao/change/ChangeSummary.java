package org.zhibao.change;

import java.time.Instant;
import org.zhibao.account.Role;

/**
 * A change as a list shows it.
 *
 * @param orgCode       the unit; of a new unit its own code
 * @param from          the first quarter for which it holds, such as {@code 2026Q3}
 * @param newName       empty if the name stays
 * @param newOrgCode    empty unless the unit is re-coded
 * @param newUscc       empty likewise
 * @param taskId        the city's open task in Tasklist; null if none is open
 * @param dueAt         until when the city decides; null likewise
 * @param overdue       whether the city is past that
 * @param proposedRole  in which capacity it was proposed
 * @param decidedByName who decided; null if nobody did yet
 */
public record ChangeSummary(long id, ChangeKind kind, String orgCode, String unitName, String cityCode,
                            String countyCode, String from, String newName, String newOrgCode, String newUscc,
                            String reason, ChangeState state, String taskId, Instant dueAt, boolean overdue,
                            String proposedByName, Role proposedRole, Instant proposedAt, String decidedByName,
                            Instant decidedAt) {
}
