package org.zhibao.cover;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Leave cover, as its readers see it.
 *
 * @param handedOver  how many tasks were handed over when it began
 * @param endedByName who ended it before its time; null if it ended by itself, or has not
 */
public record CoverSummary(long id, String absent, String absentName, String colleague, String colleagueName, String area,
                           LocalDate firstDay, LocalDate lastDay, String reason, String setByName, CoverState state,
                           int handedOver, Instant endedAt, String endedByName) {
}
