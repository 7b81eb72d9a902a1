package org.zhibao.clock;

import java.time.Instant;
import org.zhibao.filing.Stage;

/**
 * One case of a change of due dates.
 *
 * @param stage   the stage of the open task when the change began
 * @param oldDue  when it was due then
 * @param newDue  when it is due since; null while it is pending, or where nothing is due any more
 */
public record DueCase(long id, long filingId, String orgCode, String unitName, String cityCode, String countyCode,
                      Stage stage, Instant oldDue, Instant newDue, CaseOutcome outcome) {
}
