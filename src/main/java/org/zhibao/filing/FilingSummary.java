package org.zhibao.filing;

import java.time.Instant;

/**
 * One filing as a list shows it.
 *
 * @param id            the filing's id
 * @param dueAt         when the current stage is due; null where nothing is due
 * @param overdue       whether the current stage is past its due date
 * @param late          whether a submission came after its due date
 * @param claimedBy     user id of the reviewer who holds the task; null if none
 * @param claimedByName its name on screen
 * @param taskId        the open task's id in Tasklist; null if none is open
 * @param revision      number of the latest revision; 0 before the first
 */
public record FilingSummary(long id, String orgCode, String unitName, String period, String cityCode,
                            String countyCode, Stage stage, FilingStatus status, Instant dueAt, boolean overdue,
                            boolean late, String claimedBy, String claimedByName, String taskId, int revision,
                            Instant submittedAt) {
}
