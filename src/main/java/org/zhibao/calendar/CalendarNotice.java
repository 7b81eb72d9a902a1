package org.zhibao.calendar;

import java.time.Instant;

/**
 * One revision of a year's holidays.
 *
 * @param id             its row
 * @param year           the year the notice is about
 * @param revision       1 for the first, one more with every re-issue or edit
 * @param noticeNo       number of the document
 * @param source         where it was read: addresses, a file, the built-in data
 * @param reason         why it replaced the one before; empty for the first
 * @param importedAt     when
 * @param importedBy     by whom
 * @param importedByName the name on screen
 * @param inForce        false once another revision has taken its place
 */
public record CalendarNotice(long id, int year, int revision, String noticeNo, String source, String reason,
                             Instant importedAt, String importedBy, String importedByName, boolean inForce) {
}
