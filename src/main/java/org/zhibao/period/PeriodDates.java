package org.zhibao.period;

import java.time.Instant;

/**
 * The dates of a period, each the last second of its day.
 *
 * @param enterpriseDue until when an enterprise files in time
 * @param cityDue       until when a city forwards and signs in time
 * @param provinceDue   until when the province reviews in time
 * @param closesAt      until when a late report can still be filed
 * @param reportDue     until when the province reports to the ministry
 * @param archiveDue    until when the period is archived
 */
public record PeriodDates(Instant enterpriseDue, Instant cityDue, Instant provinceDue, Instant closesAt,
                          Instant reportDue, Instant archiveDue) {
}
