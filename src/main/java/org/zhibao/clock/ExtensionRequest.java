package org.zhibao.clock;

import java.time.LocalDate;
import org.zhibao.filing.Stage;

/**
 * More time for one filing, or for all open tasks of an area at a stage.
 *
 * @param filingId the one filing; null for all of an area, and then period, stage and area say which
 * @param period   such as {@code 2026Q3}
 * @param area     a county or city; null or empty for the whole area of who asks
 * @param day      the new due day, inclusive
 * @param reason   why, 4 to 500 characters; not needed for a preview
 */
public record ExtensionRequest(Long filingId, String period, Stage stage, String area, LocalDate day, String reason) {
}
